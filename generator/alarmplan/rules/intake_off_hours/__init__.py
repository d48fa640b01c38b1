from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.intake import Intake
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.service import Commitment, Service
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.week import open_minutes
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.clocks import reports_closed, together
from alarmplan.rules.promises import chain_of, covered, names_time


@judges(Service, reads=(Chain, Organisation, SeverityMatrix))
def check(evidence: Evidence, service: Service) -> Iterator[Fault]:
    """By the hours of a week; a way without calendar may be open at any time."""
    for number, commitment in enumerate(service.commitments):
        promised = filter(names_time, commitment.targets)
        ids = {level.id for times in promised for level in covered(evidence.playbook, service, times)}
        ways_in = {id: _ways(evidence, service, commitment, id) for id in sorted(ids)}
        closed = {id: ways for id, ways in ways_in.items() if ways and _gap(evidence, commitment, ways)}
        if closed:
            params = {
                "commitment": commitment.id,
                "calendar": commitment.calendar or "",
                "severities": ", ".join(closed),
                "open": ", ".join(dict.fromkeys(id for ways in closed.values() for id in ways)),
            }
            key = "intake" if commitment.intake else "calendar"
            place = evidence.at(service, "commitments", number, key, key=True)
            yield Fault(place, params)


def _ways(evidence: Evidence, service: Service, commitment: Commitment, severity: str) -> tuple[str, ...]:
    """The calendars of the ways in; none where one of them is not bound to any.

    Where our own contract names no way, the report comes in to the chain, as every other does.
    """
    found = _taking(commitment.intake, severity)
    if not found and commitment.by is None:
        chain = evidence.playbook.of(Chain).get(chain_of(evidence.playbook, service) or "")
        if chain and severity not in reports_closed(evidence, chain):  # else it is found there
            found = _taking(chain.intake, severity)
    return tuple(dict.fromkeys(way for way in found if way)) if None not in found else ()


def _taking(intake: tuple[Intake, ...], severity: str) -> list[str | None]:
    return [way.calendar for way in intake if not way.severities or severity in way.severities]


def _gap(evidence: Evidence, commitment: Commitment, ways: tuple[str, ...]) -> bool:
    if commitment.calendar is None or commitment.calendar in ways:
        return False
    promised, found = open_minutes(evidence.playbook, commitment.calendar), together(evidence, ways)
    return promised is not None and found is not None and bool(promised & ~found)
