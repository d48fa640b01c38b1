from __future__ import annotations

from collections.abc import Iterator

from alarmplan import __version__
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.rules.check import Fault, judges


@judges(Organisation)
def check(evidence: Evidence, organisation: Organisation) -> Iterator[Fault]:
    if organisation.requires is None:
        return
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # slow to import, and most do not ask

    place = evidence.at(organisation, "requires")
    try:
        met = SpecifierSet(organisation.requires).contains(__version__, prereleases=True)
    except InvalidSpecifier:
        met = False
    if not met:
        yield Fault(place, {"wanted_version": organisation.requires, "version": __version__})
