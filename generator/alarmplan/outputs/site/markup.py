"""Small mends of the theme's markup, and the security policy of each page.

Each mend of the frame must match exactly once, so that a new theme breaks the build and not the page.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from itertools import count

from mkdocs.exceptions import PluginError

from alarmplan.render.words import Words

# The only inline scripts we vouch for; their texts are the theme's. Anything else would be an injection.
_KNOWN_SCRIPTS = (
    "__md_scope=new URL(",
    "var palette=__md_get(",
    "var target=document.getElementById(",
)
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)
_HEADING = re.compile(r"<th>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td>(.*?)</td>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NOTHING = "–"  # what templates print where there is nothing to say
_CHARSET = '<meta charset="utf-8">'
_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)


def mend(html: str, words: Words) -> str:
    """Makes the page reachable by keyboard and named for screen readers."""
    html = _swap(
        html,
        '<div class="md-search" data-md-component="search" role="dialog">',
        '<div class="md-search" data-md-component="search">',
    )
    html = _button(html, "drawer", words["menu"])
    html = _button(html, "search", words["open_search"])
    # The theme fetches a sitemap for every rel="alternate"; the doubled word means the same to others.
    html = html.replace('<link rel="alternate"', '<link rel="alternate alternate"')
    numbers = count(1)
    return _TABLE.sub(lambda table: _region(table[0], f"{words['table']} {next(numbers)}"), html)


def secure(html: str, path: str) -> str:
    """Puts a Content-Security-Policy in front: own files, and the inline scripts known by their hashes.

    Raises:
        PluginError: for an inline script that is not the theme's.
    """
    hashes: dict[str, None] = {}
    for script in _SCRIPT.finditer(html):
        if "src=" in script["attributes"] or "application/json" in script["attributes"]:
            continue
        if not script["text"].startswith(_KNOWN_SCRIPTS):
            raise PluginError(f"{path}: unknown inline script: {script['text'][:80]!r}")
        digest = base64.b64encode(hashlib.sha256(script["text"].encode()).digest()).decode()
        hashes[f" 'sha256-{digest}'"] = None
    policy = _POLICY.format(hashes="".join(hashes))
    meta = f'{_CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _swap(html, _CHARSET, meta)


def _button(html: str, name: str, label: str) -> str:
    """Beside a label, which can be neither focused nor named, a button that does the same."""
    opening = f'<label class="md-header__button md-icon" for="__{name}">'
    html = _swap(html, opening, opening.replace("md-icon", "md-icon ap-nojs"))
    start = html.index(f'ap-nojs" for="__{name}">')
    icon_start = html.index(">", start) + 1
    icon_end = html.index("</label>", icon_start)
    after = icon_end + len("</label>")
    button = (
        f'<button type="button" class="md-header__button md-icon ap-js ap-{name}" data-ap-toggle="__{name}" '
        f'aria-expanded="false" aria-label="{escape(label)}">{html[icon_start:icon_end]}</button>'
    )
    return html[:after] + button + html[after:]


def _region(table: str, name: str) -> str:
    """A table in a region of its own name, each cell with its heading, for screens too narrow for columns."""
    headings = [_TAG.sub("", heading).strip().replace('"', "&quot;") for heading in _HEADING.findall(table)]
    if any(headings):
        table = _ROW.sub(lambda row: _labelled(row[0], headings), table)
    else:  # a list of facts: their names stand in front
        table = _ROW.sub(lambda row: _CELL.sub(r'<th scope="row">\1</th>', row[0], count=1), _HEAD.sub("", table))
    return f'<div class="ap-scroll" role="region" tabindex="0" aria-label="{escape(name)}">{table}</div>'


def _labelled(row: str, headings: list[str]) -> str:
    labels = iter(headings)
    return _CELL.sub(lambda cell: _cell(cell[1], next(labels, "")), row)


def _cell(content: str, label: str) -> str:
    none = ' class="ap-none"' if content.strip() == _NOTHING else ""
    return f'<td data-label="{label}"{none}>{content}</td>'


def _swap(html: str, old: str, new: str) -> str:
    if (found := html.count(old)) != 1:
        raise PluginError(f"the theme's markup has changed: found {found} times, wanted once: {old}")
    return html.replace(old, new)
