from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.process import Process, Way
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.same_words import folded, written


@judges(Process)
def check(evidence: Evidence, process: Process) -> Iterator[Fault]:
    """One way without a case is “otherwise”; several ways to one step in different cases are nothing but clear."""
    for number, step in enumerate(process.steps):
        for same in _alike(step.next, evidence.playbook.languages):
            steps = ", ".join(dict.fromkeys(step.next[index].to for index in same))
            first, second = (evidence.at(process, "steps", number, "next", index, "to") for index in same[:2])
            yield Fault(second, {"step": step.id, "steps": steps}, (first,))


def _alike(ways: Sequence[Way], languages: Sequence[str]) -> Iterable[Sequence[int]]:
    """Ways in the same case. One language is enough: people read in one."""
    cases: dict[tuple[str, str], list[int]] = {}
    for index, way in enumerate(ways):
        for case in _cases(way, languages):
            cases.setdefault(case, []).append(index)
    return {same[1]: same for same in cases.values() if len(same) > 1}.values()


def _cases(way: Way, languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    if way.when is None:
        yield "", ""
    else:
        for language, words, _ in written(way.when, (), languages):
            yield language, folded(words).rstrip(".")
