from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.severity_matrix import SeverityMatrix, Update
from alarmplan.model.place import Place
from alarmplan.rules.check import judges
from alarmplan.rules.severities import Timed, ranked, told, too_long

Series = tuple[str, ...]  # the audience, then what is compared


@judges(SeverityMatrix)
def check(evidence: Evidence, matrix: SeverityMatrix) -> Iterator[Finding]:
    """One finding for all audiences that hear less often, or later, in one severity than in a milder one."""
    found: dict[tuple[str, str], list[tuple[str, Timed, Timed]]] = {}
    for (audience, *_), times in _times(evidence, matrix).items():
        for worse, milder in too_long(times):
            found.setdefault((worse.severity, milder.severity), []).append((audience, worse, milder))
    for (severity, other), pairs in found.items():
        audiences = ", ".join(dict.fromkeys(audience for audience, _, _ in pairs))
        params = {"severity": severity, "milder": other, "audiences": audiences}
        places = [pairs[0][1].place, *(milder.place for _, _, milder in pairs)]
        yield Finding("update-less-strict", *told(places, params))


def _times(evidence: Evidence, matrix: SeverityMatrix) -> Mapping[Series, list[Timed]]:
    """From the worst to the mildest; an audience that is told in two ways at once is left out."""
    found: dict[Series, list[Timed]] = {}
    for index, severity in ranked(matrix).items():
        audiences = Counter(update.audience for update in severity.updates)
        for number, update in enumerate(severity.updates):
            if audiences[update.audience] == 1:
                at = evidence.at(matrix, "levels", index, "updates", number)
                for series, timed in _of_one(update, severity.id, severity.clock, at):
                    found.setdefault(series, []).append(timed)
    return found


def _of_one(update: Update, severity: str, clock: str | None, at: Place) -> Iterator[tuple[Series, Timed]]:
    """The first message, and the interval at the beginning: one that depends on a status stands for itself."""
    if update.first:
        place = Place(at.path, (*at.route, "first"))
        yield (update.audience, "first"), Timed(severity, update.first, clock, place)
    if update.phases:
        phase = update.phases[0]
        place = Place(at.path, (*at.route, "phases", 0, "every"))
        yield (update.audience, "every", phase.while_ or ""), Timed(severity, phase.every, clock, place)
