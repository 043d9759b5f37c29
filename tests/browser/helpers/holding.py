"""Keeps files of the site back, as a slow line does, until a test has seen what there is without them."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Route


def hold(context: BrowserContext, files: str) -> Callable[[], None]:
    """Keep files back, and return what lets them come."""
    held: list[Route] | None = []

    def keep(route: Route) -> None:
        if held is None:
            route.continue_()
        else:
            held.append(route)

    def release() -> None:
        nonlocal held
        routes, held = held or [], None
        for route in routes:
            route.continue_()

    context.route(files, keep)
    return release
