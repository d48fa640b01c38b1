"""Where each thing of a playbook is shown: the page of its kind, and the spot on it."""

from __future__ import annotations

from functools import cache
from posixpath import dirname, relpath

from alarmplan.model.playbook import Key

_FOLDERS = {  # a page for each document
    "chain": "chains",
    "checklist": "checklists",
    "information-package": "information-packages",
    "page": "pages",
    "process": "processes",
    "role": "roles",
    "service": "services",
    "severity-matrix": "severity",
    "situation": "situations",
    "template": "templates",
}
_PAGES = {  # one page for all documents of a kind
    "audiences": "audiences.md",
    "channels": "channels.md",
    "decisions": "decisions.md",
    "glossary": "glossary.md",
    "organisation": "organisation.md",
    "triggers": "triggers.md",
}
_ENTRIES = {  # a spot on such a page
    "audience": "audiences",
    "calendar": "organisation",
    "channel": "channels",
    "decision": "decisions",
    "infrastructure": "channels",
    "moment": "organisation",
    "term": "glossary",
    "trigger": "triggers",
}
_WITHIN = {  # a spot on the page of the document that holds it
    "case": "situation",
    "commitment": "service",
    "level": "chain",
    "phase": "situation",
    "section": "page",
    "severity": "severity-matrix",
    "status": "severity-matrix",
    "step": "process",
}

KINDS = "reference/kinds.md"  # the overviews of the reference
RULES = "reference/rules.md"
EXAMPLES = "reference/example-playbook.md"
REFERENCE_BOOST = 0.001  # in the search a title there counts as much as a word of text elsewhere


def address(key: Key) -> str | None:
    """Path of the page with the anchor, from the root of the site; None for what no page shows."""
    if folder := _FOLDERS.get(key.kind):
        return f"{folder}/{key.id}.md"
    if page := _PAGES.get(key.kind):
        return page
    if kind := _ENTRIES.get(key.kind):
        return f"{_PAGES[kind]}#{key.id}"
    if kind := _WITHIN.get(key.kind):
        return f"{_FOLDERS[kind]}/{key.scope}.md#{key.id}"
    return None


def relative(target: str, page: str) -> str:
    """`target`, a path from the root of the site, as a link on `page`."""
    path, _, anchor = target.partition("#")
    link = _between(path, dirname(page) or ".")
    return f"{link}#{anchor}" if anchor else link


@cache
def _between(path: str, folder: str) -> str:
    """Folders are few and pages link to the same others again and again, while `relpath` is slow."""
    return relpath(path, folder)


def kind_page(kind: str) -> str:
    """Where the reference explains a kind of document."""
    return f"reference/kind-{kind}.md"


def rule_page(family: str, rule: str = "") -> str:
    """Where the reference explains the rules of a family, or one of them; the same in every language."""
    return f"reference/rules-{family}.md" + (f"#{rule}" if rule else "")
