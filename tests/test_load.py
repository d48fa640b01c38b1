"""The loader meets hostile input: each text gives the right value or one located finding, and soon.

Nothing here may raise, hang, or lose a value in silence.
"""

from __future__ import annotations

import time
from typing import Any

import pytest

from alarmplan.load import load_file
from alarmplan.load.places import Places
from alarmplan.model.finding import Finding
from alarmplan.report.texts import hint, message
from alarmplan.report.words import languages, words

# What a value means. YAML 1.1 would read many of these as something else.
VALUES = [
    ("no", "no"),
    ("No", "No"),
    ("off", "off"),
    ("on", "on"),
    ("yes", "yes"),
    ("y", "y"),
    ("true", True),
    ("True", True),
    ("FALSE", False),
    ("tRUE", "tRUE"),
    ("null", None),
    ("~", None),
    ("", None),
    ("nil", "nil"),
    ("12:30", "12:30"),
    ("1:30", "1:30"),
    ("08:00", "08:00"),
    ("190:20:30", "190:20:30"),
    ("0", 0),
    ("-0", 0),
    ("110", 110),
    ("-7", -7),
    ("010", "010"),
    ("0x1F", "0x1F"),
    ("0o17", "0o17"),
    ("0b11", "0b11"),
    ("1_000", "1_000"),
    ("1,000", "1,000"),
    ("+49 30 23125 100", "+49 30 23125 100"),
    ("+493023125100", "+493023125100"),
    ("030 23125 100", "030 23125 100"),
    ("110 / 112", "110 / 112"),
    ("2026-10-01", "2026-10-01"),
    ("2026-10-01T12:30:00Z", "2026-10-01T12:30:00Z"),
    ("12-24", "12-24"),
    ("1.5", 1.5),
    ("-1.5e3", -1500.0),
    ("1e3", 1000.0),
    ("1e400", "1e400"),
    ("1.", "1."),
    (".5", ".5"),
    ("4.18.2", "4.18.2"),
    (".nan", ".nan"),
    (".inf", ".inf"),
    ("-.INF", "-.INF"),
    ("=", "="),
    ("9" * 18, 999_999_999_999_999_999),
    ("9" * 19, "9" * 19),
    ("9" * 5000, "9" * 5000),
    ("0." + "1" * 5000, "0." + "1" * 5000),
    ("'110'", "110"),
    ('"no"', "no"),
    ("'true'", "true"),
    ("''", ""),
    ("x\ty", "x\ty"),
    ("a#b", "a#b"),
    ("a # b", "a"),
    ("https://example.com:8080/#x", "https://example.com:8080/#x"),
    ("b]", "b]"),
    ("|\n  two\n  lines\n", "two\nlines\n"),
    (">-\n  one\n  line\n", "one line"),
]


def nested(levels: int) -> list[Any]:
    return [nested(levels - 1)] if levels > 1 else []


# A whole text and what it means.
DOCUMENTS = [
    ("text behind a tab", b"a:\tb\nc: d\t\n", {"a": "b", "c": "d"}),
    ("tab within brackets", b"a: [\n\tb]\n", {"a": ["b"]}),
    ("a merge sign in quotes is a key", b"'<<': x\n", {"<<": "x"}),
    (
        "keys stay as they are written",
        b"1: a\n010: b\nno: c\n2026-01-01: d\n",
        {"1": "a", "010": "b", "no": "c", "2026-01-01": "d"},
    ),
    ("a key without text", b"? \n: x\n", {"": "x"}),
    ("alias", b"a: &x [1, {b: c}]\nd: *x\n", {"a": [1, {"b": "c"}], "d": [1, {"b": "c"}]}),
    ("alias as key", b"a: &x b\n*x : c\n", {"a": "b", "b": "c"}),
    ("marks of one document", b"---\na: b\n...\n", {"a": "b"}),
    ("directive", b"%YAML 1.2\n---\na: b\n", {"a": "b"}),
    ("byte order mark at the start", b"\xef\xbb\xbfa: b\n", {"a": "b"}),
    ("CRLF", b"a: b\r\nc: |\r\n  d\r\n  e\r\n", {"a": "b", "c": "d\ne\n"}),
    ("lone CR", b"a: b\rc: d\r", {"a": "b", "c": "d"}),
    ("no line break at the end", b"a: b", {"a": "b"}),
    ("beyond the basic plane", "a: 🚚\n".encode(), {"a": "🚚"}),
    ("braces around everything", b"{a: b}", {"a": "b"}),
    ("a hundred levels", b"a: " + b"[" * 99 + b"]" * 99, {"a": nested(99)}),
    ("a million characters", b"a: " + b"x" * 1_000_000, {"a": "x" * 1_000_000}),
]


def nested_aliases(count: int, times: int) -> bytes:
    """Each list holds the one before it `times` over."""
    lines = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * times)}]" for n in range(1, count)]
    return "\n".join(["a0: &a0 [x]", *lines]).encode()


