"""What the browser has in its caches for the site."""

CACHES = {"site", "holidays"}
"""Made by the service worker; the tests of use without a network look at them."""
