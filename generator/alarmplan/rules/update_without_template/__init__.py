from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.facts import PlannedMessage
from alarmplan.model.kinds.catalogues import Audiences, Channels
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.communication import MOMENTS, Template
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.place import Place
from alarmplan.rules.check import Fault, fault, judges

Row = tuple[str, str, str]  # matrix, severity, audience


@judges(Organisation, reads=(Audiences, Chain, Channels, SeverityMatrix, Template))
def check(evidence: Evidence, _: Organisation) -> Iterator[Fault]:
    """One finding per audience and matrix. What is only spoken needs no words beforehand."""
    absent: dict[tuple[str, str], dict[str, set[str]]] = {}
    for (matrix, severity, audience), moments in _without(evidence).items():
        absent.setdefault((matrix, audience), {})[severity] = moments
    for (matrix, audience), severities in absent.items():
        moments = {moment for found in severities.values() for moment in found}
        params = {
            "audience": audience,
            "matrix": matrix,
            "moments": ", ".join(moment for moment in MOMENTS if moment in moments),
            "severities": ", ".join(severities),
        }
        yield fault(_places(evidence, matrix, audience, severities), params)


def _without(evidence: Evidence) -> dict[Row, set[str]]:
    """The moments without words; those of a first update may be used for all others, and the other way round.

    Whether words are needed depends on the channel: where none is named, that is the mistake.
    """
    absent: dict[Row, set[str]] = {}
    worded: set[Row] = set()
    channelled: set[Row] = set()
    for row in evidence.facts.plan:
        if row.matrix not in evidence.playbook.chains_of:
            continue
        key = (row.matrix, row.severity, row.audience)
        if row.channels:
            channelled.add(key)
        if row.templates:
            worded |= {key} if row.moment in ("first", "regular") else set()
        elif _is_sent(row) and not _spoken(evidence, row):
            absent.setdefault(key, set()).add("regular" if row.moment == "first" else row.moment)
    for key in worded & absent.keys():
        absent[key].discard("regular")
    return {key: moments for key, moments in absent.items() if moments and key in channelled}


def _is_sent(row: PlannedMessage) -> bool:
    if row.moment in ("first", "regular"):
        return any(not every.is_none for every, _ in row.every)
    return row.due is None or not row.due.is_none


def _spoken(evidence: Evidence, row: PlannedMessage) -> bool:
    channels = [evidence.playbook.channels[channel] for channel in row.channels]
    return bool(channels) and all(channel.synchronous and not channel.leaves_record for channel in channels)


def _places(evidence: Evidence, id: str, audience: str, severities: dict[str, set[str]]) -> list[Place]:
    matrix = evidence.playbook.matrices[id]
    return [
        evidence.at(matrix, "levels", index, "updates", number, "audience")
        for index, level in enumerate(matrix.levels)
        if level.id in severities
        for number, update in enumerate(level.updates)
        if update.audience == audience
    ]
