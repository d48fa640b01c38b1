"""The vocabulary of templates on one page: functions that turn things of the model into Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape as escape_html

from alarmplan.model.contact import Contact
from alarmplan.model.duration import Duration
from alarmplan.model.inline import Target
from alarmplan.model.money import Money
from alarmplan.model.playbook import Key
from alarmplan.model.text import Text
from alarmplan.render import addresses, markdown
from alarmplan.render.markdown import Markdown
from alarmplan.render.view import View


@dataclass(frozen=True, slots=True)
class OnPage:
    """Speaks the language of one page and knows where the page stands, for relative links."""

    view: View
    path: str

    def phrase(self, key: str) -> Markdown:
        """A fixed phrase by its name; hyphens of the policy's words become underscores."""
        return Markdown(self.view.words[key.replace("-", "_")])

    def word(self, key: str, **values: str | int) -> Markdown:
        """A fixed phrase; it may contain Markdown of ours, its values are escaped."""
        phrase = self.view.words[key]
        return Markdown(phrase.format(**{name: _markdown(value) for name, value in values.items()}))

    def label(self, text: Text) -> Markdown:
        return markdown.escape(self.view.say(text))

    def prose(self, text: Text) -> Markdown:
        return markdown.prose(self.view.say(text), self._target)

    def cell(self, text: Text | None) -> Markdown:
        """Prose on one line; a dash where there is none."""
        return markdown.cell(self.view.say(text), self._target) if text else Markdown("–")

    def duration(self, duration: Duration | None) -> Markdown:
        return markdown.escape(self.view.duration(duration)) if duration else Markdown("–")

    def money(self, money: Money | None) -> Markdown:
        return markdown.escape(self.view.money(money)) if money else Markdown("–")

    def link(self, kind: str, id: str, scope: str = "") -> Markdown:
        key = Key(kind, id, scope)
        text = markdown.escape(self.view.title(key))
        target = addresses.address(key)
        return Markdown(f"[{text}]({addresses.relative(target, self.path)})") if target else text

    def links(self, kind: str, ids: Iterable[str], scope: str = "", between: str = ", ") -> Markdown:
        """Links to several things; a dash where there are none."""
        return Markdown(between.join(self.link(kind, id, scope) for id in ids) or "–")

    def to(self, path: str, text: str) -> Markdown:
        """A link to a page by its path from the root of the site."""
        return Markdown(f"[{_markdown(text)}]({addresses.relative(path, self.path)})")

    def file(self, path: str) -> Markdown:
        """The address of a file of the site, relative to this page."""
        return Markdown(escape_html(addresses.relative(path, self.path)))

    def up(self, path: str, text: str) -> Markdown:
        """The way back to the overview of a page that stands in no navigation."""
        return Markdown(f"↑ {self.to(path, text)}")

    def heading(self, level: int, text: Text, id: str) -> Markdown:
        """A heading to which links can lead by the id of the thing."""
        return Markdown(f"{'#' * level} {self.label(text)} {{ #{id} }}")

    def listed(self, texts: Iterable[Text]) -> Markdown:
        return Markdown(", ".join(self.label(text) for text in texts))

    def yes(self, truth: bool) -> Markdown:
        return self.phrase("yes" if truth else "no")

    def day(self, day: date | str | None) -> Markdown:
        return markdown.escape(self.view.day(day)) if day else Markdown("–")

    def html(self, text: Text) -> Markdown:
        """Prose on one line as HTML, for places where Markdown is not read."""
        return markdown.html(self.view.say(text), self._page_address)

    def doer_html(self, id: str) -> Markdown:
        if id == "owner":
            return self.phrase("owner_now")
        return self.link_html(Key("role", id))

    def link_html(self, key: Key) -> Markdown:
        """A link for places where Markdown is not read."""
        text = markdown.escape(self.view.title(key))
        address = self._page_address(Target(key.kind, key.scope or None, key.id))
        return Markdown(f'<a href="{address}">{text}</a>' if address else text)

    def anchor(self, id: str) -> Markdown:
        """A spot to which links can lead."""
        return Markdown(f'<span id="{escape_html(id)}"></span>')

    def phone(self, contact: Text) -> Markdown:
        """A contact that can be tapped where it is a number, a mail address or a page."""
        found = Contact.parse(self.view.say(contact))
        text = markdown.escape(found.text)
        if found.form == "other":
            return text
        scheme = {"phone": "tel:", "mail": "mailto:", "page": ""}[found.form]
        return Markdown(f"[{text}]({markdown.url(f'{scheme}{found.address}')})")

    def _page_address(self, target: Target) -> str | None:
        """Like `_target`, of the built page: builders translate links in Markdown only."""
        found = self._target(target)
        return found.replace(".md", ".html", 1) if found else None

    def _target(self, target: Target) -> str | None:
        found = addresses.address(Key(target.kind, target.id, target.scope or ""))
        return addresses.relative(found, self.path) if found else None


def _markdown(value: str | int) -> Markdown:
    return value if isinstance(value, Markdown) else markdown.escape(str(value))
