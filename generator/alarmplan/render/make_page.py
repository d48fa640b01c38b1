"""Renders one page from its template, with the foot that every document page has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from urllib.parse import quote

from alarmplan.model.document import Document
from alarmplan.model.playbook import Key
from alarmplan.render import markdown
from alarmplan.render.markdown import Markdown
from alarmplan.render.page import Page
from alarmplan.render.phrases import Phrases
from alarmplan.render.templates import template
from alarmplan.render.view import View
from alarmplan.render.words import words


def make_page(
    view: View,
    name: str,
    path: str,
    title: str,
    *,
    document: Document | None = None,
    documents: Sequence[Document] = (),
    section: str | None = None,
    description: str = "",
    search_boost: float | None = None,
    explained: bool = True,
    **content: object,
) -> Page:
    """The page `name` at `path`, made from one document or several, or from all of them.

    Besides `content` its template sees `on`, `view`, `w` and `title`. Where it is `explained`, it leads to the
    definitions of the terms on it.
    """
    on = Phrases(view, path)
    w = _phrases(view.language)
    shown = documents if document is None else (document,)
    body = template(name).render(on=on, view=view, w=w, title=title, **content)
    foot = "\n".join(_footer(on, w, one) for one in shown)
    reasons = [on.prose(one.source) for one in shown if one.source]
    used = view.terms.used("\n".join([body, *reasons])) if explained else {}
    parts = (body, on.terms(used), foot, on.tips(used))
    return Page(
        path=path,
        title=markdown.visible(title),
        body="\n\n".join(part.strip("\n") for part in parts if part),
        description=markdown.visible(description),
        section=section,
        source=view.playbook.path(shown[0]) if shown else None,
        search_boost=search_boost,
    )


@cache
def _phrases(language: str) -> Mapping[str, Markdown]:
    """The fixed phrases are ours, so they are printed as they are."""
    return {key: Markdown(phrase) for key, phrase in words(language).phrases.items()}


def _footer(on: Phrases, w: Mapping[str, Markdown], document: Document) -> Markdown:
    """Who uses it, why it is so, who keeps it true, since when, until when, and where it is edited."""
    view = on.view
    key = Key(document.kind, document.id)
    due = view.facts.review_due.get(key)
    foot = template("footer").render(
        on=on,
        w=w,
        document=document,
        used=list(_uses(on, key)),
        overdue=due is not None and due < view.as_of,
        facts={
            "owner": on.role(document.owner),
            "reviewed": on.day(document.reviewed),
            "review_due": on.day(due),
            "source": _source_link(view, view.playbook.path(document)),
        },
    )
    return Markdown(foot)


def _uses(on: Phrases, key: Key) -> Sequence[Markdown]:
    users: dict[Key, list[str]] = {}
    for use in on.view.facts.uses.get(key, ()):
        if use.user != key:
            users.setdefault(use.user, []).append(on.view.use(use))
    return [
        Markdown(f"{on.link(user.kind, user.id)}: {markdown.escape(', '.join(dict.fromkeys(places)))}")
        for user, places in users.items()
    ]


def _source_link(view: View, path: str) -> Markdown:
    base = view.playbook.organisation.source_url
    text = f"<code>{markdown.escape(path)}</code>"
    return Markdown(f"[{text}]({markdown.url(base + quote(path))})" if base else text)
