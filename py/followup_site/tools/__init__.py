"""Tools of the build: Node, Chromium, and folders of files that are made."""