def stairs(count: int) -> bytes:
    return "\n".join(" " * n + "a:" for n in range(count)).encode()


# A whole text, and line, column and rule of the one finding.
BROKEN = [
    ("tab as indentation", b"a:\n\tb: c\n", (2, 1, "yaml-tab")),
    ("tab behind a space", b"a:\n  b: c\n \td: e\n", (3, 2, "yaml-tab")),
    ("tab behind a dash", b"a:\n- \tb: c\n  d: e\n", (2, 3, "yaml-tab")),
    ("tab alone on a line", b"a: b\n\t\nc: d\n", (2, 1, "yaml-tab")),
    ("doubled key", b"a: 1\nb: 2\na: 3\n", (3, 1, "yaml-key-doubled")),
    ("doubled key, once quoted", b"1: a\n'1': b\n", (2, 1, "yaml-key-doubled")),
    ("doubled key, reached twice", b"a: &x {k: 1, k: 2}\nb: *x\n", (1, 14, "yaml-key-doubled")),
    ("doubled key behind CRLF", b"a: 1\r\nb: 2\r\na: 3\r\n", (3, 1, "yaml-key-doubled")),
    ("doubled key behind lone CR", b"a: 1\rb: 2\ra: 3\r", (3, 1, "yaml-key-doubled")),
    ("doubled key behind wide characters", "ä: 🚚\nb: 2\nä: 3\n".encode(), (3, 1, "yaml-key-doubled")),
    ("list as key", b"[a]: b\n", (1, 1, "yaml-key-not-text")),
    ("mapping as key", b"c: d\n{a: b}: c\n", (2, 1, "yaml-key-not-text")),
    ("alias of a list as key", b"a: &x [b]\n*x : c\n", (1, 4, "yaml-key-not-text")),
    ("merge key", b"a: &x {b: c}\nd:\n  <<: *x\n", (3, 3, "yaml-merge-key")),
    ("alias without anchor", b"a: *x\n", (1, 4, "yaml-alias-undefined")),
    ("alias before its anchor", b"a: *x\nb: &x c\n", (1, 4, "yaml-alias-undefined")),
    ("anchor set twice", b"a: &x 1\nb: &x 2\n", (2, 4, "yaml-anchor-doubled")),
    ("alias that multiplies", nested_aliases(12, 10), (1, 1, "yaml-too-large")),
    (
        "alias that multiplies a long text",
        b"a: &x " + b"b " * 4_900 + b"\nc: [" + b"*x ," * 220 + b"]\n",
        (1, 1, "yaml-too-large"),
    ),
    (
        "alias that multiplies a long key",
        b"? &x " + b"b" * 9_900 + b"\n: c\nd: [" + b"{*x : e}," * 220 + b"]\n",
        (1, 1, "yaml-too-large"),
    ),
    ("list within itself", b"a: &x [*x]\n", (1, 4, "yaml-alias-cycle")),
    ("mapping within itself", b"a: &x {b: {c: *x}}\n", (1, 4, "yaml-alias-cycle")),
    ("document within itself", b"&x {a: *x}\n", (1, 1, "yaml-alias-cycle")),
    ("many brackets", b"[" * 100_000, (1, 101, "yaml-too-deep")),
    ("many braces", b"{a: " * 100_000, (1, 401, "yaml-too-deep")),
    ("many dashes", b"- " * 100_000, (1, 201, "yaml-too-deep")),
    ("many dashes far apart", b"-   " * 100_000, (1, 401, "yaml-too-deep")),
    ("many question marks", b"? " * 100_000, (1, 201, "yaml-too-deep")),
    ("dashes and question marks by turns", b"- ? " * 100_000, (1, 201, "yaml-too-deep")),
    ("dashes, question marks and brackets", b"- ? [" * 100_000, (1, 6, "yaml-syntax")),
    ("stairs", stairs(1400), (101, 101, "yaml-too-deep")),
    ("a hundred and one levels", b"a: " + b"[" * 100 + b"]" * 100, (1, 103, "yaml-too-deep")),
    ("aliases as stairs", nested_aliases(3000, 1), (1, 5, "yaml-too-deep")),
    ("many values", b"a:\n" + b"- x\n" * 50_000, (1, 1, "yaml-too-large")),
    ("very many values", b"a:\n" + b"- x\n" * 250_000, (1, 1, "yaml-too-large")),
    ("very many brackets side by side", b"a:\n" + b"- [x]\n" * 170_000, (1, 1, "yaml-too-large")),
    ("two documents", b"a: b\n---\nc: d\n", (2, 1, "yaml-several-documents")),
    ("the first document is empty", b"---\n---\na: b\n", (2, 1, "yaml-several-documents")),
    ("text behind the end", b"a: b\n...\nc: d\n", (3, 1, "yaml-several-documents")),
    ("empty file", b"", (1, 1, "yaml-not-a-mapping")),
    ("byte order mark alone", b"\xef\xbb\xbf", (1, 1, "yaml-not-a-mapping")),
    ("blank lines", b"\n\n  \n", (1, 1, "yaml-not-a-mapping")),
    ("comments alone", b"# a\n# b\n", (1, 1, "yaml-not-a-mapping")),
    ("empty document", b"---\n...\n", (1, 1, "yaml-not-a-mapping")),
    ("text as root", b"hello world\n", (1, 1, "yaml-not-a-mapping")),
    ("number as root", b"110\n", (1, 1, "yaml-not-a-mapping")),
    ("list as root", b"- a: b\n", (1, 1, "yaml-not-a-mapping")),
    ("NUL", b"a: b\nc: d\x00e\n", (2, 5, "yaml-bad-character")),
    ("NUL at the very start", b"\x00", (1, 1, "yaml-bad-character")),
    ("control character", b"a: \x07\n", (1, 4, "yaml-bad-character")),
    ("C1 control character", b"a: \xc2\x84\n", (1, 4, "yaml-bad-character")),
    ("no character", b"a: \xef\xbf\xbf\n", (1, 4, "yaml-bad-character")),
    ("two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbfa: b\n", (1, 1, "yaml-bad-character")),
    ("byte order mark before a key", b"a: b\n\xef\xbb\xbfc: d\n", (2, 1, "yaml-bad-character")),
    ("byte order mark within a text", b"a: b\xef\xbb\xbfc\n", (1, 5, "yaml-bad-character")),
    ("NEL", "a: b\u0085c: d\n".encode(), (1, 5, "yaml-bad-character")),
    ("line separator", "a: b\u2028c: d\n".encode(), (1, 5, "yaml-bad-character")),
    ("paragraph separator in quotes", "a: 'b\u2029c'\n".encode(), (1, 6, "yaml-bad-character")),
    ("UTF-16 with its mark", "a: ü\n".encode("utf-16"), (1, 1, "yaml-not-utf8")),
    ("UTF-16 without", "a: b\n".encode("utf-16-le"), (1, 1, "yaml-not-utf8")),
    ("UTF-32", "a: b\n".encode("utf-32"), (1, 1, "yaml-not-utf8")),
    ("latin-1", b"a: b\nc: M\xfcller\n", (2, 5, "yaml-not-utf8")),
    ("latin-1 behind a byte order mark", b"\xef\xbb\xbfa: b\nc: M\xfcller\n", (2, 5, "yaml-not-utf8")),
    ("half a character at the end", b"a: b\nc: \xc3", (2, 4, "yaml-not-utf8")),
    ("half a surrogate pair", b"a: \xed\xa0\x80\n", (1, 4, "yaml-not-utf8")),
    ("unclosed single quote", b"a: 'b\nc: d\n", (1, 4, "yaml-quote-unclosed")),
    ("unclosed double quote", b'a: b\nc: "d\n', (2, 4, "yaml-quote-unclosed")),
    ("unclosed quote before a new document", b'a: "b\n---\nc: d\n', (1, 4, "yaml-quote-unclosed")),
    ("unknown escape", b'a: "\\q"\n', (1, 5, "yaml-escape-unknown")),
    ("apostrophe in single quotes", b"a: 'it's'\n", (1, 8, "yaml-text-after-close")),
    ("unclosed bracket", b"a: [b, c\nd: e\n", (1, 4, "yaml-bracket-unclosed")),
    ("unclosed brace at the end", b"a: {b: c\n", (1, 4, "yaml-bracket-unclosed")),
    ("two colons", b"a: b: c\n", (1, 5, "yaml-colon-in-text")),
    ("no colon", b"a: b\nc\n", (2, 1, "yaml-colon-missing")),
    ("indented too far", b"a: b\n  c: d\n", (2, 3, "yaml-indentation")),
    ("at sign", b"a: @b\n", (1, 4, "yaml-sign-at-start")),
    ("per cent sign", b"a: %b\n", (1, 4, "yaml-sign-at-start")),
    ("two asterisks", b"a: **b**\n", (1, 4, "yaml-sign-at-start")),
    ("key of 1100 characters", b"k" * 1100 + b": b\n", (1, 1101, "yaml-syntax")),
    ("foreign version of YAML", b"%YAML 3.0\n---\na: b\n", (1, 1, "yaml-syntax")),
    ("unknown tag", b"a: !x b\n", (1, 4, "yaml-tag")),
    ("unknown tag, reached twice", b"a: &y !x b\nc: *y\n", (1, 4, "yaml-tag")),
    ("known tag", b"a: !!str 1\n", (1, 4, "yaml-tag")),
    ("tag of a key", b"!!str a: b\n", (1, 1, "yaml-tag")),
    ("tag of the root", b"!x\na: b\n", (1, 1, "yaml-tag")),
    ("tag without a handle", b"a: !e!x b\n", (1, 4, "yaml-tag")),
    ("call of a program", b"a: !!python/object/apply:os.system [ls]\n", (1, 4, "yaml-tag")),
    ("name of a program", b"a: !!python/name:os.system\n", (1, 4, "yaml-tag")),
]

