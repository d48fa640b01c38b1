from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.inline import links
from alarmplan.model.kinds.role import Role
from alarmplan.model.place import Place, Route
from alarmplan.model.text import Text
from alarmplan.rules.check import judges


@judges(Role)
def check(evidence: Evidence, role: Role) -> Iterator[Finding]:
    """One finding per text and decision, in however many languages it stands."""
    for index, text in enumerate(role.must_not):
        found: dict[str, Place] = {}
        for route, written in _written(text, ("must_not", index)):
            for target in links(written):
                if target.kind == "decision" and target.id in role.mandate.alone:
                    found.setdefault(target.id, evidence.at(role, *route, words=str(target)))
        for decision, place in found.items():
            alone = evidence.at(role, "mandate", "alone", role.mandate.alone.index(decision))
            yield Finding("mandate-forbidden", place, {"decision": decision}, (alone,))


def _written(text: Text, route: Route) -> Iterator[tuple[Route, str]]:
    if text.everywhere is not None:
        yield route, text.everywhere
    for language, written in text.by_language:
        yield (*route, language), written
