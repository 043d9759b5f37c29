"""Where pages stand: in the menu, and in the journey."""
