"""Words of a fixed choice that are all called otherwise: one mistake of the list in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from alarmplan.model.finding import Finding
from alarmplan.model.place import Route

_SHOWN = 5  # further places of one finding


def whole_lists(findings: Iterable[Finding], data: Mapping[str, Any]) -> list[Finding]:
    """`findings`; those of several words of a list as one, with the whole list as it was probably meant."""
    told: list[Finding] = []
    lists: dict[Route, list[Finding]] = {}
    for finding in findings:
        route = finding.place.route
        if finding.rule == "value-not-allowed" and isinstance(route[-1], int):
            lists.setdefault(route[:-1], []).append(finding)
        else:
            told.append(finding)
    told.extend(
        _together(found, _at(data, route)) if len(found) > 1 else found[0] for route, found in lists.items()
    )
    return told


def _together(found: list[Finding], written: list[Any]) -> Finding:
    first, *others = found
    meant = {str(one.params["value"]): str(one.params["suggestion"]) for one in found}
    words = [word for one in written for word in meant.get(str(one), str(one)).split(", ")]
    sure = all(words) and not any("/" in word for word in words)
    line = f"[{', '.join(dict.fromkeys(words))}]" if sure else ""
    params = {**first.params, "words": ", ".join(meant), "suggestion": line, "line": line}
    return Finding(first.rule, first.place, params, tuple(one.place for one in others[:_SHOWN]))


def _at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data
