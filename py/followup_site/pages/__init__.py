"""Pages: the Markdown extension, and all that reads and checks the guide's pages."""
