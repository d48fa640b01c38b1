"""Whatever the bytes: no exception, no long wait, no finding that stands nowhere, nothing lost in silence.

`make fuzz` does the same ten thousand times.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alarmplan.load import load_file
from alarmplan.load.compose import MAX_VALUES, compose
from alarmplan.load.construct import scalar
from alarmplan.load.places import Places
from alarmplan.model.inline import doubtful_links
from alarmplan.model.source import MAX_BYTES, Source
from alarmplan.model.words import words
from alarmplan.pipeline import check
from alarmplan.rules.secrets import _SHAPES, secrets
from alarmplan.rules.text_placeholder_left import _DIGITS_OPEN
from alarmplan.rules.unwritten import STANDS_FOR_NOTHING
from alarmplan.rules.wording import unquoted
from alarmplan.sources.folder import read_folder
from tests.test_golden import AS_OF, MINIMAL

FUZZ = Path(__file__).parent / "fuzz"
CASES = 60  # each checks the whole shipped playbook; `make fuzz` has ten thousand
MEGABYTES = 300
SECONDS = 2  # of processor time; half of it on an idle machine

SIGNS = "\n \t:-#,[]{}&*!|>'\"%@`?~\\\r\u00a0\u2013\u201e\u200b\U0001f69a"
YAML_SIGNS = st.sampled_from([*SIGNS, "\n  ", ": ", "- ", " #", "a", "b", "0", "é", "---\n", "<<"])
YAML_LIKE = st.lists(YAML_SIGNS, max_size=60).map("".join)


def test_the_damaged_playbook(tmp_path: Path) -> None:
    """In a process of its own, since it replaces a function by one that remembers."""
    done = subprocess.run(
        [sys.executable, FUZZ / "run.py", str(CASES), "1000000"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{CASES} done, 0 failed" in done.stdout


def assert_sound(content: bytes) -> None:
    """A document or findings, each of which stands within the text."""
    document, findings = load_file("a.yaml", content)
    assert document is not None or findings
    text = content.decode("utf-8-sig", errors="replace")
    places = Places(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in findings:
        spot = places.locate(finding.place)
        assert spot.line_text == lines[spot.line - 1]
        assert 1 <= spot.column <= len(spot.line_text) + 1
        if finding.place.offset is not None:
            assert 0 <= finding.place.offset <= len(text)


@given(st.binary(max_size=200))
@settings(max_examples=500, deadline=None)
def test_any_bytes(content: bytes) -> None:
    assert_sound(content)


@given(YAML_LIKE | st.text(max_size=100))
@settings(max_examples=2000, deadline=None)
def test_anything_like_yaml(text: str) -> None:
    assert_sound(text.encode(errors="replace"))


@given(st.text("0123456789+-.eE", min_size=1, max_size=25))
@settings(max_examples=500, deadline=None)
def test_a_number_is_what_json_calls_one_and_no_longer_than_18_digits(written: str) -> None:
    root: Any = compose(f"k: {written}x")  # the letter keeps it a plain value; it is taken away again
    node = root.value[0][1]
    if node.value != f"{written}x":
        return
    node.value = written
    read = scalar(node)
    if isinstance(read, str):
        assert read == written
    else:
        assert type(read) in (int, float)
        assert not written.startswith("+")
        digits = written.lstrip("-").partition("e")[0].partition("E")[0]
        assert digits == "0" or not digits.startswith("0") or digits.startswith("0.")
        assert read == float(written) or read == int(written)


# The worst that was found for each stage, at the size that is just not refused.
SIZE = MAX_BYTES - 100
WORST = {
    "a flat list": b"a:\n" + b"- x\n" * (SIZE // 4),
    "ambiguous values": b"kind: role\ntags:\n" + b"- no\n" * (MAX_VALUES - 100),
    "ambiguous keys": b"kind: role\nid: x\n"
    + b"".join(b"%d: no\n" % number for number in range(MAX_VALUES // 2 - 100)),
    "unknown keys": b"kind: role\nid: x\n"
    + b"".join(b"k%d: v\n" % number for number in range(MAX_VALUES // 2 - 100)),
    "doubled keys": b"kind: role\n" + b"a: b\n" * (MAX_VALUES // 2 - 100),
    "tight comments": b"a:\n" + b"- x #y\n" * (MAX_VALUES - 100),
    "anchors": b"a:\n" + b"".join(b"- &a%d x\n" % number for number in range(MAX_VALUES - 100)),
    "line breaks": b"\n" * SIZE,
    "carriage returns": b"\r" * SIZE,
    "blank lines before a mistake": b"a: b\n" + b"\n" * (SIZE - 20) + b"c\nd: e\n",
    "dashes": b"-" * SIZE,
    "colons": b":" * SIZE,
    "spaces": b"a:" + b" " * SIZE + b"]",
    "comments": b"# x\n" * (SIZE // 4),
    "brackets": b"[" * SIZE,
    "brackets that close": b"a: [" + b"[]," * (SIZE // 3),
    "quotes": b"a: '" + b"''" * (SIZE // 2),
    "quotes one after the other": b"a: [" + b"'x' " * (SIZE // 4),
    "a long line": b"a: " + b"b c " * (SIZE // 4) + b": d",
    "a long text of many lines": b"a:\n" + b"  b c\n" * (SIZE // 6),
    "block text": b"a: |\n" + b"  - b:c\n" * (SIZE // 8),
    "joined lines": b"a: b\n" + b"  c\n" * (SIZE // 4) + b"  - d\n",
    "no-break spaces": "a: b\n\u00a0".encode() + "\u00a0".encode() * (SIZE // 2 - 10),
    "joiners": b"a: " + "\U0001f469\u200d".encode() * (SIZE // 7),
    "aliases that multiply": b"a0: &a0 [x]\n"
    + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d " % (n - 1)] * 10)) for n in range(1, 12)),
}

MEASURE = """
import re, sys, time
from datetime import date
from alarmplan.model.source import Source
from alarmplan.pipeline import check
from alarmplan.report.formats import text
from alarmplan.report.report import report_on

