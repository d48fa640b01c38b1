"""Authored text as Markdown that means nothing but itself.

Every character that Markdown, an extension or HTML could take for syntax becomes an entity, so the
same text is safe in a paragraph, a table cell and a piece of HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

from alarmplan.model.inline import Span, Target, paragraphs, parse_inline


class Markdown(str):
    """Markdown made by us; everything else is escaped when a template prints it."""

    __slots__ = ()


_ACTIVE = re.compile(r"[\\`*_{}\[\]<>&|#\"'~^$]|(?<=:)/(?=/)|!(?=!)|(?<=[+=-])[+=-]")
_START = re.compile(r"^(\d*)([-+=:!~.)])(?!\d)")
# Controls, and what is not seen but hides or turns text; a few of them would also end the front matter.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """`text` without control characters and what else hides or turns the direction."""
    return _INVISIBLE.sub("", text)


def escape(text: str) -> Markdown:
    """`text` on one line, inert in Markdown and in HTML."""
    one_line = visible(text).replace("\n", " ").replace("\t", " ")
    inert = _ACTIVE.sub(lambda match: f"&#{ord(match[0])};", one_line)
    return Markdown(_START.sub(lambda match: f"{match[1]}&#{ord(match[2])};", inert))


def url(address: str) -> Markdown:
    """An address that can stand in a link of Markdown or HTML and cannot end it."""
    return Markdown(quote(address, safe="/:?#@!$&'+,;=%~").replace("&", "&amp;").replace("'", "%27"))


Address = Callable[[Target], str | None]


def inline(text: str, address: Address) -> Markdown:
    """One paragraph of authored prose; links to ids become links to their pages."""
    return Markdown("".join(_span(span, address) for span in parse_inline(text)))


def prose(text: str, address: Address) -> Markdown:
    """Paragraphs of authored prose, separated by empty lines."""
    return Markdown("\n\n".join(inline(part, address) for part in paragraphs(text)))


def cell(text: str, address: Address) -> Markdown:
    """Authored prose on one line, for tables and list items."""
    return Markdown("<br>".join(inline(part, address) for part in paragraphs(text)))


def html(text: str, address: Address) -> Markdown:
    """Authored prose as a piece of HTML on one line."""
    return Markdown("<br>".join(_html_paragraph(part, address) for part in paragraphs(text)))


def _html_paragraph(text: str, address: Address) -> str:
    return "".join(_span(span, address, _html_link) for span in parse_inline(text))


def _html_link(text: str, target: str) -> str:
    return f'<a href="{target}">{text}</a>'


def _link(text: str, target: str) -> str:
    return f"[{text}]({target})"


def _span(span: Span, address: Address, link: Callable[[str, str], str] = _link) -> str:
    text: str = escape(span.text)
    if span.form == "code":
        text = f"<code>{text}</code>"
    elif span.form == "link" and (target := _destination(span, address)):
        text = link(text, target)
    return f"<{_TAGS[span.stress]}>{text}</{_TAGS[span.stress]}>" if span.stress else text


_TAGS = {"strong": "strong", "emph": "em"}


def _destination(span: Span, address: Address) -> str | None:
    return address(span.target) if span.target else url(span.url or "")
