"""How many examples the property tests try."""

import os

from hypothesis import settings

# The short form tries the same examples each time; `make test-all` looks for new ones.
settings.register_profile("short", deadline=None, derandomize=True, max_examples=50)
settings.register_profile("long", deadline=None, max_examples=400)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))
