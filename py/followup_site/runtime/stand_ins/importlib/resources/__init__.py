"""The package of `abc`. Nobody asks for the files beside a module."""
