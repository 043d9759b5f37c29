"""The guide as the program knows it: its pages, steps and messages, and how they stand for a
reader."""
