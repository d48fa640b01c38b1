"""What gives access to something: keys and tokens by their shapes, passwords and PINs by what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

# By a sign that stands in every text with such a secret; most texts have none of them. What begins with a run of
# letters looks back first: tried again at each letter of a long run, it would take a minute for 100 kB.
_SHAPES = (
    ("PRIVATE KEY", r"-----(?P<secret>BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?)-----"),
    ("AKIA", r"(?P<secret>AKIA[0-9A-Z]{16})\b"),
    ("ASIA", r"(?P<secret>ASIA[0-9A-Z]{16})\b"),
    ("gh", r"(?P<secret>gh[pousr]_[A-Za-z0-9]{30,})"),
    ("github_pat_", r"(?P<secret>github_pat_\w{22,})"),
    ("glpat-", r"(?P<secret>glpat-[\w-]{20,})"),
    ("xox", r"(?P<secret>xox[abeoprs]-[A-Za-z0-9-]{10,})"),
    ("hooks.slack.com/", r"(?P<secret>hooks\.slack\.com/services/T\w+/B\w+/\w{16,})"),
    (".webhook.office.com/", r"(?<![\w-])(?P<secret>[\w-]{1,63}\.webhook\.office\.com/webhookb2/\S{20,})"),
    ("k_live_", r"(?P<secret>[rs]k_live_[A-Za-z0-9]{16,})"),
    ("AIza", r"(?P<secret>AIza[\w-]{35})"),
    ("eyJ", r"(?<![\w-])(?P<secret>eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,})"),
    ("npm_", r"(?P<secret>npm_[A-Za-z0-9]{36})"),
    ("pypi-AgE", r"(?P<secret>pypi-AgE[\w-]{50,})"),
    ("sk-", r"(?<![\w-])(?P<secret>sk-(?=[a-zA-Z_-]*[0-9])(?=[a-z0-9_-]*[A-Z])[\w-]{20,})"),
    ("://", r"://[^\s/:@\"'<>{}]+:(?P<secret>[^\s/@\"'<>{}*…$]+)@"),
    (
        "=",
        r"[?&#](?i:[\w-]*(?:token|secret)|pwd|pass(?:wd|wor[dt]|code)|api_?key|pin|sig)=(?P<secret>[^\s&\"'<>{}()…*$]{4,})",
    ),
)
_BY_SHAPE = tuple((sign, re.compile(pattern)) for sign, pattern in _SHAPES)
# These are searched in small letters, which are found faster.
_NAMED = re.compile(
    r"(?P<name>passwor[dt]|passwd|kennwort|passphrase|\bpwd?|wlan[ -]?schlüssel|\bapi[ _-]?(?:key|token)"
    r"|\bsecret|\btoken)"
    r"(?:[ \t]*[:=]|[ \t]+(?P<verb>lautet|ist|is)\b:?)[ \t]*"
    r"(?:[\"'„“”‚‘`](?P<quoted>[^\s\"'„“”‘’`]{4,60})[\"'“”‘’`]|(?P<bare>[^\s,;()\[\]{}<>\"'„“”`…*]{4,80}))"
)
# Without a sign between the two only what no other word looks like: `password Autumn2026`, not `Umschlag-3`.
_BLUNT = re.compile(
    r"(?i:passwor[dt]|kennwort|passphrase)[ \t]+[\"'„“‚‘`]?(?=[^\s@/]{8,80}(?:\s|$))(?=\S*[a-z])(?=\S*[A-Z])"
    r"(?P<secret>[A-Za-z](?=\S*[0-9]\S*[!$%&#+?^~]\S|(?:[^\s0-9]*[0-9]){4})[^\s,;()\[\]{}<>\"'„“”`…*]{7,79})"
)
# How `name` may begin.
_NAMES = ("api", "kennwort", "passphrase", "passwd", "passwor", "pw", "secret", "token", "wlan")
_NUMBER_NAME = re.compile("pin|puk|code")
_PINS = ("konferenz", "einwahl", "karten", "geräte")
_CODES = (
    "pass", "access ", "access-", "conference ", "dial-in ", "door ", "einwahl", "kenn", "konferenz", "moderator",
    "moderator ", "moderatoren", "participant ", "safe ", "teilnehmer", "tresor", "tür", "zahlen", "zugangs",
    "zutritts",
)  # fmt: skip
_NUMBER = re.compile(
    r"(?:[ -]?code|[ -]?nummer|[ -]nr\.|[ ]number)?"
    r"(?:[ \t]*[:=]|(?:[ \t](?:des|der|für|of|for|zum|zur)[ \t][^\n.:;,#0-9]{2,30})?[ \t]+(?:lautet|ist|is)\b:?)?"
    r"[ \t]*[\"'„“`(]?"
    r"(?P<secret>[0-9](?:[ \t]?[0-9]){3,9})(?P<hash>#?)"
    r"(?![\w-]|[.,][0-9]|[ \t]*(?:stell|ziff|digit|char|zeich|mal\b|times))"
)
_UNIT = re.compile(r"[0-9]+(?:min|h|d|s|sec|std|tage?|days?)", re.IGNORECASE)
_SYMBOLS = frozenset("!$%&#+?^~")
_NO_SECRET = ("1password", "keepass", "keepassxc", "bitwarden", "oauth2", "web3")
_SURELY = ("passwor", "passwd", "kennwort", "passphrase", "pw")


def secrets(text: str) -> Iterator[tuple[int, str]]:
    """Where secrets begin, and what they are; each stretch of text once."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters become two
        lower = "".join(letter.lower()[0] for letter in text)
    end = -1
    for start, stop in sorted({*_by_shape(text), *_named(text, lower), *_numbered(lower)}):
        if start >= end:
            yield start, text[start:stop]
            end = stop


