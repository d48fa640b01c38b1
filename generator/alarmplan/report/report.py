"""Findings in the words of a reader, in one order, ready to be written in any format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from alarmplan.load.places import Spot
from alarmplan.model.finding import Finding
from alarmplan.pipeline import Checked
from alarmplan.report.located import Located
from alarmplan.report.texts import confession, hint, message, related
from alarmplan.report.told import masked, told, told_spot
from alarmplan.report.words import printable, words
from alarmplan.rules import RULES, Severity

RELATED = 5  # places that a finding shows besides its own: more would hide it

# What a reader is told besides, in any language, and what may change without the mistake being another one.
_BESIDES = frozenset({
    "allowed", "described", "existing", "file", "given", "kinds", "known", "line", "needs", "places", "renamed",
    "several", "stands_in", "suggestion", "today", "unshown", "version",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A place as it is shown: `path` leads there from the current folder, with forward slashes."""

    path: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding in one language, which has lost what must not be told.

    `related` are places one has to see as well, each with why. `page` is the address of the rule's page, where
    the playbook names that of its site. `fingerprint` stays the same when lines move.
    """

    finding: Finding
    severity: Severity
    mark: Mark
    message: str
    hint: str
    related: tuple[tuple[str, Mark], ...]
    page: str | None
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Report:
    """`entries` in the order of files and lines; `paths` are all files that were looked at.

    `failures` are mistakes of the program, a line each: not all that had to be looked at was. `waiting` is the
    number of rules that judge only once every file can be read and every reference leads somewhere, `silenced` of
    those that the organisation does not want to hear.
    """

    language: str
    as_of: date
    strict: bool
    paths: tuple[str, ...]
    entries: tuple[Entry, ...]
    site: str | None
    failures: tuple[str, ...] = ()
    waiting: int = 0
    silenced: int = 0

    @property
    def errors(self) -> int:
        return sum(entry.severity == "error" for entry in self.entries)

    @property
    def warnings(self) -> int:
        return len(self.entries) - self.errors

    @property
    def summary(self) -> str:
        """One line that counts."""
        files = len({entry.mark.path for entry in self.entries})
        said = words(self.language)["report"]["summary"]
        return said.format(errors=self.errors, warnings=self.warnings, files=files)

    @property
    def outlook(self) -> str:
        """A line for the rules that wait and one for those that are switched off; empty where all have judged."""
        counts = {"waiting": self.waiting, "silenced": self.silenced}
        told = ((name, count) for name, count in counts.items() if count)
        return "\n".join(words(self.language)["report"][name].format(count=count) for name, count in told)

    def counts(self, entry: Entry) -> bool:
        """Whether the entry makes a check fail."""
        return self.strict or entry.severity == "error"

    @property
    def failed(self) -> bool:
        return bool(self.failures) or any(map(self.counts, self.entries))


def report_on(checked: Checked, language: str, as_of: date, *, strict: bool = False) -> Report:
    located = Located(checked.source)
    site = masked(checked.playbook.organisation.site_url or "") or None if checked.playbook else None
    failures = tuple(confession(failure, language) for failure in checked.failures)
    paths = tuple(located.path_of(path) for path in checked.source.files)
    entries = tuple(_entries(checked, located, language, site))
    return Report(language, as_of, strict, paths, entries, site, failures, len(checked.waiting), checked.silenced)


def _entries(checked: Checked, located: Located, language: str, site: str | None) -> Iterator[Entry]:
    if not checked.findings:
        return
    import hashlib  # slow to import, and a clean playbook has no fingerprints

    seen: Counter[str] = Counter()
    for finding, spot in _ordered(checked, located):
        core = _core(finding)
        seen[core] += 1
        secrets = located.secrets(finding.place.path)
        shown = told(finding, secrets)
        label, referrer = related(shown, language), words(language)["report"]["referrer"]
        beside = (
            *((label, place) for place in finding.related[:RELATED]),
            *((referrer, place) for place in finding.referrers),
        )
        yield Entry(
            shown,
            checked.severities[finding.rule] or "warning",
            Mark(located.path(finding.place), told_spot(spot, secrets)),
            message(shown, language),
            hint(shown, language),
            tuple((why, Mark(located.path(place), located.spot(place))) for why, place in beside),
            rule_page(site, language, finding.rule),
            hashlib.sha256(f"{core}\n{seen[core]}".encode()).hexdigest()[:32],
        )


def rule_page(site: str | None, language: str, rule: str) -> str | None:
    """Where the site explains it; each group of rules has a page."""
    page = f"{language}/reference/rules-{RULES[rule].family}.html#{rule}"
    return f"{printable(site.rstrip('/'))}/{page}" if site else None


def _ordered(checked: Checked, located: Located) -> list[tuple[Finding, Spot]]:
    """By file, place and rule: the same order every time."""
    pairs = [(finding, located.spot(finding.place)) for finding in checked.findings]
    return sorted(
        pairs,
        key=lambda pair: (
            pair[0].place.path,
            pair[1].line,
            pair[1].column,
            pair[0].rule,
            str(pair[0].params),
        ),
    )


def _core(finding: Finding) -> str:
    """What makes a mistake this one: its rule, file, keys on the way and what is written; no line, no index."""
    keys = ".".join(step for step in finding.place.route if isinstance(step, str))
    params = sorted(
        (name, value) for name, value in finding.params.items() if name.partition("_")[0] not in _BESIDES
    )
    return f"{finding.rule}\n{finding.place.path}\n{keys}\n{params}"
