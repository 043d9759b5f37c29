"""Nothing that runs in the worker can call out, in engines other than Chromium."""

from pathlib import Path

import pytest
from engine import Engine
from hostile_worker import WAYS, other_host, with_hostile_worker
from main_job import open_ready
from site_server import SITE, SUB_PATH, address_of, serve


@pytest.mark.slow
@pytest.mark.parametrize("has_policy", [True, False], ids=["as published", "without the policy"])
def test_a_hostile_worker_gets_nothing_out(engine: Engine, *, has_policy: bool) -> None:
    """And without the policy it does, so the test says something."""
    with other_host() as (other, asked):
        behave = with_hostile_worker(other, has_policy=has_policy)
        server = serve(Path(SITE), SUB_PATH, behave)
        open_ready(engine, f"{address_of(server)}plan/dates/")
        engine.wait_until("self.tried")
        assert engine.evaluate("self.tried.join()") == ",".join(WAYS)
        server.shutdown()
        server.server_close()

    assert ("fetch" in asked) != has_policy
    assert not has_policy or asked == []
