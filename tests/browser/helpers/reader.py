"""What a reader does with the site, one method each."""

import re
from collections.abc import Callable
from datetime import date

from playwright.sync_api import FrameLocator, Locator, Page, StorageState, expect

from followup.words import KINDS, PURPOSES

READY = 60_000
"""Milliseconds that a slow machine may take to start Python."""

THEME_PATIENCE = 300
"""How often the theme is looked for, every 30 milliseconds: it comes after the first answer."""

HAS_THEME = """() => {
    const isHere = globalThis.document$ !== undefined
        && performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.endsWith("/sitemap.xml") && responseEnd > 0);
    globalThis.looks = isHere ? (globalThis.looks ?? 0) + 1 : 0;
    return looks > 3;
}"""
"""Whether the theme takes links over. It does a moment after it has fetched the list of all pages, so it
must have been there for a few looks."""

FOLLOW = """address => {
    document.querySelector("article").dataset.left = "";
    const link = document.createElement("a");
    link.href = address;
    document.body.append(link);
    link.click();
    link.remove();
}"""
"""Follows a link to an address of the site."""


UNFOLD = """fold => {
    const part = document.querySelector(fold);
    if (!part) return;
    if (!part.open) part.querySelector("summary").click();
    part.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true }));
}"""
"""Opens a folded part, and says that a reader did."""

FOLDED_IN = {
    "Interview date": "#interview-question",
    "Decision date": "#decision-question",
    "Contact date": "#more-of-contact",
}
"""What must be opened before a date question is seen, by its legend."""


class Reader:
    """A reader's tab."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, path: str = "plan/dates/", *, ready: bool = True) -> None:
        """Open a page, and wait for Python unless told otherwise."""
        self.page.goto(self.address + path)
        if ready:
            self.wait_for("ready")

    def go(self, path: str = "plan/dates/") -> None:
        """Go on to a page as by a link: it takes the place of this one, and Python lives on."""
        if not self.page.url.startswith(self.address):
            self.open(path)
        elif self.page.url != self.address + path:
            self.await_theme()
            self.page.evaluate(FOLLOW, self.address + path)
            expect(self.page.locator("article[data-left]")).to_have_count(0)
            self.wait_for("ready")

    def await_theme(self) -> None:
        """Before it is there, a link is followed by a load. Some tests keep it away."""
        for _ in range(THEME_PATIENCE):
            if self.page.evaluate(HAS_THEME):
                return
            self.page.wait_for_timeout(30)

    def wait_for(self, state: str) -> None:
        """Wait until the page says that Python is "ready" or has "failed"."""
        expect(self.page.locator("html")).to_have_attribute("data-followup", state, timeout=READY)

    def set_today(self, day: date) -> None:
        """Set the browser's clock to noon of a day; it applies from the next page load."""
        self.page.clock.set_fixed_time(f"{day.isoformat()}T12:00:00")

    def question(self, name: str) -> Locator:
        """Return the fieldset of a date question by its legend, opened if it is folded."""
        if name in FOLDED_IN:
            self.unfold(FOLDED_IN[name])
        return self.page.get_by_role("group", name=name, exact=True)

    def unfold(self, fold: str) -> None:
        """Open a part of the page that is folded, as a reader does."""
        self.page.evaluate(UNFOLD, fold)

    def type_date(self, name: str, day: date | tuple[str, str, str]) -> None:
        """Type a date into its three boxes and leave them."""
        texts = (str(day.day), str(day.month), str(day.year)) if isinstance(day, date) else day
        boxes = self.question(name)
        for label, text in zip(("Day", "Month", "Year"), texts, strict=True):
            boxes.get_by_label(label, exact=True).fill(text)
        self.page.evaluate("document.activeElement.blur()")

    def box(self, name: str, label: str) -> Locator:
        """Return one box of a date question."""
        return self.question(name).get_by_label(label, exact=True)

    def log(
        self,
        kind: str,
        day: date,
        new_decision: date | None = None,
        purpose: str = "follow_up",
        moved_to: date | None = None,
    ) -> None:
        """Fill in and send the contact form."""
        form = self.page.locator("#contact-form")
        # By keyboard: a click could miss while an answer above makes room for itself.
        form.get_by_label(KINDS[kind], exact=True).press("Space")
        self.type_date("Contact date", day)
        if purpose != "follow_up":
            form.get_by_label(PURPOSES[purpose], exact=True).press("Space")
        if moved_to:
            self.type_date("New interview date", moved_to)
        if new_decision:
            self.type_date("New decision date", new_decision)
        form.get_by_role("button", name="Save", exact=True).click()

    def tick(self, name: str) -> None:
        """Tick a step, or take the tick away."""
        self.box_of(name).click()

    def box_of(self, name: str) -> Locator:
        """Return the checkbox of a step."""
        return self.page.locator(f"#{name}").get_by_role("checkbox")

    def current(self) -> Locator:
        """Return the one step of the plan that is due or next."""
        return self.page.locator("[data-panel=plan] :is([data-state=due], [data-state=next])")

    def current_card(self) -> Locator:
        """Return the card of the one next contact, on the start page or on the page of dates."""
        return self.page.locator("#next-card")

    def plan_days(self) -> list[str]:
        """Return the dates of the plan's steps, in the order in which they stand."""
        steps = self.page.locator("[data-panel=plan] [data-step]")
        return [step.locator("time").first.get_attribute("datetime") or "" for step in steps.all()]

    def records(self) -> dict[str, str]:
        """Return the records that local storage holds, in the order of their clocks."""
        texts: dict[str, str] = self.page.evaluate("Object.assign({}, localStorage)")
        clocks = {key: re.search(r"\.r\.(\d+)\.", key) for key in texts}
        ours = {key: int(found[1]) for key, found in clocks.items() if found}
        return {key: unsealed(texts[key]) for key in sorted(ours, key=ours.__getitem__)}

    def says(self, text: str | re.Pattern[str]) -> None:
        """Check that the status line says something."""
        expect(self.page.get_by_role("status")).to_contain_text(text)


def open_more(rows: Page | Locator | FrameLocator) -> None:
    """Open the rest of what can be done with an interview: of the first row on My interviews."""
    rows.locator(".row-more > summary").first.click()


LeftBy = Callable[[Callable[[Reader], None]], StorageState]
"""Gives what stands in the browser's stores after a reader has done something."""


def unsealed(stored: str) -> str:
    """Return a stored text without the checksum at its end."""
    return re.sub(r"#[0-9a-f]{8}$", "", stored)
