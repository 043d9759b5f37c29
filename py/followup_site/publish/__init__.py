"""Publishing: a finished site, its service worker, icons, hand-outs and public holidays."""
