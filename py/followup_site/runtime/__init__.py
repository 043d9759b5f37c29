"""The runtime: all that packs Python for the reader's browser."""
