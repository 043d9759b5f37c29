"""Shows the site while it is worked on.

Pages are built anew at every change, in a process of their own, so that changed Python counts too.
What the browser fetches is packed beside that: no page and no request waits for it. The last site
that could be built is served until there is a better one.

Run as `python -m followup_site.serve`; control-C ends it. PORT names another port than 8000.
"""
