"""Somebody who reads the site, and what there is to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, expect

LANGUAGES = ("de", "en")
OTHER = {"de": "en", "en": "de"}
PHONE = {"width": 390, "height": 844}
SMALL_PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
WAYS = ("http", "file")

# One page of each kind, by its folder in render/pages.
KINDS = {
    "audiences": "audiences.html",
    "call_list": "call-list.html",
    "chain": "chains/it-incident.html",
    "chains": "chains.html",
    "channels": "channels.html",
    "checklist": "checklists/first-hour.html",
    "checklists": "checklists.html",
    "communication": "communication.html",
    "decisions": "decisions.html",
    "example_playbook": "reference/example-playbook.html",
    "glossary": "glossary.html",
    "information_package": "information-packages/standard.html",
    "information_packages": "information-packages.html",
    "kind": "reference/kind-chain.html",
    "kinds": "reference/kinds.html",
    "organisation": "organisation.html",
    "process": "processes/escalation.html",
    "processes": "processes.html",
    "prose_page": "pages/culture.html",
    "role": "roles/incident-manager.html",
    "roles": "roles.html",
    "rule_family": "reference/rules-yaml.html",
    "rules": "reference/rules.html",
    "service": "services/fulfilment.html",
    "services": "services.html",
    "severity": "severity.html",
    "severity_matrix": "severity/it.html",
    "situation": "situations/campaign-failed.html",
    "situations": "situations.html",
    "start": "index.html",
    "talks": "talks.html",
    "template": "templates/customer-initial.html",
    "templates": "templates.html",
    "triggers": "triggers.html",
    "upkeep": "upkeep.html",
}
LEAF = KINDS["role"]
SLOW = 30_000  # ms that a busy machine may take
expect.set_options(timeout=SLOW)

# Reported through the console, which is watched.
REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", violation =>
  console.error("policy violated:", violation.violatedDirective, violation.blockedURI, violation.sample))
"""


class Reader:
    """Somebody with a fresh browser profile, and all that went wrong while reading.

    A message on the console, an error, a dialog, a request that leaves the site or a violation of its security
    policy is wrong, whatever the test is about.
    """

    def __init__(self, browser: Browser, base: str, **profile: Any) -> None:
        self.base = base
        self.wrong: list[str] = []
        self.context: BrowserContext = browser.new_context(reduced_motion="reduce", **profile)
        self.context.set_default_timeout(SLOW)
        self.context.add_init_script(REPORT_VIOLATIONS)
        self.context.on("console", lambda message: self.wrong.append(f"{message.type}: {message.text}"))
        self.context.on("weberror", lambda error: self.wrong.append(f"error: {error.error}"))
        self.context.on("request", lambda request: self._watch(request.url))
        self.context.on("requestfailed", self._failed)
        self.page: Page = self.context.new_page()
        self.page.on("dialog", self._dismiss)

    def _watch(self, url: str) -> None:
        if not url.startswith((f"{self.base}/", "data:")):
            self.wrong.append(f"request leaves the site: {url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader has gone on before all was there
            self.wrong.append(f"failed: {request.url}: {request.failure}")

    def _dismiss(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, path: str) -> Page:
        self.page.goto(f"{self.base}/{path}")
        return self.page

    def search(self, text: str) -> None:
        """Types into the search, which on phones opens by a button."""
        query = self.page.locator("[data-md-component=search-query]")
        button = self.page.locator("button.ap-search")
        opener = button if button.is_visible() else query
        opener.click()
        expect(query).to_be_focused()
        self.page.keyboard.type(text)

    def search_again(self, text: str) -> None:
        """Another text in the open search, once nothing is left of the last one's results."""
        query = self.page.locator("[data-md-component=search-query]")
        query.fill("")
        expect(self.page.locator(".md-search-result__list > li")).to_have_count(0)
        query.press_sequentially(text)


Hire = Callable[..., Reader]


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def address(way: str, folder: Path) -> Iterator[str]:
    if way == "file":
        yield folder.as_uri()
    else:
        with served(folder) as url:
            yield url


def pages_of(site: Path, language: str) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in (site / language).rglob("*.html"))


def telling_pages(site: Path, language: str) -> list[str]:
    """All pages that say what the playbook says; the reference, which does not, by one of each kind."""
    pages = pages_of(site, language)
    return [path for path in pages if "/reference/" not in path or path[3:] in KINDS.values()]
