"""References that lead nowhere: one finding for each id that does not exist, however often it is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from alarmplan.corrections import is_id, other_word
from alarmplan.model.finding import Finding
from alarmplan.model.place import Place
from alarmplan.model.playbook import Key, Reference
from alarmplan.resolve.absent import Absent
from alarmplan.resolve.beside import kinds_beside
from alarmplan.resolve.links import unknown_kind
from alarmplan.schemas import homes, kinds_of_ids, meant_kind, scopes
from alarmplan.suggest import Suggestions, few

_SHOWN = 5  # related places of one finding


@dataclass(frozen=True, slots=True)
class Known:
    """What exists: `declared` in documents that could be read, whatever their shape; `lost` are ids of the others.

    `nearly` and `nameless` are the same of all `Mentions`. `files` says where the first file of each kind is,
    `unread` of which kinds there may be files that could not be read.
    """

    declared: Mapping[Key, Place]
    nearly: frozenset[Key]
    nameless: tuple[Key, ...]
    lost: frozenset[str]
    files: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    def expects(self, key: Key) -> bool:
        """Whether the id is not there, but may well be once another mistake is mended."""
        return key in self.nearly or key in self.nameless or key.id in self.lost


def well_formed(key: Key) -> bool:
    return is_id(key.id) and (key.kind not in scopes() or is_id(key.scope))


def missing(references: Iterable[Reference], known: Known) -> Iterator[Finding]:
    named: set[Key] = set()
    groups: dict[Key, list[Reference]] = {}
    for reference in references:
        named.add(reference.target)
        if reference.target not in known.declared and not known.expects(reference.target):
            groups.setdefault(reference.target, []).append(reference)
    explain = _Explainer(known, named)
    blameless = _nameless(groups, known, explain)
    absent = Absent(known.files)
    for key, group in groups.items():
        scope = _scope(key)
        unseen = scope is not None and (scope in groups or (scope not in known.declared and known.expects(scope)))
        if unseen or key in blameless:
            continue
        if explain.is_absent(group):
            absent.add(group)
        else:
            yield explain(group)
    yield from absent.findings()


def _scope(key: Key) -> Key | None:
    """The document within which the id is unique. Where that is missing, all its ids are, by one mistake."""
    return Key(scopes()[key.kind], key.scope) if key.kind in scopes() else None


def _nameless(groups: Mapping[Key, list[Reference]], known: Known, explain: _Explainer) -> set[Key]:
    """Ids that are missing because as many things of their kind have lost theirs."""
    lacking = Counter((key.kind, key.scope) for key in known.nameless)
    strange = [
        key
        for key, (first, *_) in groups.items()
        if (key.kind, key.scope) in lacking and not explain.suggestion(first, 1)
    ]
    wanted = Counter((key.kind, key.scope) for key in strange)
    return {key for key in strange if wanted[key.kind, key.scope] <= lacking[key.kind, key.scope]}


class _Explainer:
    def __init__(self, known: Known, named: set[Key]) -> None:
        self._known = known
        self._suggestions = Suggestions()
        self._ids: dict[tuple[str, str], list[str]] = {}
        self._unused: dict[tuple[str, str], list[str]] = {}
        self._by_id: dict[str, list[Key]] = {}
        self._by_file: dict[tuple[str, str], Key] = {}
        for key, place in known.declared.items():
            if place.route == ("id",):
                self._by_file[key.kind, PurePosixPath(place.path).stem] = key
            self._ids.setdefault((key.kind, key.scope), []).append(key.id)
            self._by_id.setdefault(key.id, []).append(key)
            if key not in named:
                self._unused.setdefault((key.kind, key.scope), []).append(key.id)

    def __call__(self, group: list[Reference]) -> Finding:
        """For all that refer to one thing."""
        key, first = group[0].target, group[0].place
        others = [reference.place for reference in group[1:]]
        if key.kind not in kinds_of_ids():
            return unknown_kind(_target(key), self._target(key), first, tuple(others[:_SHOWN]))
        params = self._params(group)
        misplaced = self._misplaced(group[0])
        suggested = self._known.declared.get(Key(key.kind, str(params["suggestion"]), key.scope))
        namesake = misplaced or self._namesake(key)
        meant = (
            suggested if suggested and not misplaced else self._known.declared.get(namesake) if namesake else None
        )
        related = (*([meant] if meant else ()), *others)[:_SHOWN]
        params["unshown"] = len(others) + bool(meant) - len(related)
        if misplaced:
            return Finding("reference-other-kind", first, {**params, "other": misplaced.kind}, related)
        params |= {"namesake": namesake.kind} if namesake else {}
        return Finding("reference-missing", first, params, related)

    def _params(self, group: list[Reference]) -> dict[str, str | int]:
        key = group[0].target
        renamed = self._renamed(key)
        return {
            "kind": key.kind,
            "id": key.id[:60],
            "places": len(group),
            "besides": ", ".join(group[0].besides),
            "suggestion": self.suggestion(group[0], len(group)),
            "existing": few(self._existing(key)),
            **({"renamed": self._known.declared[renamed].path} if renamed else {}),
        }

    def is_absent(self, group: list[Reference]) -> bool:
        """Whether nothing of this kind is described, and no other word was meant."""
        key = group[0].target
        if key.kind not in kinds_of_ids() or key.kind in scopes() or (key.kind, "") in self._ids:
            return False
        home = homes().get(key.kind, key.kind)
        other = self._misplaced(group[0]) or self.suggestion(group[0], len(group))
        return not other and home not in self._known.unread

    def suggestion(self, reference: Reference, times: int) -> str:
        """The nearest id; for one that is named often first of all those that nobody names: it was renamed."""
        key, besides = reference.target, reference.besides
        if other := other_word(key.id, besides):
            return other
        if len(elsewhere := self._elsewhere(key)) == 1:
            return elsewhere[0]
        if renamed := self._renamed(key):
            return renamed.id
        family = (key.kind, key.scope)
        unused = self._unused.get(family, ()) if times > 1 else ()
        ids = (*self._ids.get(family, ()), *besides)
        return self._suggestions.nearest((*family, besides), key.id, unused, ids) or ""

    def _renamed(self, key: Key) -> Key | None:
        """The document whose file is still called as the id that is missing."""
        return None if key.scope else self._by_file.get((key.kind, key.id))

    def _existing(self, key: Key) -> list[str]:
        return self._ids.get((key.kind, key.scope)) or self._elsewhere(key)

    def _elsewhere(self, key: Key) -> list[str]:
        """For a link that leaves out the document within which an id is unique, or names one in vain."""
        if bool(key.scope) == (key.kind in scopes()):
            return []
        return [_target(one) for one in self._by_id.get(key.id, ()) if one.kind == key.kind]

    def _misplaced(self, reference: Reference) -> Key | None:
        """Something of the same id, but of a kind that another key beside names."""
        namesake = None if self._renamed(reference.target) else self._namesake(reference.target)
        return namesake if namesake and namesake.kind in kinds_beside(reference) else None

    def _namesake(self, key: Key) -> Key | None:
        """Something of the same id, but of another kind."""
        others = (one for one in self._by_id.get(key.id, ()) if one.kind != key.kind)
        return next((one for one in others if one.scope in ("", key.scope)), None)

    def _target(self, key: Key) -> str:
        kind = meant_kind(key.kind, kinds_of_ids())
        if kind is None:
            kinds = {one.kind for one in self._by_id.get(key.id, ()) if one.scope == key.scope}
            kind = kinds.pop() if len(kinds) == 1 else None
        return _target(Key(kind, key.id, key.scope)) if kind else ""


def _target(key: Key) -> str:
    return f"{key.kind}:{key.scope}/{key.id}" if key.scope else f"{key.kind}:{key.id}"
