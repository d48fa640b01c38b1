"""What refers to a file that could not be read: told with the mistake in that file, as no mistake of its own."""

from __future__ import annotations

from dataclasses import replace

from alarmplan.model.finding import Finding, Findings
from alarmplan.model.place import Place
from alarmplan.model.playbook import Playbook
from alarmplan.model.source import Lost

_SHOWN = 3


def with_referrers(findings: Findings, playbook: Playbook, lost: Lost) -> Findings:
    """`findings` of unreadable files, the first of each file with the places that refer to its ids."""
    waiting: dict[str, list[Place]] = {}
    for reference in playbook.references:
        if reference.target not in playbook.declared and reference.target.id in lost.ids:
            waiting.setdefault(lost.ids[reference.target.id], []).append(reference.place)
    told: list[Finding] = []
    for finding in findings:
        places = waiting.pop(finding.place.path, ())
        told.append(replace(finding, referrers=tuple(places[:_SHOWN])) if places else finding)
    return tuple(told)