# What people write, and where the mistake is.
MISTAKES = [
    ("a chat channel", b"a: b\nc: #it\nd: e\n", (2, 4, "yaml-comment-swallows")),
    ("a chat channel in a list", b"a:\n  - #it\n  - b\n", (2, 5, "yaml-comment-swallows")),
    ("a chat channel in brackets", b"a: [#it]\nb: c\n", (1, 5, "yaml-comment-swallows")),
    ("a chat channel in braces", b"a: {b: #it}\nc: d\n", (1, 8, "yaml-comment-swallows")),
    (
        "a chat channel in one item of several",
        b"a:\n  - {b: #it}\n  - {b: c}\nd: e\n",
        (2, 9, "yaml-comment-swallows"),
    ),
    ("a chat channel in braces at the end", b"a: {b: #it}\n", (1, 8, "yaml-comment-swallows")),
    ("two chat channels in brackets", b"a: [#it, #dev]\nb: [c]\n", (1, 5, "yaml-comment-swallows")),
    (
        "a chat channel in braces within braces",
        b"a: {\n  b: {c: #it},\n  d: {e: f}\n}\ng: h\n",
        (2, 10, "yaml-comment-swallows"),
    ),
    ("a chat channel in braces of several lines", b"a: {b: #it\n}\nc: d\n", (1, 8, "yaml-comment-swallows")),
    ("a comment with brackets of its own", b"a: {b: c, # [d]\n  e: f\ng: h\n", (1, 4, "yaml-bracket-unclosed")),
    ("a comment behind the mistake", b"a: {b: c d: e}\nf: g # {}}\n", (1, 11, "yaml-comma-missing")),
    ("a colon in braces", b"a: {b: C: d, e: f}\n", (1, 9, "yaml-colon-in-text")),
    ("a colon in braces, behind words", b"a: {b: x, e: to the C: d}\n", (1, 22, "yaml-colon-in-text")),
    ("a colon in brackets", b"a: [b: c: d]\n", (1, 9, "yaml-colon-in-text")),
    ("quotes without a comma", b'a: {b: "c" d: e}\n', (1, 12, "yaml-comma-missing")),
    ("quotes behind quotes", b'a: ["b" "c"]\n', (1, 9, "yaml-comma-missing")),
    ("text behind quotes in braces", b'a: {b: "C" d, e: f}\n', (1, 12, "yaml-text-after-close")),
    ("an apostrophe in braces", b"a: {b: 'c's', e: f}\n", (1, 11, "yaml-text-after-close")),
    ("text behind brackets in braces", b"a: {b: [c] d, e: f}\n", (1, 12, "yaml-text-after-close")),
    ("brackets in brackets", b"a: [b, [c, d]\ne: f\n", (1, 4, "yaml-bracket-unclosed")),
    ("a bracket in an item", b"a:\n - [b\n - c\nd: e\n", (2, 4, "yaml-bracket-unclosed")),
    ("a brace over two lines", b"a: {b: c,\n  d: e\nf: g\n", (1, 4, "yaml-bracket-unclosed")),
    ("the other bracket", b"a: [b}\nc: d\n", (1, 4, "yaml-bracket-unclosed")),
    ("a quote in brackets", b'a: ["b, c]\nd: "e"\n', (1, 5, "yaml-quote-unclosed")),
    ("a quote closed by the next", b"a: 'b\nc: 'd'\n", (1, 4, "yaml-quote-unclosed")),
    ("a quote closed by the next but one", b'a: "b\nc: d\ne:\n  - "f"\n', (1, 4, "yaml-quote-unclosed")),
    ("brackets closed twice", b"a: [b]]\nc: d\n", (1, 7, "yaml-bracket-surplus")),
    ("a brace closed only", b"a: b\nc: }\n", (2, 4, "yaml-bracket-surplus")),
    ("keys without a comma", b"a: {b: c d: e}\n", (1, 11, "yaml-comma-missing")),
    ("text behind a bracket", b"a: [b] c\nd: e\n", (1, 8, "yaml-text-after-close")),
    ("text behind quotes", b'a: "b" c\nd: e\n', (1, 8, "yaml-text-after-close")),
    ("two keys on a line", b"a: b, c: d\n", (1, 8, "yaml-colon-in-text")),
    ("colon in an item", b"a:\n  - b: c: d\n", (2, 9, "yaml-colon-in-text")),
    ("colon at the end", b"a: b:\nc: d\n", (1, 5, "yaml-colon-in-text")),
    ("colon in the second line", b"a: b c\n  d e: f\n", (2, 6, "yaml-colon-in-text")),
    ("no space, first line", b"ab:c\nd: e\n", (1, 3, "yaml-space-missing")),
    ("no space, in the middle", b"a: b\nc:d\ne: f\n", (2, 2, "yaml-space-missing")),
    ("no space, last line", b"a: b\nc:d\n", (2, 2, "yaml-space-missing")),
    ("no space, first of a group", b"a:\n  b:c\n  d: e\n", (2, 4, "yaml-space-missing")),
    ("no space, alone in a group", b"a:\n  b:c\nd: e\n", (2, 4, "yaml-space-missing")),
    ("no space before a brace", b"a: b\nc:{d: e}\n", (2, 2, "yaml-space-missing")),
    ("no space in a group, behind CRLF", b"a:\r\n  b:c\r\n  d: e\r\n", (2, 4, "yaml-space-missing")),
    ("no space behind a dash", b"a:\n  -b\n  -c\n", (2, 3, "yaml-space-missing")),
    ("no space behind the second dash", b"a:\n  - b\n  -c\n", (3, 3, "yaml-space-missing")),
    ("no space behind a dash, with keys", b"a:\n  -b: c\n    d: e\n", (2, 3, "yaml-space-missing")),
    ("no space behind a dash at the margin", b"a:\n-b\n-c\n", (2, 1, "yaml-space-missing")),
    ("one space too few", b"a:\n    b: c\n  d: e\n", (3, 3, "yaml-indentation")),
    ("a key of an item, too far", b"a:\n  - b: c\n     d: e\n", (3, 6, "yaml-indentation")),
    ("a key of an item, not far enough", b"a:\n  - b: c\n   d: e\n", (3, 4, "yaml-indentation")),
    ("an item, not far enough", b"a:\n  - b\n - c\n", (3, 2, "yaml-indentation")),
    ("items behind keys", b"a:\n  b: c\n  - d\n", (3, 3, "yaml-indentation")),
    ("keys behind items", b"a:\n  - b\n  c: d\n", (3, 3, "yaml-indentation")),
    ("block text, second line not far enough", b"a: |\n    b\n  c\nd: e\n", (3, 3, "yaml-indentation")),
    ("an item too far", b"a:\n  - b\n    - c\nd: e\n", (3, 5, "yaml-line-joined")),
    ("items below a value", b"a: b\n  - c\n  - d\n", (2, 3, "yaml-line-joined")),
    ("a list on the line of its key", b"a: - b\n   - c\n", (1, 4, "yaml-dash-behind-colon")),
    ("an item without dash", b"a:\n  - b\n  c\nd: e\n", (3, 3, "list-missing")),
    ("an item without dash at the end", b"a:\n- b\nc\n", (3, 1, "list-missing")),
    ("the first item without dash", b"a:\n  b\n  - c\n", (2, 3, "list-missing")),
    ("the only item of a known list, not indented", b"roles:\nsupport\nd: e\n", (2, 1, "list-missing")),
    ("the only item of a list in an item", b"- roles:\n  support\n  d: e\n", (2, 3, "list-missing")),
    ("braces without dash", b"a:\n  - {b: c}\n  {b: d}\n", (3, 3, "list-missing")),
    (
        "an item with keys without dash",
        b"a:\n  - id: b\n    c:\n      - d\n  id: e\n    c: f\n",
        (5, 3, "list-missing"),
    ),
    ("the first with keys without dash", b"a:\n  id: b\n  c: d\n  - id: e\n    c: f\n", (2, 3, "list-missing")),
    ("the first, indented", b"a:\n    id: b\n    c: d\n  - id: e\n    c: f\n", (2, 5, "list-missing")),
    ("keys of the next item", b"a:\n  - id: b\n    c: d\n    id: e\n    c: f\n", (4, 5, "list-missing")),
    ("another key behind items", b"a:\n  - id: b\n    c: d\n  c: e\n", (4, 3, "yaml-indentation")),
    ("a doubled key of an item", b"a:\n  - id: b\n    c: d\n    c: e\n", (4, 5, "yaml-key-doubled")),
    ("a doubled key in braces", b"a: [{b: c, b: d}]\n", (1, 12, "yaml-key-doubled")),
    ("text of a known text", b"title:\nb\nd: e\n", (2, 1, "yaml-colon-missing")),
    ("a text without a colon", b"a:\n  b\n  c: d\n", (2, 3, "yaml-colon-missing")),
    ("block text not indented", b"a: |\nb\nc: d\n", (2, 1, "yaml-colon-missing")),
    ("a merge left over", b"a: b\n<<<<<<< x\nc: d\n=======\nc: e\n>>>>>>> y\n", (2, 1, "yaml-conflict-marker")),
    ("a program's template", b"a: b\nc: {% d %}\n", (2, 5, "yaml-sign-at-start")),
    ("bold type", b"a: **b** c\n", (1, 4, "yaml-sign-at-start")),
    ("an item with an asterisk", b"a:\n- * b\n", (2, 3, "yaml-sign-at-start")),
    ("an ampersand", b"a: &b\n", (1, 4, "yaml-sign-at-start")),
    ("an exclamation mark", b"a: ! b\n", (1, 4, "yaml-tag")),
    ("an exclamation mark before quotes", b"a: ! 'b'\n", (1, 4, "yaml-tag")),
    ("a key with an exclamation mark", b"! a: b\n", (1, 1, "yaml-tag")),
    ("a comma", b"a: , b\n", (1, 4, "yaml-sign-at-start")),
    ("text behind the sign of block text", b"a: > b\n", (1, 4, "yaml-sign-at-start")),
    ("a backslash", b'a: "C:\\drive"\n', (1, 7, "yaml-escape-unknown")),
    ("no number of a character", b'a: "\\xzz"\n', (1, 5, "yaml-escape-unknown")),
    ("indented with a no-break space", "a:\n\u00a0\u00a0b: c\n".encode(), (2, 1, "yaml-look-alike")),
    ("indented with both", "a:\n  b: c\n \u00a0d: e\n".encode(), (3, 2, "yaml-look-alike")),
    ("a no-break space behind a colon", "a:\u00a0b\nc: d\n".encode(), (1, 3, "yaml-look-alike")),
    ("a no-break space behind a dash", "a:\n  -\u00a0b\n".encode(), (2, 4, "yaml-look-alike")),
    ("a no-break space at the end", "a: b\u00a0\n".encode(), (1, 5, "yaml-look-alike")),
    ("a no-break space within a key", "a\u00a0b: c\n".encode(), (1, 2, "yaml-look-alike")),
    ("en dashes", "a:\n  – b\n  – c\nd: e\n".encode(), (2, 3, "yaml-look-alike")),
    ("em dashes", "a:\n  — b\n".encode(), (2, 3, "yaml-look-alike")),
    ("bullets", "a:\n  • b\n  • c\n".encode(), (2, 3, "yaml-look-alike")),
    ("a bullet before a key", "a:\n  • b: c\n".encode(), (2, 3, "yaml-look-alike")),
    ("asterisks", b"a:\n  * b\n  * c\n", (2, 3, "yaml-look-alike")),
    ("asterisks before keys", b"a:\n  * b: c\n", (2, 3, "yaml-look-alike")),
    ("a comment of another language", b"a: b\n// c\nd: e\n", (2, 1, "yaml-comment-sign")),
    ("a foreign comment first", b"/* a */\nb: c\n", (1, 1, "yaml-comment-sign")),
    ("a foreign comment last", b"a:\n  - b\n  // c\n", (3, 3, "yaml-comment-sign")),
    ("a foreign comment among items", b"a:\n  - b\n  // c\n  - d\n", (3, 3, "yaml-comment-sign")),
    ("a foreign comment with a colon", b"a: b\n// c: d\n", (2, 1, "yaml-comment-sign")),
    ("no-break hyphens", "a:\n  \u2011 b\n".encode(), (2, 3, "yaml-look-alike")),
    ("minus signs", "a:\n  \u2212 b: c\n    d: e\n".encode(), (2, 3, "yaml-look-alike")),
    ("an en dash behind a hyphen", "a:\n  - b\n  – c\nd: e\n".encode(), (3, 3, "yaml-look-alike")),
    ("typographic quotes", "a: „b: c“\n".encode(), (1, 4, "yaml-look-alike")),
    ("typographic quotes around a word", "a: “b”\n".encode(), (1, 4, "yaml-look-alike")),
    ("typographic quotes around a key", "„a“: b\n".encode(), (1, 1, "yaml-look-alike")),
    ("quotes on another line", "a: „b c.“\n d: e\n".encode(), (2, 2, "yaml-indentation")),
    ("a dash in block text above", "a: |\n  – b\nc\nd: e\n".encode(), (3, 1, "yaml-colon-missing")),
    ("a wide colon", "a\uff1ab\nc: d\n".encode(), (1, 2, "yaml-look-alike")),
    ("a space without width", "a: b\u200bc\n".encode(), (1, 5, "yaml-bad-character")),
    ("a soft hyphen", "a: b\u00adc\n".encode(), (1, 5, "yaml-bad-character")),
    ("a turn of direction", "a: b\u202ec\n".encode(), (1, 5, "yaml-bad-character")),
    ("an isolated direction", "a: b\u2066c\n".encode(), (1, 5, "yaml-bad-character")),
    ("a joiner between letters", "a: b\u200dc\n".encode(), (1, 5, "yaml-bad-character")),
    ("a turn of direction by an escape", b'a: "b\\u202Ec"\n', (1, 4, "yaml-bad-character")),
    ("a NUL by an escape", b'a: b\nc: ["\\0"]\n', (2, 5, "yaml-bad-character")),
    ("a terminal command by an escape", b'a: "\\e[31m"\n', (1, 4, "yaml-bad-character")),
    ("an escape in a key", b'"a\\x07": b\n', (1, 1, "yaml-bad-character")),
    ("an escape, reached twice", b'a: &x "\\b"\nc: *x\n', (1, 4, "yaml-bad-character")),
    ("a joiner first", "\u200da: b\n".encode(), (1, 1, "yaml-bad-character")),
    ("a file of a word processor", b"{\\rtf1\\ansi a: b}", (1, 1, "yaml-not-text")),
    ("a page of a browser", b"\xef\xbb\xbf\n<HTML><body>a: b</body>", (1, 1, "yaml-not-text")),
    ("a printed page", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", (1, 1, "yaml-not-text")),
    ("an archive", b"PK\x03\x04\x14\x00\x06\x00", (1, 1, "yaml-not-text")),
    ("ten megabytes", b"a: " + b"x" * 10_000_000, (1, 1, "file-too-large")),
]

# Whole texts that are fine as they are, although they look like one of the mistakes.
FINE = [
    ("emoji that are joined", "a: 👩\u200d🚒\n".encode(), {"a": "👩\u200d🚒"}),
    (
        "escapes for what may be there",
        b'a: "b\\tc\\n\\x41\\u00a0\\U0001f469\\u200d"\n',
        {"a": "b\tc\nA\u00a0👩\u200d"},
    ),
    ("quotes within a text in braces", b'a: {b: Queue "IT" Support}\n', {"a": {"b": 'Queue "IT" Support'}}),
    ("escapes that are none", b"a: '\\0'\nb: \\0\n", {"a": "\\0", "b": "\\0"}),
    (
        "a flag made of tags",
        "a: \U0001f3f4\U000e0067\U000e007f\n".encode(),
        {"a": "\U0001f3f4\U000e0067\U000e007f"},
    ),
    ("no-break spaces within a text", "a: 15\u00a0min – z.\u202fB.\n".encode(), {"a": "15\u00a0min – z.\u202fB."}),
    ("typographic quotes within a text", "a: „b c“ d\n".encode(), {"a": "„b c“ d"}),
    ("a sentence in typographic quotes", "a: „Wir helfen.“\n".encode(), {"a": "„Wir helfen.“"}),
    ("a dash within a text", "a: b\n  – c – d\n".encode(), {"a": "b – c – d"}),
    ("an address on its own line", b"a:\n  https://example.com\n", {"a": "https://example.com"}),
    ("a mail address on its own line", b"a:\n  mailto:b@example.com\n", {"a": "mailto:b@example.com"}),
    ("a time at the start of a line", b"a: b\n  12:30 c\n", {"a": "b 12:30 c"}),
    ("a negative number on its own line", b"a:\n  -5\n", {"a": -5}),
    ("a comment in place of a value", b"a: # b\n  c: d\n", {"a": {"c": "d"}}),
    ("a comment without a space above a group", b"a: #b\n  c: d\n", {"a": {"c": "d"}}),
    ("a comment without a space behind quotes", b"a: 'b' #c\n", {"a": "b"}),
    ("an anchor that is used", b"a: &x b\nc: *x\n", {"a": "b", "c": "b"}),
    ("signs within a text", b"a: R & D, 100 %, 3 * 4!\n", {"a": "R & D, 100 %, 3 * 4!"}),
    ("lists within block text", b"a: |\n  b\n    - c\n  d:e\n", {"a": "b\n  - c\nd:e\n"}),
]


def name(value: object) -> str:
    """Texts name their case; what is long or binary would only clutter the report."""
    return value if isinstance(value, str) and len(value) < 40 else ""


def load(content: bytes) -> tuple[dict[str, Any] | None, list[Finding]]:
    start = time.process_time()  # other programs may be busy
    document, findings = load_file("a.yaml", content)
    assert time.process_time() - start < 1
    return (dict(document.data) if document else None), list(findings)


@pytest.mark.parametrize(("written", "meant"), VALUES, ids=name)
def test_value(written: str, meant: object) -> None:
    data, findings = load(f"a: {written}\n".encode())
    assert findings == []
    assert data == {"a": meant}
    assert data is not None
    assert type(data["a"]) is type(meant)


@pytest.mark.parametrize(("title", "content", "meant"), DOCUMENTS + FINE, ids=name)
def test_document(title: str, content: bytes, meant: dict[str, Any]) -> None:
    data, findings = load(content)
    assert findings == []
    assert data == meant


@pytest.mark.parametrize(("title", "content", "expected"), BROKEN + MISTAKES, ids=name)
def test_broken_text_gives_one_located_finding(title: str, content: bytes, expected: tuple[int, int, str]) -> None:
    data, findings = load(content)
    assert data is None
    assert [located(content, finding) for finding in findings] == [expected]


def located(content: bytes, finding: Finding) -> tuple[int, int, str]:
    spot = Places(content.decode("utf-8-sig", errors="replace")).locate(finding.place)
    return spot.line, spot.column, finding.rule


def test_every_doubled_key_is_found_and_names_the_first() -> None:
    content = b"a: 1\na: 2\nb:\n  c: 3\n  c: 4\n"
    _, findings = load(content)
    assert [located(content, finding) for finding in findings] == [
        (2, 1, "yaml-key-doubled"),
        (5, 3, "yaml-key-doubled"),
    ]
    firsts = [Places(content.decode()).locate(place) for finding in findings for place in finding.related]
    assert [(spot.line, spot.column) for spot in firsts] == [(1, 1), (4, 3)]


def test_bullets_before_the_same_key_are_not_called_a_doubled_key() -> None:
    content = "a:\n  • b: c\n  • b: d\n".encode()
    _, findings = load(content)
    assert [located(content, finding) for finding in findings] == [
        (2, 3, "yaml-look-alike"),
        (3, 3, "yaml-look-alike"),
    ]


def test_tag_is_named_as_it_is_written() -> None:
    for written in ("!!python/name:os.system", "!!str", "!x"):
        _, findings = load(f"a: {written} b\n".encode())
        assert [finding.params["tag"] for finding in findings] == [written]


@pytest.mark.parametrize(
    ("text", "spaces", "level"),
    [
        ("a: b\n c: d\n", 1, "0"),
        ("a:\n    b: c\n   d: e\n", 3, "4"),
        ("a:\n  - b: c\n     d: e\n", 5, "4"),
        ("a:\n  - b: c\n   d: e\n", 3, "4"),
        ("a:\n  - b\n - c\n", 1, "2"),
        ("a:\n  - b: c\n - d: e\n", 1, "2"),
        ("a:\n    b:\n        c: d\n   e: f\n", 3, "4"),
        ("a:\n  b: c\n  - d\n", None, None),  # keys and dashes on one level
        ("a: |\n    b\n  c\nd: e\n", None, None),  # a text, of which nobody can tell where it belongs
    ],
)
def test_how_far_a_line_should_be_indented_is_said(text: str, spaces: int | None, level: str | None) -> None:
    (finding,) = load_file("a.yaml", text.encode())[1]
    assert finding.rule == "yaml-indentation"
    assert (finding.params.get("spaces"), finding.params.get("level")) == (spaces, level)


@pytest.mark.parametrize(
    ("text", "kind", "meant"),
    [
        ("a: „b: c“", "quote", "quotes"),
        ("a:\u00a0b\nc: d", "no-break-space", "space"),
        ("a:\u3000b\nc: d", "odd-space", "space"),
        ("a:\n  – b", "dash", "hyphen"),
        ("a:\n  • b", "bullet", "hyphen"),
        ("a:\n  * b", "bullet", "hyphen"),
        ("a\uff1ab\nc: d", "wide-colon", "colon"),
    ],
)
def test_a_strange_character_is_told_with_what_was_meant(text: str, kind: str, meant: str) -> None:
    _, findings = load(text.encode())
    assert [dict(finding.params) for finding in findings] == [{"character": kind, "meant": meant}]
    for language in languages():
        named = words(language)["characters"]
        assert named[kind] in message(findings[0], language)
        assert named[meant] in hint(findings[0], language)


def test_a_file_of_another_program_is_named() -> None:
    docx = b"PK\x03\x04\x14\x00" + b"\x00" * 24 + b"[Content_Types].xml"
    for content, program in ((docx, "Office"), (b"PK\x03\x04a.txt", "ZIP"), (b"<!doctype html>", "HTML")):
        _, findings = load(content)
        assert [finding.params["format"] for finding in findings] == [program]


def test_bad_character_is_named() -> None:
    for content, character in ((b"a: \x00", "U+0000"), (b"a: \xe2\x80\xa8", "U+2028")):
        _, findings = load(content)
        assert [finding.params["character"] for finding in findings] == [character]


def test_a_text_that_ends_at_a_comment_is_read_and_remarked() -> None:
    content = b"a: b #c\nd: e\n"
    data, findings = load(content)
    assert data == {"a": "b", "d": "e"}
    assert [located(content, finding) for finding in findings] == [(1, 6, "yaml-comment-in-text")]


def test_each_item_without_dash_is_found() -> None:
    content = b"a:\n  - id: b\n    c: d\n    id: e\n    c: f\n    id: g\n    c: h\n    c: i\n"
    _, findings = load(content)
    assert [located(content, finding) for finding in findings] == [
        (4, 5, "list-missing"),
        (6, 5, "list-missing"),
        (8, 5, "yaml-key-doubled"),
    ]


def test_the_line_is_shown_with_its_dash() -> None:
    _, (words,) = load(b"a:\n  - b\n  c\nd: e\n")
    assert "\u201e- c\u201c" in hint(words, "de")
    assert "weiter ein" in hint(words, "de")
    assert "Strich" in message(words, "de")
    assert "indent it further" in hint(words, "en")
    _, (keys,) = load(b"a:\n  - id: b\n    c: d\n  id: e\n")
    assert "\u201c- id: e\u201d" in hint(keys, "en")
    assert "dash" in message(keys, "en")
    assert "weiter ein" not in hint(keys, "de")
    _, (long,) = load(b"a:\n  - id: b\n    c: d\n  id: " + b"e" * 5000 + b"\n")
    assert len(hint(long, "en")) < 200
