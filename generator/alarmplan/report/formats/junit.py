"""JUnit's XML, which every build server shows: a test case per finding, and one per file without any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alarmplan.report.report import Entry, Report

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET


def write(report: Report) -> str:
    from xml.etree import ElementTree as ET  # slow to import, and most reports are no XML

    found = {entry.mark.path for entry in report.entries}
    clean = [path for path in report.paths if path not in found]
    failures = sum(map(report.counts, report.entries))
    totals = {
        "tests": str(len(report.entries) + len(clean) + len(report.failures)),
        "failures": str(failures),
        "errors": str(len(report.failures)),
    }
    root = ET.Element("testsuites", {"name": "alarmplan", **totals})
    suite = ET.SubElement(root, "testsuite", {"name": "alarmplan check", **totals})
    for entry in report.entries:
        _add(suite, entry, fails=report.counts(entry))
    for path in clean:
        ET.SubElement(suite, "testcase", classname=path, name="check", file=path)
    for failure in report.failures:
        case = ET.SubElement(suite, "testcase", classname="alarmplan", name=failure)
        ET.SubElement(case, "error", message=failure)
    if report.waiting:
        ET.SubElement(suite, "system-out").text = report.outlook
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode").replace("##", "#&#35;")  # no command to a build server
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _add(suite: ET.Element, entry: Entry, *, fails: bool) -> None:
    """What does not count as an error passes, with its text beside it."""
    from xml.etree import ElementTree as ET

    path, spot = entry.mark.path, entry.mark.spot
    name = f"{entry.finding.rule} ({spot.line}:{spot.column}, {entry.fingerprint[:8]})"
    case = ET.SubElement(suite, "testcase", classname=path, name=name, file=path, line=str(spot.line))
    where = f"{path}:{spot.line}:{spot.column}: {entry.message}"
    detail = "\n".join(filter(None, (where, entry.hint, entry.page)))
    if fails:
        failure = ET.SubElement(case, "failure", type=entry.finding.rule, message=entry.message)
        failure.text = detail
    else:
        ET.SubElement(case, "system-out").text = detail
