from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from alarmplan.model.facts import PlannedMessage
from alarmplan.model.kinds.communication import MOMENTS, Template
from alarmplan.model.kinds.severity_matrix import Severity, SeverityMatrix, Update
from alarmplan.model.playbook import Playbook


def communication_plan(playbook: Playbook) -> tuple[PlannedMessage, ...]:
    """Moment × audience × severity, in the order of the matrices; nothing for those who are told nothing."""
    return tuple(
        row
        for matrix in playbook.matrices.values()
        for severity in matrix.levels
        for update in severity.updates
        if not update.is_none
        for row in _rows(playbook, matrix, severity, update)
    )


def planned(plan: Iterable[PlannedMessage]) -> Mapping[str, tuple[PlannedMessage, ...]]:
    """For every template that is planned its rows, in the order of the plan."""
    found: dict[str, list[PlannedMessage]] = {}
    for row in plan:
        for template in row.templates:
            found.setdefault(template, []).append(row)
    return {template: tuple(rows) for template, rows in found.items()}


def asked(playbook: Playbook) -> frozenset[str]:
    """The audiences that some message asks for a decision."""
    return frozenset(
        template.audience for template in playbook.of(Template).values() if "decisions" in template.says()
    )


def _rows(
    playbook: Playbook, matrix: SeverityMatrix, severity: Severity, update: Update
) -> Iterator[PlannedMessage]:
    for moment in MOMENTS:
        templates = tuple(
            template
            for template in playbook.of(Template).values()
            if template.moment == moment
            and template.audience == update.audience
            and template.severity_matrix in (None, matrix.id)
            and (not template.severities or severity.id in template.severities)
        )
        yield PlannedMessage(
            matrix=matrix.id,
            severity=severity.id,
            audience=update.audience,
            moment=moment,
            sender=update.by,
            approval=update.approval,
            due=update.first if moment == "initial" else None,
            every=tuple((phase.every, phase.until or phase.while_) for phase in update.phases)
            if moment in ("first", "regular")
            else (),
            channels=update.via or (templates[0].channels if templates else ()),
            templates=tuple(template.id for template in templates),
            followed=moment != "closing" and any(not phase.every.is_none for phase in update.phases),
        )
