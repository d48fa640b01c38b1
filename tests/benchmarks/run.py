"""Measures the speed we promise, each time against a peer on the same input in the same run.

    python tests/benchmarks/run.py [check] [rules] [start] [load] [tool] [memory] [site] [growth] [--rounds N]

Without a part all are run, which takes some minutes. Ours and the peer take turns; what counts is the
median of the ratios, since seconds differ from one machine, and one minute, to the next. Seconds are those
of the processor, of all processes that take part: waiting for other programs is not counted, nor is what
we gain by working in parallel. The exit status is 1 if a target is missed.

check   `check` of 1,000 files and its report, in one process that has them in memory, against
        `yaml.load(text, CSafeLoader)` of the same texts, which only parses them; the same with every twentieth
        file broken, and of 5,000 files, against the 1,000 sound ones
start   `alarmplan check` of one sound file against `python -c "import yaml, jsonschema"`; whole processes
rules   the rule that takes longest with 1,000 files, against the whole `check`; in one process
load    load + validate + resolve of 1,000 files, in one process that has them in memory, against
        `yaml.load(text, CSafeLoader)` of the same texts, which only parses them
tool    `alarmplan check` of these files against one `check-jsonschema --schemafile`, with our schemas below a
        root schema that dispatches by kind; whole processes; it checks no references and no rules
memory  peak of resident memory of that `alarmplan check`
site    `alarmplan build --no-sheets`, from the YAML to the site, against `mkdocs build` of its pages that lie
        on disk as Markdown: same theme, options and navigation, without our plugin; whole processes
growth  the same build of 2,000 pages against 1,000: seconds, and bytes of the site
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from alarmplan.model.source import Source

ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1795305600", "NO_MKDOCS_2_WARNING": "1"}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # else our modules are compiled anew each time, the peer's not
BIN = Path(sys.executable).parent
HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "schema"
FILES = 1000
BROKEN = 20
SITE_PAGES = 500


@dataclass(frozen=True)
class Row:
    """One line of the table. `ours` and `peer` are medians; `value` is held against `target`."""

    what: str
    ours: str
    peer: str
    value: float
    target: float
    unit: str
    least: bool = False  # whether the target is the least that is wanted, not the most
    spread: str = ""

    @property
    def met(self) -> bool:
        return self.value >= self.target if self.least else self.value <= self.target

    def cells(self) -> tuple[str, ...]:
        wanted = f"{'≥' if self.least else '≤'} {self.target:g} {self.unit}"
        found = f"{self.value:.2f} {self.unit}" if self.unit == "×" else f"{self.value:.0f} {self.unit}"
        return self.what, self.ours, self.peer, found, self.spread, wanted, "met" if self.met else "MISSED"


def compared(
    what: str, ours: Sequence[float], peer: Sequence[float], target: float, *, faster: bool = False
) -> Row:
    """Seconds of both in the same rounds; with `faster` the ratio says how much faster ours is."""
    pairs = zip(ours, peer, strict=True)
    ratios = [other / own if faster else own / other for own, other in pairs]
    return Row(
        what, f"{median(ours):.2f} s", f"{median(peer):.2f} s", median(ratios), target, "×",
        least=faster, spread=f"{min(ratios):.2f}–{max(ratios):.2f}",
    )  # fmt: skip


def taking_turns(rounds: int, *jobs: Callable[[], float]) -> Sequence[Sequence[float]]:
    """What each job returned in each round; every other round goes backwards, for what drifts."""
    results: list[list[float]] = [[] for _ in jobs]
    for number in range(rounds):
        for index in sorted(range(len(jobs)), reverse=number % 2 == 1):
            results[index].append(jobs[index]())
    return results


# Whole processes


def finished(command: Sequence[str | Path], cwd: Path) -> tuple[float, float]:
    """Processor seconds with those of its children, and MB at the peak, of a process that has to succeed."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=cwd, env=ENVIRONMENT, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)  # getrusage of this one child
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            raise SystemExit(f"{' '.join(map(str, command[:6]))} failed:\n{output.read().decode()[-2000:]}")
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return usage.ru_utime + usage.ru_stime, peak / 1e6


