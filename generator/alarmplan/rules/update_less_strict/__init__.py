from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.severity_matrix import Severity, SeverityMatrix, Update
from alarmplan.model.place import Route
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.severities import Timed, in_use, ranked, too_long

Series = tuple[str, ...]  # the audience, then what is compared


@judges(SeverityMatrix, reads=(Chain,))
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Fault]:
    """One finding for all audiences that hear less often, or later, in one severity than in a milder one."""
    if not in_use(evidence, matrix):
        return
    found: dict[tuple[str, str], list[tuple[str, Timed, Timed]]] = {}
    for (audience, *_), times in _times(matrix).items():
        for worse, milder in too_long(times):
            found.setdefault((worse.severity, milder.severity), []).append((audience, worse, milder))
    for (severity, other), pairs in found.items():
        said = (
            f"{audience} ({_key(one)}: {one.duration.raw} > {less.duration.raw})" for audience, one, less in pairs
        )
        audience, worse, milder = pairs[0]
        params = {
            "severity": severity,
            "milder": other,
            "audiences": ", ".join(dict.fromkeys(said)),
            "audience": audience,
            "key": _key(worse),
            "value": worse.duration.raw,
            "shorter": milder.duration.raw,
        }
        routes = [pairs[0][1].route, *(milder.route for _, _, milder in pairs)]
        place, *shorter = (evidence.at(matrix, *route) for route in routes)
        yield Fault(place, params, shorter)


def _key(timed: Timed) -> str:
    return str(timed.route[-1])


def _times(matrix: SeverityMatrix) -> Mapping[Series, list[Timed]]:
    """From the worst to the mildest; an audience that is told in two ways at once is left out."""
    found: dict[Series, list[Timed]] = {}
    for index, severity in ranked(matrix).items():
        audiences = Counter(update.audience for update in severity.updates)
        for number, update in enumerate(severity.updates):
            if audiences[update.audience] == 1:
                for series, timed in _of_one(update, severity, ("levels", index, "updates", number)):
                    found.setdefault(series, []).append(timed)
    return found


def _of_one(update: Update, severity: Severity, at: Route) -> Iterator[tuple[Series, Timed]]:
    """The first message, and the interval at the beginning: one that depends on a status stands for itself."""
    if update.first:
        timed = Timed(severity.id, update.first, severity.clock, (*at, "first"))
        yield (update.audience, "first"), timed
    if update.phases:
        phase = update.phases[0]
        timed = Timed(severity.id, phase.every, severity.clock, (*at, "phases", 0, "every"))
        yield (update.audience, "every", phase.while_ or ""), timed
