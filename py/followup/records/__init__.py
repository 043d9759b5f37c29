"""Records: what the reader did, read, folded, and checked as answers and settings."""
