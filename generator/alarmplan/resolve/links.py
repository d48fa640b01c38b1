"""Links within texts that were meant to lead to an id of the playbook, but are not written like one."""

from __future__ import annotations

from alarmplan.corrections import an_id
from alarmplan.model.finding import Finding
from alarmplan.model.place import Place
from alarmplan.schemas import kinds_of_ids, meant_kind


def explain_link(target: str, place: Place) -> Finding:
    """The kind is wrong, or what stands behind it is no id."""
    kind, _, rest = target.partition(":")
    kinds = kinds_of_ids()
    meant = kind if kind in kinds else meant_kind(kind, kinds)
    corrected = f"{meant}:{'/'.join(map(an_id, rest.split('/')))}" if meant else ""
    if kind in kinds:
        *scope, written = rest.split("/", 1)
        params = {"value": written[:60], "kind": kind, "scope": "".join(scope)[:60]}
        return Finding("reference-form", place, params)
    return unknown_kind(target, corrected, place)


def unknown_kind(target: str, suggestion: str, place: Place, related: tuple[Place, ...] = ()) -> Finding:
    params = {"target": target[:60], "suggestion": suggestion[:60], "kinds": ", ".join(sorted(kinds_of_ids()))}
    return Finding("link-kind-unknown", place, params, related)
