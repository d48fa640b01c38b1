"""What templates and sheets see: the playbook and its facts, in one language, on one day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from alarmplan import schemas
from alarmplan.model.contact import Contact
from alarmplan.model.document import Document
from alarmplan.model.duration import Duration
from alarmplan.model.facts import Facts, Use
from alarmplan.model.kinds import KINDS
from alarmplan.model.kinds.glossary import Glossary
from alarmplan.model.kinds.organisation import OpenHours
from alarmplan.model.kinds.role import Reachable, Role
from alarmplan.model.manual import Manual
from alarmplan.model.money import Money
from alarmplan.model.playbook import Key, Playbook
from alarmplan.model.text import Text
from alarmplan.render.collation import collation
from alarmplan.render.terms import Terms, terms
from alarmplan.render.typography import spaced
from alarmplan.render.words import Words, words

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class View:
    playbook: Playbook
    facts: Facts
    language: str
    as_of: date
    manual: Manual
    with_sheets: bool = True

    @cached_property
    def words(self) -> Words:
        return words(self.language)

    def say(self, text: Text) -> str:
        """What a reader is told; what he copies is `as_written`."""
        return spaced(self.as_written(text), self.language)

    def as_written(self, text: Text) -> str:
        return text.in_language(self.language)

    def duration(self, duration: Duration) -> str:
        """`1 Std. 30 Min.`; an unknown duration as its author wrote it."""
        if duration.is_none:
            return self.words["none"]
        if duration.parts is None:
            return duration.raw
        return self.words["between_parts"].join(
            self._part(part.amount, f"working_{part.unit}" if part.working else part.unit)
            for part in duration.parts
        )

    def _part(self, amount: int, unit: str) -> str:
        forms = self.words.units[unit]
        return f"{amount}\u00a0{forms[0] if amount == 1 else forms[1]}"

    def money(self, money: Money) -> str:
        grouped = f"{money.amount:,}".replace(",", self.words["thousands"])
        return f"{grouped}\u00a0{'€' if money.currency == 'EUR' else money.currency}"

    def day(self, day: date | str) -> str:
        moment = date.fromisoformat(day) if isinstance(day, str) else day
        month = self.words.months[moment.month - 1]
        return self.words["date"].format(day=moment.day, month=month, year=moment.year)

    def hours(self, hours: OpenHours) -> str:
        days = ", ".join(self._days(run) for run in _runs(hours.days))
        return f"{days}: {hours.from_}–{hours.to}"

    def _days(self, run: Sequence[str]) -> str:
        """Days in a row: `Monday–Friday`; two of them have nothing between."""
        between = "–" if len(run) > 2 else ", "
        return between.join(self.words[f"day_{day}"] for day in (run if len(run) < 3 else (run[0], run[-1])))

    def phone_numbers(self, role: Role) -> tuple[Reachable, ...]:
        """Of every site the number that is answered around the clock, else the first."""
        calendars = self.playbook.calendars
        ways = sorted(filter(self.is_phone, role.reachable), key=lambda way: not calendars[way.calendar].always)
        best: dict[Text | None, Reachable] = {}
        for way in ways:
            best.setdefault(way.for_, way)
        return tuple(best.values())

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """All roles as in a dictionary."""
        return tuple(sorted(self.playbook.roles.values(), key=lambda role: collation(self.say(role.title))))

    @cached_property
    def terms(self) -> Terms:
        """The terms of all glossaries, to be found on pages."""
        entries = (term for glossary in self.playbook.of(Glossary).values() for term in glossary.terms)
        return terms(entries, self.language)

    def is_phone(self, way: Reachable) -> bool:
        return Contact.parse(self.say(way.contact)).form == "phone"

    def kind(self, kind: str) -> str:
        """The name of a kind of document or entry."""
        if kind in KINDS:
            return schemas.title(schemas.kind_schema(kind), self.language)
        return self.words.kinds[kind]

    @cached_property
    def documents(self) -> Mapping[Key, Document]:
        return {Key(document.kind, document.id): document for document in self.playbook.documents}

    def title(self, key: Key) -> str:
        """What people call the thing that `key` names."""
        thing = self._titles.get(key)
        return self.say(thing) if thing else key.id

    def short_title(self, key: Key) -> str:
        """The title up to its dash: `Sev 1` of `Sev 1 – critical`."""
        return self.title(key).split(" – ")[0]

    @cached_property
    def _titles(self) -> Mapping[Key, Text]:
        by_path = {self.playbook.path(document): document for document in self.playbook.documents}
        found: dict[Key, Text] = {}
        for key, place in self.playbook.declared.items():
            thing: object = by_path.get(place.path)
            for step in place.route[:-1]:
                thing = _inside(thing, step)
            title = getattr(thing, "title", None)
            if isinstance(title, Text):
                found[key] = title
        return found

    def use(self, use: Use) -> str:
        """Where in its document a thing is used: entries on the way by their names, then the property."""
        thing: object = self.documents[use.user]
        named: list[str] = []
        for step in use.route:
            thing = _inside(thing, step)
            title = getattr(thing, "title", None) if isinstance(step, int) else None
            if isinstance(title, Text):
                named.append(self.words["quoted"].format(text=self.say(title)))
        titles = schemas.titles(use.user.kind, use.route, self.language)
        return ": ".join(dict.fromkeys([*(named or titles[:1]), titles[-1]]))


def _runs(days: Iterable[str]) -> Iterator[Sequence[str]]:
    """Days of the week in their order, those in a row together."""
    places = sorted(_WEEK.index(day) for day in days)
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        yield [_WEEK[place] for _, place in run]


def _inside(thing: object, step: str | int) -> object:
    if isinstance(step, int):
        return thing[step] if isinstance(thing, tuple) and step < len(thing) else None
    if isinstance(thing, Mapping):
        return thing.get(step)
    return getattr(thing, step, None) or getattr(thing, f"{step}_", None)
