"""What pages say about who may decide what."""

from __future__ import annotations

from collections.abc import Iterable

from alarmplan.model.facts import Holder
from alarmplan.model.kinds.role import LimitedDecision, Role, Rota
from alarmplan.model.kinds.situation import DueDecision, Situation
from alarmplan.render import markdown
from alarmplan.render.markdown import Markdown
from alarmplan.render.phrases.people import People


class Mandates(People):
    """Mandates and their holders."""

    __slots__ = ()

    def holders(self, holders: Iterable[Holder], joint: bool | None = None) -> Markdown:
        """Who may take a decision; only alone or only jointly where `joint` says so."""
        chosen = [holder for holder in holders if joint is None or bool(holder.with_) is joint]
        return Markdown("<br>".join(self._holder(holder) for holder in chosen) or "–")

    def _holder(self, holder: Holder) -> str:
        notes = self.holder_notes(holder)
        return self.link("role", holder.role) + (f" ({notes})" if notes else "")

    def holder_notes(self, holder: Holder) -> str:
        """With whom, and in which severities only; empty where neither is said."""
        notes = [self._together(holder.with_)] if holder.with_ else []
        if holder.matrix:
            notes.append(self._limit(holder.matrix, holder.severities))
        return "; ".join(notes)

    def _together(self, roles: Iterable[str]) -> str:
        return f"{self.phrase('with')} {self.links('role', roles)}"

    def _limit(self, matrix: str, severities: Iterable[str]) -> Markdown:
        return self.word("may_limited", severities=self.links("severity", severities, matrix))

    def decider(self, situation: Situation, due: DueDecision) -> Markdown:
        """Who decides in a situation, with the number to call; all who may where the policy names nobody."""
        holders = self.view.facts.holders[due.decision]
        if due.by is None:
            return self.holders(holders)
        if due.by == "owner":
            return self.doer(due.by)
        named = [holder for holder in holders if holder.role == due.by and self._applies(holder, situation)]
        numbers = map(self.number, self.view.phone_numbers(self.view.playbook.roles[due.by]))
        return Markdown("<br>".join([self.holders(named) if named else self.role(due.by), *numbers]))

    @staticmethod
    def _applies(holder: Holder, situation: Situation) -> bool:
        """Whether a mandate holds in the severity with which the situation starts."""
        return holder.matrix is None or (
            holder.matrix == situation.severity_matrix and situation.severity in holder.severities
        )

    def limits(self, role: Role) -> Markdown:
        """The decisions that a role may take in some severities only."""
        return Markdown(
            "<br>".join(
                f"{self.link('decision', limit.decision)}: {self._holder_limit(limit)}"
                for limit in role.mandate.limited
            )
            or "–"
        )

    def _holder_limit(self, limit: LimitedDecision) -> str:
        together = f", {self._together(limit.with_)}" if limit.with_ else ""
        return f"{self._limit(limit.severity_matrix, limit.severities)}{together}"

    def may(self, role: Role, decision: str) -> Markdown:
        """A cell of the matrix of decisions and roles: in words, since colour and signs are not read aloud."""
        own = [holder for holder in self.view.facts.holders[decision] if holder.role == role.id]
        return Markdown("<br>".join(map(self._may, own)) or "–")

    def _may(self, holder: Holder) -> str:
        how = self.phrase("may_jointly" if holder.with_ else "may_alone")
        if not holder.matrix:
            return how
        return f"{how}, {self._limit(holder.matrix, holder.severities)}"

    def rota(self, rota: Rota) -> Markdown:
        people = self.word("rota_people", people=rota.people) if rota.people else Markdown("")
        if not rota.schedule:
            return people
        return Markdown(f"{people} [{self.phrase('rota_schedule')}]({markdown.url(rota.schedule)})")
