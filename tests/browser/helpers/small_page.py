"""A small page with the site's scripts and a stand-in for Python, to test the page's side alone.

The stand-in answers at once with what a few lines of JavaScript make of the question `q`, which has
all records, and keeps all questions. Records, keys and marks are the real ones.
"""

import json
from typing import Any

from playwright.sync_api import Page, Route, expect
from reader import Reader
from site_server import FILES

PAGE = """<!doctype html>
<html lang="en" class="js">
<title>Small page</title>
<link rel="stylesheet" href="../../%s/styles/followup.css">
<body class="md-typeset">
<h1>Small page</h1>
%s
<div class="runtime" data-version="1">
<p class="status" data-status role="status"></p>
<div class="loading" data-loading hidden tabindex="-1"></div>
<div class="failed" data-failed hidden></div>
%s
</div>
<script type="module" src="../../%s/page/bridge.js"></script>
"""

WORDS = ("kept", "not-kept", "too-long", "waiting", "copied", "not-copied")

WORKER = """
const answer = (q) => {
  const outputs = {}, inputs = {};
  let announce = "", needs = [];
  %s;
  return { outputs, inputs, announce, needs };
};
let held = {};
const whole = (q) => {
  const left = Object.entries(q.over === undefined ? {} : held);
  const isKept = ([key]) => !q.dropped.includes(key);
  held = { ...Object.fromEntries(left.filter(isKept)), ...q.records };
  return { ...q, records: held };
};
postMessage({ ready: true });
self.onmessage = ({ data }) => {
  if (data.ask === undefined) return;
  const question = whole(JSON.parse(data.ask));
  const channel = new BroadcastChannel("questions");
  channel.postMessage(JSON.stringify(question));
  channel.close();
  postMessage({ id: data.id, answer: JSON.stringify(answer(question)) });
};
"""


class SmallPage(Reader):
    """A reader's tab on a small page."""

    def __init__(self, page: Page, address: str) -> None:
        super().__init__(page, address)
        self.questions: list[dict[str, Any]] = []
        self.body = ""
        page.route("**/small/page/", self._fulfil_page)
        page.expose_function("hear", self._hear)
        page.add_init_script(
            "new BroadcastChannel('questions').onmessage = ({ data }) => window.hear(data);"
        )

    def show(self, body: str, answer: str | None = "") -> None:
        """Open the page with this body, and a stand-in that makes this answer of `q`.

        With None for an answer, Python never comes.
        """
        script = "" if answer is None else WORKER % answer

        def fulfil(route: Route) -> None:
            """For all tabs: the driver does not say which of them a worker belongs to."""
            route.fulfill(body=script, content_type="text/javascript")

        self.body = body
        self.page.context.route("**/worker.js", fulfil)
        self.open("small/page/", ready=False)
        self.wait_for("starting" if answer is None else "ready")

    def _fulfil_page(self, route: Route) -> None:
        templates = "".join(f'<template data-words="{name}">{name}</template>' for name in WORDS)
        html = PAGE % (FILES, self.body, templates, FILES)
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    def _hear(self, question: str) -> None:
        self.questions.append(json.loads(question))

    def last_question(self) -> dict[str, Any]:
        """Return the last question, once the page has been quiet for a moment."""
        self.page.wait_for_timeout(200)
        return self.questions[-1]

    def events(self, **like: object) -> list[dict[str, Any]]:
        """Return the records that hold these values, in the order of their clocks."""
        ordered = sorted(self.records().items(), key=lambda item: clock_of(item[0]))
        records: list[dict[str, Any]] = [json.loads(text) for _, text in ordered]
        return [one for one in records if like.items() <= one.items()]


def clock_of(key: str) -> tuple[int, int]:
    """Return what orders a record of one tab among the others."""
    clock, _, count = key.rpartition(".r.")[2].split(".")
    return int(clock), int(count)


def expect_focus(page: Page, element_id: str) -> None:
    """Wait until the element has the focus."""
    expect(page.locator(f"#{element_id}")).to_be_focused()
