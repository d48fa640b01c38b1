"""The small inline subset that authored prose may use: *emphasis*, **strong**, `code`, [links](target).

Everything else is plain text. A link leads to http, https, mailto, tel, or to an id of the
playbook (`role:incident-manager`, `severity:it/sev1`); any other target leaves the text as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_WEB = re.compile(r"https?://[^\s<>\"\\^`{|}]+|mailto:[\w.+-]+@[\w.-]+|tel:\+?[0-9-]+")
_ID = re.compile(r"(?P<kind>[a-z]+(?:-[a-z]+)*):(?:(?P<scope>[a-z0-9-]+)/)?(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)")
# A word, a colon, and letters behind it: an id was meant, where no address on the web was. Possessive, since tried
# with every other division of a long text it would take seconds.
_NEARLY_ID = re.compile(r"(?!(?i:https?|mailto|tel):)[^\W\d_][\w-]*+:[\d/.-]*+[^\W\d][\w/.-]*+")
_SPACE = re.compile(r"[ \t\r\n]+")  # no-break spaces stay
_SPAN = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|\*\*(?P<strong>[^\s*](?:[^*\n]*[^\s*])?)\*\*"
    r"|\*(?P<emph>[^\s*](?:[^*\n]*[^\s*])?)\*"
    r"|\[(?P<link>[^\[\]\n]+)\]\((?P<target>[^()\s]+)\)"
)
_STRESS = ("strong", "emph")


@dataclass(frozen=True, slots=True)
class Target:
    """An id of the playbook. `scope` is the document that holds it, for ids unique only there."""

    kind: str
    scope: str | None
    id: str

    def __str__(self) -> str:
        """As it is written behind the text of the link."""
        return f"{self.kind}:{self.scope}/{self.id}" if self.scope else f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Span:
    """`form` is plain, code or link; a link has a `url` or a `target`. Each may be stressed: emph or strong."""

    text: str
    form: str = "plain"
    url: str | None = None
    target: Target | None = None
    stress: str = ""


def parse_inline(text: str) -> tuple[Span, ...]:
    return tuple(_spans(text))


def links(text: str) -> Iterator[Target]:
    """The ids of the playbook to which `text` links."""
    if "](" in text:
        yield from (span.target for span in _spans(text) if span.target)


def doubtful_links(text: str) -> Iterator[str]:
    """The targets in `text` that look like ids of the playbook and are none, so that no link comes of them."""
    if "](" in text:
        for match in _SPAN.finditer(text):
            raw = match["target"]
            if raw and not _span(match) and "://" not in raw and _NEARLY_ID.fullmatch(raw):
                yield raw
            elif match.lastgroup in _STRESS:
                yield from doubtful_links(match[str(match.lastgroup)])


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, each as one line."""
    parts = (_SPACE.sub(" ", part).strip(" ") for part in re.split(r"\n[ \t]*\n", text))
    return tuple(part for part in parts if part)


def plain(text: str) -> str:
    """What a text says, on one line and without its inline forms."""
    return " ".join("".join(span.text for span in parse_inline(part)) for part in paragraphs(text))


def _spans(text: str) -> Iterator[Span]:
    position = 0
    for match in _SPAN.finditer(text):
        spans = _stressed(match) if match.lastgroup in _STRESS else _span(match)
        if not spans:
            continue
        if match.start() > position:
            yield Span(text[position : match.start()])
        yield from spans
        position = match.end()
    if position < len(text):
        yield Span(text[position:])


def _stressed(match: re.Match[str]) -> tuple[Span, ...]:
    stress = str(match.lastgroup)
    return tuple(replace(span, stress=stress) for span in _spans(match[stress]))


def _span(match: re.Match[str]) -> tuple[Span, ...]:
    """Nothing where a link would lead nowhere: it stays text."""
    if match["code"]:
        return (Span(match["code"], "code"),)
    raw = match["target"]
    if _WEB.fullmatch(raw):
        return (Span(match["link"], "link", url=raw),)
    if found := _ID.fullmatch(raw):
        return (Span(match["link"], "link", target=Target(found["kind"], found["scope"], found["id"])),)
    return ()
