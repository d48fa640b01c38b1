"""Damages policies one place at a time, and counts how many of the harmful mistakes are found.

    python tests/mutation/survey.py [COUNT] [SEED] [--each N] [--list] [--all]

A sample, uniform over every pair of a place and an operator that applies to it, in the shipped playbook and the
three test playbooks. Most places are texts; `--each` takes as many of every sort of place instead. `harm.toml`
says which pairs do no harm, and which harm nobody can tell from the policy alone; all others are harmful. What is
found beyond the findings of the untouched playbook counts as caught. Much of it fits no shape, or breaks a
reference; what the rules catch of the rest is told apart. Survivors are listed, first those that the table does
not account for. The exit status is 1 if less than the target is caught.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from operators import OPERATORS, TIME, applied
from spots import Spot, Whole, spots, whole

from alarmplan import load as loading
from alarmplan.load import load
from alarmplan.model.source import Source
from alarmplan.pipeline import check
from alarmplan.rules import RULES
from alarmplan.sources.folder import read_folder

HERE = Path(__file__).parent
PLAYBOOKS = (
    HERE.parents[1] / "playbook",
    *(HERE.parent / "playbooks" / name for name in ("hospital", "open-source", "small-firm")),
)
AS_OF = date(2026, 11, 22)
TARGET = 0.95

Found = frozenset[tuple[str, str]]  # rule, path


@dataclass(frozen=True)
class Job:
    """One mutant: the `number`th place of a playbook, and what happens to it."""

    playbook: Path
    number: int
    operator: str


@dataclass(frozen=True)
class Result:
    job: Job
    file: str
    route: str
    pattern: str
    kind: str
    rules: tuple[str, ...]


@cache
def source_of(playbook: Path) -> Source:
    loading.load_file = lru_cache(400)(loading.load_file)  # all files of a mutant but one are as before
    return read_folder(playbook, playbook.name)


@cache
def places(playbook: Path) -> tuple[Whole, Sequence[Spot]]:
    source = source_of(playbook)
    documents, _ = load(source)
    found = check(source, AS_OF).playbook
    assert found is not None
    return whole(documents, found), [spot for document in documents for spot in spots(document)]


def findings(source: Source) -> Found:
    return frozenset((finding.rule, finding.place.path) for finding in check(source, AS_OF).findings)


@cache
def before(playbook: Path, path: str) -> Found:
    """What is found if the file is only written anew: comments with exceptions are lost, for instance."""
    source = source_of(playbook)
    documents, _ = load(source)
    data = next(document.data for document in documents if document.path == path)
    return findings(replaced(source, path, data))


def replaced(source: Source, path: str, data: Mapping[str, object]) -> Source:
    """JSON is YAML too."""
    content = json.dumps(data, ensure_ascii=False, indent=1).encode()
    return Source(source.name, {**source.files, path: content})


def run(job: Job) -> Result:
    around, all_spots = places(job.playbook)
    spot = all_spots[job.number]
    edit = OPERATORS[job.operator](spot, around)
    assert edit is not None
    path, data = spot.document.path, applied(edit, spot)
    new = findings(replaced(source_of(job.playbook), path, data)) - before(job.playbook, path)
    route = ".".join(map(str, spot.route))
    return Result(job, path, route, spot.pattern, spot.kind, tuple(sorted({rule for rule, _ in new})))


def candidates() -> Iterator[Job]:
    for playbook in PLAYBOOKS:
        around, all_spots = places(playbook)
        for number, spot in enumerate(all_spots):
            for operator, apply in OPERATORS.items():
                if apply(spot, around) is not None:
                    yield Job(playbook, number, operator)


@cache
def table() -> Mapping[str, Mapping[str, Sequence[re.Pattern[str]]]]:
    """By verdict and operator; `*` stands for one part of a place, `**` for one or more."""
    read = tomllib.loads((HERE / "harm.toml").read_text("utf-8"))
    return {
        verdict: {operator: [_pattern(place) for place in places] for operator, places in operators.items()}
        for verdict, operators in read.items()
    }


def _pattern(place: str) -> re.Pattern[str]:
    parts = {"*": r"[^.]+", "**": r".+"}
    return re.compile(r"\.".join(parts.get(part, re.escape(part)) for part in place.split(".")))


def harm(kind: str, pattern: str, operator: str) -> str:
    """`accounted` (harmful, with a reason why it is not always found), `harmless`, `unknowable` or `harmful`."""
    for verdict in ("accounted", "harmless", "unknowable"):
        for of in (operator, "any"):
            if any(wanted.fullmatch(f"{kind}.{pattern}") for wanted in table()[verdict].get(of, ())):
                return verdict
    return "harmful"


def sort_of(job: Job) -> tuple[str, str, str]:
    spot = places(job.playbook)[1][job.number]
    return job.operator, spot.kind, spot.pattern


def of_each_sort(jobs: Sequence[Job], most: int, chance: random.Random) -> list[Job]:
    sorts: dict[tuple[str, str, str], list[Job]] = {}
    for job in jobs:
        sorts.setdefault(sort_of(job), []).append(job)
    return [job for alike in sorts.values() for job in chance.sample(alike, min(most, len(alike)))]


def main(given: argparse.Namespace) -> int:
    jobs, chance = list(candidates()), random.Random(given.seed)
    if given.each:
        chosen = of_each_sort(jobs, given.each, chance)
    else:
        chosen = jobs if given.all else chance.sample(jobs, min(given.count, len(jobs)))
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(run, sorted(chosen, key=lambda job: (job.playbook, job.number)), chunksize=20))
    return report(results, len(jobs), show=given.list)


def report(results: Sequence[Result], possible: int, *, show: bool) -> int:
    verdicts = {result: harm(result.kind, result.pattern, result.job.operator) for result in results}
    harmful = [result for result in results if verdicts[result] in ("harmful", "accounted")]
    print(f"{len(results)} of {possible} mutants, {len(harmful)} of them harmful; by operator: caught of harmful")
    for operator in OPERATORS:
        own = [result for result in harmful if result.job.operator == operator]
        caught = sum(bool(result.rules) for result in own)
        others = Counter(verdicts[result] for result in results if result.job.operator == operator)
        part = f"{caught / len(own):6.1%}" if own else "     –"
        note = " (time: counted apart)" if operator in TIME else ""
        print(
            f"{operator:16} {caught:5} of {len(own):5} {part}"
            f"   harmless {others['harmless']}, unknowable {others['unknowable']}{note}"
        )
    counted = [result for result in harmful if result.job.operator not in TIME]
    share = sum(bool(result.rules) for result in counted) / max(1, len(counted))
    print(f"caught without time: {share:.1%} (target {TARGET:.0%})")
    left = [result for result in counted if not any(RULES[rule].about is None for rule in result.rules)]
    judged = sum(bool(result.rules) for result in left)
    print(
        f"of the {len(left)} that shapes and references let through, rules caught {judged / max(1, len(left)):.1%}"
    )
    survivors = Counter(
        (verdicts[result] == "accounted", result.job.operator, f"{result.kind}.{result.pattern}")
        for result in harmful
        if not result.rules
    )
    for (accounted, operator, place), times in sorted(survivors.items(), key=lambda item: (item[0][0], -item[1])):
        print(f"survived {times:4} × {operator:16} {place}{' (accounted for)' if accounted else ''}")
    if show:
        for result in results:
            print(
                f"{verdicts[result]:10} {result.job.operator:16} {result.job.playbook.name}/{result.file} "
                f"{result.route}: {', '.join(result.rules) or '–'}"
            )
    return 0 if share >= TARGET else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=2000)
    parser.add_argument("seed", nargs="?", type=int, default=0)
    parser.add_argument("--list", action="store_true", help="every mutant, with its verdict and what was found")
    parser.add_argument("--all", action="store_true", help="no sample: every mutant there is")
    parser.add_argument("--each", type=int, metavar="N", help="at most N of every operator and sort of place")
    sys.exit(main(parser.parse_args()))
