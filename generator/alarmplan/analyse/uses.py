from __future__ import annotations

from collections.abc import Mapping

from alarmplan.model.facts import Use
from alarmplan.model.playbook import Key, Playbook


def uses(playbook: Playbook) -> Mapping[Key, tuple[Use, ...]]:
    """For every id the places that refer to it, in the order of documents; a link in a text counts once."""
    found: dict[Key, dict[Use, None]] = {}
    for reference in sorted(playbook.references, key=lambda reference: reference.source):
        use = Use(reference.source, _without_language(reference.place.route, playbook.languages))
        found.setdefault(reference.target, {})[use] = None
    return {key: tuple(of_key) for key, of_key in found.items()}


def _without_language(route: tuple[str | int, ...], languages: tuple[str, ...]) -> tuple[str | int, ...]:
    return route[:-1] if route and route[-1] in languages else route
