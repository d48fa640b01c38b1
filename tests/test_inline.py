"""The inline forms of prose: what they are, and how they stand within each other."""

from __future__ import annotations

import pytest

from alarmplan.model.inline import Target, doubtful_links, links, parse_inline
from alarmplan.render.markdown import html, inline


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("call **now**", "call <strong>now</strong>"),
        ("*call* `now`", "<em>call</em> <code>now</code>"),
        ("call [him](role:support)", "call [him](support.md)"),
        ("**call [him](role:support)**", "<strong>call </strong><strong>[him](support.md)</strong>"),
        ("*[him](role:support)*", "<em>[him](support.md)</em>"),
        ("**`now`**", "<strong><code>now</code></strong>"),
        ("[him](role:nobody)", "him"),  # nothing has a page of that name
        ("2 * 3 * 4", "2 &#42; 3 &#42; 4"),
        ("[him](support)", "&#91;him&#93;(support)"),
    ],
)
def test_forms(text: str, markdown: str) -> None:
    assert inline(text, address) == markdown


def address(target: Target) -> str | None:
    return f"{target.id}.md" if target.id == "support" else None


def test_a_stressed_link_is_a_link_in_html_too() -> None:
    assert html("**[him](role:support)**", address) == '<strong><a href="support.md">him</a></strong>'


def test_a_stressed_link_refers_to_what_it_names() -> None:
    assert list(links("**call [him](role:support)**")) == [Target("role", None, "support")]
    assert list(doubtful_links("*call [him](rolle:Süd)*")) == ["rolle:Süd"]


def test_no_letter_is_lost() -> None:
    text = "a **b [c](role:d) e** *f `g`* [h](i) * j"
    assert "".join(span.text for span in parse_inline(text)) == "a b c e f `g` [h](i) * j".replace("`", "")