AS_OF = date(2026, 11, 22)
content = sys.stdin.buffer.read()
check(Source("p", {"a.yaml": b"kind: role\\nid: x\\n"}), AS_OF)
start = time.process_time()
source = Source("p", {"a.yaml": content})
text.write(report_on(check(source, AS_OF), "de", AS_OF))
# Not ru_maxrss: that of the process which started this one would be counted.
peak = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
print(time.process_time() - start, peak / 1024)
"""


@pytest.mark.parametrize("worst", WORST)
def test_the_worst_takes_neither_long_nor_much_memory(worst: str) -> None:
    done = subprocess.run([sys.executable, "-c", MEASURE], input=WORST[worst], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    seconds, megabytes = map(float, done.stdout.split())
    assert megabytes < MEGABYTES
    assert seconds < SECONDS


# What takes a time that grows with the square of a text takes minutes for the longest that a file may hold.


def assert_quick(read: Callable[[str], object], *hostile: str) -> None:
    for text in hostile:
        start = time.process_time()
        read(text)
        assert time.process_time() - start < SECONDS, f"{text[:40]!r}…"


@pytest.mark.parametrize("sign", [sign for sign, _ in _SHAPES])
def test_a_search_for_secrets_reads_each_letter_once(sign: str) -> None:
    size = 200_000
    assert_quick(
        lambda text: list(secrets(text)),
        sign * (size // len(sign)),
        *(sign + character * size + sign for character in "aA1-_.: /=?"),
    )


LONG = 40_000  # four times what a text may have: enough to tell the time of seconds from that of milliseconds


@pytest.mark.parametrize("sign", '„“‚»«"`')
def test_signs_that_open_a_quote_and_never_close_it(sign: str) -> None:
    assert_quick(unquoted, sign * LONG, f"{sign}a " * (LONG // 3))
    assert unquoted("Sag „nie‘ „so etwas“ hier") == f"Sag „nie‘ {' ' * len('„so etwas“')} hier"


def test_a_link_that_is_almost_an_id() -> None:
    assert_quick(lambda text: list(doubtful_links(text)), f"[x](a:{'a' * LONG}!)", f"[x](a:{'1' * LONG}!)")
    assert list(doubtful_links("[x](role:A/1) [x](role:1.b) [x](a:1)")) == ["role:A/1", "role:1.b"]


def test_what_stands_for_nothing() -> None:
    assert_quick(STANDS_FOR_NOTHING.fullmatch, f"todo{' ' * LONG}x", " " * LONG + "x", "x" * LONG + "!")
    assert_quick(_DIGITS_OPEN.fullmatch, f"0{'x' * LONG}!")


def test_the_forms_of_a_long_word() -> None:
    assert_quick(lambda form: words([(form, None)], "de"), "a" * LONG, "-" * LONG)


def test_a_long_glossary_and_many_texts() -> None:
    """Each of the words stands in one of the texts, and all of them have to be looked for."""
    files = dict(read_folder(MINIMAL, "p").files)
    avoided = b", ".join(b"w%da" % number for number in range(1500))
    term = b"terms:\n  - {id: long, title: Long, definition: D., avoid: [%b]}\n" % avoided
    files["glossary.yaml"] = files["glossary.yaml"].replace(b"terms:\n", term)
    texts = (b" ".join(b"w%da" % (number + more) for more in range(30)) for number in range(0, 1470, 3))
    points = b"".join(b"  - %b.\n" % text for text in texts)
    page = b"kind: page\nid: long\ntitle: Long\nowner: manager\nlead: L.\n"
    page += b"sections:\n- id: a\n  title: A\n  text: A.\n"
    files["pages/long.yaml"] = page + b"  points:\n" + points
    start = time.process_time()
    found = check(Source("p", files), AS_OF).findings
    assert time.process_time() - start < 3 * SECONDS
    assert "term-avoided" in {finding.rule for finding in found}
