"""Nothing that runs in the worker can call out, in engines other than Chromium."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from engine import Engine
from hostile_worker import Attack, by_python, by_script, hostile, make_hostile, other_host
from main_job import open_ready
from odd_hosts import STRICT, with_policy_too
from publishing import Host
from site_server import SITE, SUB_PATH, address_of, serve

AFTERWARDS = 1
"""Seconds in which what was tried may still get out."""

DATES = "plan/dates/"
IS_WHOLE = "document.querySelector('[data-offline=whole]').checkVisibility()"
IS_CONTROLLED = "navigator.serviceWorker.controller"


def without_fence(other: str) -> Attack:
    """Return an attack of Python that finds all that a worker has."""
    return by_python(other, has_fence=False)


attacks = pytest.mark.parametrize(
    ("attack_by", "has_policy", "gets_out"),
    [
        pytest.param(by_script, True, False, id="a script"),
        pytest.param(by_script, False, True, id="a script without the policy"),
        pytest.param(by_python, True, False, id="Python"),
        pytest.param(without_fence, True, False, id="Python without the fence"),
        pytest.param(without_fence, False, True, id="Python without both"),
    ],
)


@pytest.mark.slow
@attacks
def test_a_hostile_worker_gets_nothing_out(
    engine: Engine, attack_by: Callable[[str], Attack], *, has_policy: bool, gets_out: bool
) -> None:
    """And without the policy it does, so the test says something."""
    with other_host() as (other, asked):
        server = serve(Path(SITE), SUB_PATH, hostile(attack_by(other), has_policy=has_policy))
        try_all(engine, address_of(server))
        server.shutdown()
        server.server_close()

    assert (asked != []) == gets_out, asked


@pytest.mark.slow
def test_where_the_host_forbids_blobs_python_gets_nothing_out(engine: Engine) -> None:
    """The worker begins from its address then, and the policy of the page does not bind it."""
    with other_host() as (other, asked):
        behave = with_policy_too(hostile(by_python(other), has_policy=False), STRICT)
        server = serve(Path(SITE), SUB_PATH, behave)
        try_all(engine, address_of(server))
        server.shutdown()
        server.server_close()

    assert asked == []


@pytest.mark.slow
def test_with_a_service_worker_nothing_gets_out_either(engine: Engine, tmp_path: Path) -> None:
    """It answers for the page, and is bound by no policy of the page's."""
    with other_host() as (other, asked):
        host = Host(tmp_path / "host")
        host.publish("111111111111", change=lambda site: make_hostile(site, without_fence(other)))
        open_ready(engine, f"{host.address}plan/keep/")
        engine.wait_until(IS_WHOLE)
        try_all(engine, host.address)
        assert engine.evaluate(f"Boolean({IS_CONTROLLED})")
        host.stop()

    assert asked == []


def try_all(engine: Engine, address: str) -> None:
    """Open a page whose worker is hostile, and wait until all has been tried."""
    open_ready(engine, f"{address}{DATES}")
    engine.wait_until("self.tried")
    time.sleep(AFTERWARDS)
