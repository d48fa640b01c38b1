"""What pages say about where a report is taken, and who is alerted from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from alarmplan.model.contact import Contact
from alarmplan.model.intake import Intake
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation
from alarmplan.model.text import Text
from alarmplan.render.markdown import Markdown
from alarmplan.render.phrases.chains import Chains


class Reports(Chains):
    """Numbers for those who report something."""

    __slots__ = ()

    def in_doubt(self, matrices: Iterable[SeverityMatrix]) -> Iterator[Markdown]:
        """A line for each number under which reports are taken, of the chains that usually hold; always first."""
        usual = (self.view.playbook.chains.get(matrix.chain or "") for matrix in matrices)
        lines: dict[Text, dict[str, list[Intake]]] = {}
        for chain in filter(None, usual):
            for number, ways in self._numbers_of(chain.intake).items():
                lines.setdefault(number, {})[chain.id] = ways
        for number in sorted(lines, key=lambda number: not any(map(self._at_all_times, lines[number].values()))):
            yield Markdown(f"**{self.phone(number)}** – {self._begin_here(lines[number])}")

    def _begin_here(self, chains: Mapping[str, list[Intake]]) -> str:
        """The chains that begin under a number, with the hours once where they are the same for all."""
        hours = {id: self._hours(ways) for id, ways in chains.items()}
        links = {id: f"{self.link('chain', id)}{self._only_for(id, ways)}" for id, ways in chains.items()}
        if len(set(hours.values())) == 1:
            return " · ".join(links.values()) + next(iter(hours.values()))
        return " · ".join(f"{links[id]}{hours[id]}" for id in links)

    def first_calls(self, chain: Chain, situation: Situation) -> Sequence[Markdown]:
        """Whom to call on seeing it: the role named for it, then where its reports are taken."""
        first = [self.number_first(situation.call_first)] if situation.call_first else []
        return [*first, *self.reports(chain, situation.severity)]

    def reports(self, chain: Chain, severity: str) -> Sequence[Markdown]:
        """The numbers under which reports of a severity are taken, each once, with who answers and when."""
        numbers = self._numbers_of(self._taken(chain, severity))
        return [
            Markdown(f"**{self.phone(number)}**{self._answered(ways)}{self._hours(ways)}")
            for number, ways in sorted(numbers.items(), key=lambda line: not self._at_all_times(line[1]))
        ]

    def then_alerted(self, chain: Chain, severity: str, besides: str | None = None) -> Sequence[Markdown]:
        """Whoever is alerted at once and does not answer where the report is taken."""
        taken = {way.contact for way in self._taken(chain, severity)}
        if not self.reports(chain, severity):
            return self.entry(chain, severity, besides)
        roles = (self.view.playbook.roles[id] for id in self.entry_roles(chain, severity, besides))
        return [
            self.number_first(role.id)
            for role in roles
            if not taken & {way.contact for way in self.view.phone_numbers(role)}
        ]

    def intake(self, way: Intake, matrix: str | None) -> Markdown:
        """The number or address, when it is answered and by whom, and for which severities."""
        contact = f": **{self.phone(way.contact)}**" if way.contact else ""
        answered = f" – {self.link('role', way.answered_by)}" if way.answered_by else ""
        only = f" – {self.links('severity', way.severities, matrix or '')}" if way.severities else ""
        return Markdown(f"{self.link('channel', way.via)}{contact}{self._hours([way])}{answered}{only}")

    @staticmethod
    def _taken(chain: Chain, severity: str) -> Iterator[Intake]:
        return (way for way in chain.intake if not way.severities or severity in way.severities)

    def _numbers_of(self, ways: Iterable[Intake]) -> Mapping[Text, list[Intake]]:
        """The ways by phone, by their number."""
        found: dict[Text, list[Intake]] = {}
        for way in ways:
            if way.contact and Contact.parse(self.view.say(way.contact)).form == "phone":
                found.setdefault(way.contact, []).append(way)
        return found

    def _answered(self, ways: Iterable[Intake]) -> str:
        roles = dict.fromkeys(way.answered_by for way in ways if way.answered_by)
        return f" {self.links('role', roles, between=' / ')}" if roles else ""

    def _at_all_times(self, ways: Iterable[Intake]) -> bool:
        calendars = self.view.playbook.calendars
        return any(way.calendar and calendars[way.calendar].always for way in ways)

    def _hours(self, ways: Iterable[Intake]) -> str:
        """When a number is answered; a part of the day says nothing where it is answered at all times."""
        ids = dict.fromkeys(way.calendar for way in ways if way.calendar)
        always = [id for id in ids if self.view.playbook.calendars[id].always]
        return f" ({self.links('calendar', always[:1] or ids)})" if ids else ""

    def _only_for(self, chain: str, ways: Iterable[Intake]) -> str:
        """The severities to which a number is limited in a chain."""
        severities = [way.severities for way in ways]
        if not all(severities):
            return ""
        ids = dict.fromkeys(id for some in severities for id in some)
        matrix = self.view.playbook.chains[chain].severity_matrix
        return f", {self.word('may_limited', severities=self.links('severity', ids, matrix))}"