def alarmplan(*arguments: str | Path) -> Sequence[str | Path]:
    return (sys.executable, "-m", "alarmplan", *arguments)


# Parts


def measure_check(work: Path, rounds: int) -> Iterator[Row]:
    playbooks = [playbook_of(work, FILES), broken(playbook_of(work, FILES)), playbook_of(work, 5 * FILES)]
    peer, sound, bad, many = in_one_process("check_times", rounds, *playbooks)
    yield compared(f"check: {FILES} files, against CSafeLoader", sound, peer, 4)
    yield compared(f"check: {FILES} files, 5 % of them broken, against sound ones", bad, sound, 1.7)
    yield compared(f"check: {5 * FILES} files, against {FILES}", many, sound, 5.5)


def check_times(rounds: int, *playbooks: Path) -> Sequence[Sequence[float]]:
    from datetime import date

    from alarmplan.pipeline import check
    from alarmplan.report.formats import text
    from alarmplan.report.report import report_on
    from alarmplan.sources.folder import read_folder

    sources = [read_folder(playbook, "playbook") for playbook in playbooks]
    texts = [content.decode() for content in sources[0].files.values()]
    as_of = date(2026, 11, 22)

    def ours(source: Source) -> int:
        checked = check(source, as_of)
        text.write(report_on(checked, "de", as_of))
        return len({finding.place.path for finding in checked.findings})

    sound, bad, many = sources
    assert (ours(sound), ours(many)) == (0, 0)  # compiles the schemas, once a process
    assert ours(bad) >= FILES // BROKEN
    return taking_turns(
        rounds,
        lambda: timed(lambda: parse(texts)),
        lambda: timed(lambda: ours(sound)),
        lambda: timed(lambda: ours(bad)),
        lambda: timed(lambda: ours(many)),
    )


def measure_rules(work: Path, rounds: int) -> Iterator[Row]:
    """The slowest rule, by its median, against the whole."""
    whole, *each = in_one_process("rule_times", rounds, playbook_of(work, FILES))
    names = rules_with_a_check()
    slowest = max(range(len(names)), key=lambda index: median(each[index]))
    share = median(each[slowest]) / median(whole)
    yield Row(
        f"rules: the slowest of {len(names)}, {names[slowest]}, against check", f"{median(each[slowest]):.3f} s",
        f"{median(whole):.2f} s", share, 0.2, "×",
    )  # fmt: skip


def rules_with_a_check() -> list[str]:
    from alarmplan.rules import RULES

    return [rule.id for rule in RULES.values() if rule.about]


def rule_times(rounds: int, playbook: Path) -> Sequence[Sequence[float]]:
    from datetime import date

    from alarmplan.analyse import analyse
    from alarmplan.model.evidence import Evidence
    from alarmplan.pipeline import check
    from alarmplan.rules import RULES
    from alarmplan.rules.judge import judge
    from alarmplan.sources.folder import read_folder

    source, as_of = read_folder(playbook, "playbook"), date(2026, 11, 22)
    checked = check(source, as_of)
    assert checked.playbook is not None
    assert checked.findings == ()
    texts = {path: content.decode() for path, content in source.files.items()}

    found, facts = checked.playbook, analyse(checked.playbook)

    def judged(rule: str) -> Callable[[], float]:
        def job() -> float:
            # A new playbook each time: what it computes once is charged to the rule that asks.
            evidence = Evidence(replace(found), facts, as_of, texts)
            return timed(lambda: judge(evidence, (RULES[rule],)))

        return job

    return taking_turns(rounds, lambda: timed(lambda: check(source, as_of)), *map(judged, rules_with_a_check()))


def parse(texts: Sequence[str]) -> None:
    for text in texts:
        yaml.load(text, yaml.CSafeLoader)


