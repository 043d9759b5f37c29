"""Parts of views: the scene that all are drawn from, markup, names, boxes, buttons."""
