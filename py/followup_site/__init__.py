"""What builds the site. Nothing of this package is in the wheel or runs in the reader's browser."""