def timed(job: Callable[[], object]) -> float:
    """As in the command, garbage is not collected meanwhile."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    job()
    spent = time.process_time() - start
    gc.enable()
    return spent


# What breaks a file, by turns: a misspelt key, a reference to nobody, a value, a quote that is not closed.
MISTAKES = (
    ("\ntitle:", "\ntitel:"),
    ("\nowner: ", "\nowner: no-{number}-"),
    ("\nreviewed: ", "\nreviewed: 31."),
    ("\nkind:", "\ntags: ['x]\nkind:"),
)


def broken(playbook: Path) -> Path:
    """A copy in which every twentieth file has a mistake."""
    copy = playbook.with_name(f"{playbook.name}-broken")
    if not copy.exists():
        shutil.copytree(playbook, copy)
        for number, file in enumerate(sorted(copy.rglob("*.yaml"))[::BROKEN]):
            old, new = MISTAKES[number % len(MISTAKES)]
            text = f"\n{file.read_text('utf-8')}"
            assert old in text, (file, old)
            file.write_text(text.replace(old, new.format(number=number), 1), "utf-8")
    return copy


def measure_start(work: Path, rounds: int) -> Iterator[Row]:
    playbook = work / "one"
    playbook.mkdir(exist_ok=True)
    (playbook / "organisation.yaml").write_text(ONE_FILE, "utf-8")
    ours, peer = taking_turns(
        rounds,
        lambda: finished(alarmplan("-C", playbook, "check"), work)[0],
        lambda: finished([sys.executable, "-c", "import yaml, jsonschema"], work)[0],
    )
    yield compared("start: check of one sound file, against the imports of yaml and jsonschema", ours, peer, 2)


ONE_FILE = """\
kind: organisation
id: one  # alarmplan: ignore[document-unowned] -- there are no roles yet
title: One
languages: [en]
zone: Europe/Berlin
reviewed: 2026-10-01
review_every: 12 month
"""


def in_one_process(times: str, rounds: int, *playbooks: Path) -> Sequence[Sequence[float]]:
    """In a process of its own: what lies in memory here would be counted to its children."""
    answer = subprocess.run(
        [sys.executable, __file__, "--times", times, "--rounds", str(rounds), *playbooks],
        env=ENVIRONMENT, stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    answered: Sequence[Sequence[float]] = json.loads(answer.stdout)
    return answered


def measure_load(work: Path, rounds: int) -> Iterator[Row]:
    ours, peer = in_one_process("load_times", rounds, playbook_of(work, FILES))
    yield compared(f"load: {FILES} files, against CSafeLoader", ours, peer, 2.5)


def load_times(rounds: int, playbook: Path) -> Sequence[Sequence[float]]:
    from alarmplan.load import load
    from alarmplan.resolve import resolve
    from alarmplan.sources.folder import read_folder
    from alarmplan.validate import validate

    source = read_folder(playbook, "playbook")
    texts = [content.decode() for content in source.files.values()]

    def ours() -> None:
        documents, unreadable = load(source)
        sound, misshapen = validate(documents)
        _, unresolved = resolve(sound)
        assert len(sound) == len(texts)
        assert (unreadable, misshapen, unresolved) == ((), (), ())

    ours()  # compiles the schemas, once a process
    return taking_turns(rounds, lambda: timed(ours), lambda: timed(lambda: parse(texts)))


def measure_tool(work: Path, rounds: int) -> Iterator[Row]:
    playbook = playbook_of(work, FILES)
    schemas = work / "schema"
    shutil.copytree(SCHEMAS, schemas, dirs_exist_ok=True)
    kinds = sorted({path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.json")} - {"common"})
    root = schemas / "root.json"
    root.write_text(json.dumps(dispatching(kinds)))
    files = sorted(playbook.rglob("*.yaml"))
    ours, peer = taking_turns(
        rounds,
        lambda: finished(alarmplan("-C", playbook, "check"), work)[0],
        lambda: finished([BIN / "check-jsonschema", "--schemafile", root, *files], work)[0],
    )
    yield compared(f"tool: check of {FILES} files, against check-jsonschema", ours, peer, 5, faster=True)


def dispatching(kinds: Sequence[str]) -> dict[str, Any]:
    """One schema for all files, so that the peer starts only once."""
    cases = [
        {"if": {"properties": {"kind": {"const": kind}}}, "then": {"$ref": f"{kind}.schema.json"}}
        for kind in kinds
    ]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "required": ["kind"], "allOf": cases}


def measure_memory(work: Path, rounds: int) -> Iterator[Row]:
    playbook = playbook_of(work, FILES)
    peaks = [finished(alarmplan("-C", playbook, "check"), work)[1] for _ in range(rounds)]
    yield Row(f"memory: check of {FILES} files", f"{median(peaks):.0f} MB", "", median(peaks), 150, "MB")


def measure_site(work: Path, rounds: int) -> Iterator[Row]:
    playbook = playbook_of(work, files_for(SITE_PAGES), "de")
    pages = written_as_markdown(playbook, work / "peer")
    ours, peer = taking_turns(
        rounds,
        lambda: finished(alarmplan("-C", playbook, "build", "--no-sheets", "--out", work / "site"), work)[0],
        lambda: finished([BIN / "mkdocs", "build", "--quiet"], work / "peer")[0],
    )
    yield compared(f"site: build of {pages} pages, against mkdocs build", ours, peer, 1.25)


def written_as_markdown(playbook: Path, peer: Path) -> int:
    """The same site for plain MkDocs: pages, assets of ours that pages load, and configuration."""
    command: Sequence[str | Path] = [sys.executable, HERE / "write_markdown.py", playbook, peer]
    return int(subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.PIPE, check=True).stdout)


def measure_growth(work: Path, rounds: int) -> Iterator[Row]:
    sizes = (2000, 1000)
    playbooks = [playbook_of(work, files_for(pages), "de") for pages in sizes]
    outs = [work / f"site-{pages}" for pages in sizes]

    def build(playbook: Path, out: Path) -> float:
        return finished(alarmplan("-C", playbook, "build", "--no-sheets", "--out", out), work)[0]

    twice, once = taking_turns(rounds, lambda: build(playbooks[0], outs[0]), lambda: build(playbooks[1], outs[1]))
    yield compared("growth: seconds of 2000 pages, against 1000", twice, once, 2.4)
    large, small = (sum(file.stat().st_size for file in out.rglob("*") if file.is_file()) / 1e6 for out in outs)
    yield Row(
        "growth: bytes of 2000 pages, against 1000", f"{large:.0f} MB", f"{small:.0f} MB", large / small, 2.4, "×"
    )


def files_for(pages: int) -> int:
    """Five files share pages: the catalogues and the organisation; 13 pages are overviews."""
    return pages + 5 - 13


def playbook_of(work: Path, files: int, *languages: str) -> Path:
    playbook = work / f"playbook-{files}-{''.join(languages)}"
    if not playbook.exists():
        languages = languages or ("de", "en")
        program = HERE / "generate.py"
        finished(
            [sys.executable, program, playbook, "--files", str(files), "--languages", ",".join(languages)], work
        )
    return playbook


PARTS: dict[str, tuple[Callable[[Path, int], Iterator[Row]], int]] = {  # with rounds, fewer where they are long
    "check": (measure_check, 9),
    "rules": (measure_rules, 5),
    "start": (measure_start, 9),
    "load": (measure_load, 9),
    "tool": (measure_tool, 3),
    "memory": (measure_memory, 3),
    "site": (measure_site, 5),
    "growth": (measure_growth, 3),
}


TIMES: dict[str, Callable[..., Sequence[Sequence[float]]]] = {
    "check_times": check_times,
    "load_times": load_times,
    "rule_times": rule_times,
}


def print_table(rows: Sequence[Row]) -> None:
    head = ("what", "ours", "peer", "median", "of", "target", "")
    table = [head, *(row.cells() for row in rows)]
    widths = [max(len(cells[column]) for cells in table) for column in range(len(head))]
    for cells in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--rounds", type=int, help="of every part; the default differs by part")
    parser.add_argument("--times", choices=TIMES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.times:
        json.dump(TIMES[options.times](options.rounds, *map(Path, options.parts)), sys.stdout)
        return
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as work:
        for part in options.parts or PARTS:
            measure, rounds = PARTS[part]
            rows += measure(Path(work), options.rounds or rounds)
            print(f"{part} done", file=sys.stderr)
    print_table(rows)
    if not all(row.met for row in rows):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