def _by_shape(text: str) -> Iterator[tuple[int, int]]:
    for sign, pattern in _BY_SHAPE:
        if sign in text:
            yield from (match.span("secret") for match in pattern.finditer(text))


def _named(text: str, lower: str) -> Iterator[tuple[int, int]]:
    starts = sorted(_starts(lower))
    for match in filter(None, (_BLUNT.match(text, start) for start in starts)):
        start, stop = match.span("secret")
        yield start, start + len(text[start:stop].rstrip(".!?:"))
    for match in filter(None, (_NAMED.match(lower, start) for start in starts)):
        group = "quoted" if match["quoted"] else "bare"
        start, stop = match.span(group)
        value = text[start:stop].rstrip(".!?:")
        if _is_secret(match["name"], match["verb"] or "", value, quoted=group == "quoted"):
            yield start, start + len(value)


def _starts(lower: str) -> Iterator[int]:
    """Where a name may begin; plain letters are found many times faster than a pattern."""
    for name in _NAMES:
        start = lower.find(name)
        while start >= 0:
            yield start
            start = lower.find(name, start + 1)


def _numbered(lower: str) -> Iterator[tuple[int, int]]:
    if "pin" not in lower and "code" not in lower and "puk" not in lower:
        return
    for name in _NUMBER_NAME.finditer(lower):
        number = _NUMBER.match(lower, name.end())
        if number and (
            number["hash"] or _is_number_name(name.group(), lower[max(0, name.start() - 16) : name.start()])
        ):
            digits = number["secret"].replace(" ", "")
            if not (digits.startswith("0") and len(digits) > 6):  # a number to dial
                yield number.span("secret")


def _is_number_name(name: str, before: str) -> bool:
    """Whether it is the name of a number that gives access, by what stands before it: an error has a code too."""
    if name == "code":
        return before.removesuffix("-").endswith(_CODES)
    return not before[-1:].isalpha() or before.endswith(_PINS)


def _is_secret(name: str, verb: str, value: str, *, quoted: bool) -> bool:
    """A word says where the password is kept (`Passwort: Tresor`), unless it is quoted or announced."""
    lower = value.lower()
    if len(value) < 4 or "://" in value or lower.startswith(_NO_SECRET) or _UNIT.fullmatch(value):
        return False
    surely = name.startswith(_SURELY)
    if surely and quoted:
        return set(lower) - {"x", "*", "."} != set()
    if surely and verb == "lautet" and value[0].isupper():
        return True
    letter, digit = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    mixed = (letter and digit) or (letter and not _SYMBOLS.isdisjoint(value))
    if surely:
        return mixed or (digit and not verb)
    return letter and digit and len(value) >= 8
