"""The browser, and those who read the built site in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.reader import WAYS, Hire, Reader, address

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        reason = f"NOT TESTED IN A BROWSER: none of {', '.join(PROGRAMS)} is installed; see tests/need-browser"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    # Nothing is reachable but this machine, whatever a page asks for.
    arguments = ["--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(params=WAYS)
def base(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Where the site is read: from a server, and as a folder of files."""
    yield from address(request.param, site)


@pytest.fixture
def files(site: Path) -> str:
    """The site as a folder of files, for what does not depend on where it is read: the stricter of the two."""
    return site.as_uri()


@pytest.fixture
def hire(browser: Browser) -> Iterator[Hire]:
    """Makes readers; none of them may have met anything wrong."""
    readers: list[Reader] = []

    def new(base: str, **profile: Any) -> Reader:
        readers.append(Reader(browser, base, **profile))
        return readers[-1]

    yield new
    for reader in readers:
        reader.context.close()
    assert [wrong for reader in readers for wrong in reader.wrong] == []
