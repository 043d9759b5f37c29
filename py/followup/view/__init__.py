"""The views: what the reader sees of the tools, one file a panel.

Each panel has two functions. `blank` renders it when the site is built, before anything is known.
`fill` gives its parts with the reader's data. Inputs are rendered once and afterwards only set.
"""
