"""What gives access to something: keys and tokens by their shapes, passwords and PINs by what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_IN_ADDRESS = (
    r"(?i:[?&#](?:[\w-]*(?:token|secret)|pwd|pass(?:wd|wor[dt]|code)|api[_-]?key|pin|sig)=)"
    r"(?P<secret>[^\s&\"'<>{}()…*$]{4,})"
)
# By words that stand in small letters in every text with such a secret: no other text is searched.
_SHAPES = tuple(
    (needles, re.compile(pattern))
    for needles, pattern in (
        (("private key",), r"-----(?P<secret>BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?)-----"),
        (("akia", "asia"), r"\b(?P<secret>A(?:KIA|SIA)[0-9A-Z]{16})\b"),
        (("ghp_", "gho_", "ghu_", "ghs_", "ghr_"), r"\b(?P<secret>gh[pousr]_[A-Za-z0-9]{30,})"),
        (("github_pat_",), r"\b(?P<secret>github_pat_\w{22,})"),
        (("glpat-",), r"\b(?P<secret>glpat-[\w-]{20,})"),
        (("xox",), r"\b(?P<secret>xox[abeoprs]-[A-Za-z0-9-]{10,})"),
        (("hooks.slack.com/",), r"(?P<secret>hooks\.slack\.com/services/T\w+/B\w+/\w{16,})"),
        ((".webhook.office.com/",), r"(?P<secret>[\w-]+\.webhook\.office\.com/webhookb2/\S{20,})"),
        (("_live_",), r"\b(?P<secret>[rs]k_live_[A-Za-z0-9]{16,})"),
        (("aiza",), r"\b(?P<secret>AIza[\w-]{35})"),
        (("eyj",), r"\b(?P<secret>eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,})"),
        (("npm_", "pypi-"), r"\b(?P<secret>npm_[A-Za-z0-9]{36}|pypi-AgE[\w-]{50,})"),
        (("sk-",), r"(?<![\w-])(?P<secret>sk-(?:[a-z0-9]+-)*(?=[a-zA-Z_-]*[0-9])(?=[a-z0-9_-]*[A-Z])[\w-]{20,})"),
        (("://",), r"://[^\s/:@\"'<>{}]+:(?P<secret>[^\s/@\"'<>{}*…$]+)@"),
        (
            (
                "token=",
                "pwd=",
                "passwd=",
                "password=",
                "passwort=",
                "passcode=",
                "secret=",
                "key=",
                "pin=",
                "sig=",
            ),
            _IN_ADDRESS,
        ),
    )
)
# These are searched in small letters, which are found faster.
_NAMED = re.compile(
    r"(?P<name>passwor[dt]|passwd|kennwort|passphrase|\bpwd|\bapi[ _-]?(?:key|token)|\bsecret|\btoken)"
    r"(?:[ \t]*[:=]|[ \t]+(?P<verb>lautet|ist|is)\b:?)[ \t]*"
    r"(?:[\"'„“”‚‘`](?P<quoted>[^\s\"'„“”‘’`]{4,60})[\"'“”‘’`]|(?P<bare>[^\s,;()\[\]{}<>\"'„“”`…*]{4,80}))"
)
_NAMES = ("passw", "kennwort", "passphrase", "pwd", "api", "secret", "token")
_NUMBERED = re.compile(
    r"(?:(?<![a-zäöüß])(?:konferenz|einwahl|karten|geräte)?pin|\bpuk|\bpasscode|"
    r"(?:zugangs|zutritts|tür|tresor|zahlen|kenn|teilnehmer|moderatoren|moderator)-?code|"
    r"(?:access|door|safe|dial-in|conference|participant|moderator)[ -]code)"
    r"(?:[ -]?code|-?nummer|[ ]number)?"
    r"[ \t]*(?:[:=]|\b(?:lautet|ist|is)\b:?)?[ \t]*[\"'„“`]?"
    r"(?P<secret>[0-9](?:[ \t]?[0-9]){3,9})(?![\w-]|[.,][0-9]|[ \t]*(?:stell|ziff|digit|char|zeich|mal\b|times))"
    r"|\bcode[ \t]*:?[ \t]*(?P<hash>[0-9]{4,9})#"
)
_NUMBERS = ("pin", "puk", "code")
_UNIT = re.compile(r"[0-9]+(?:min|h|d|s|sec|std|tage?|days?)", re.IGNORECASE)
_SYMBOLS = frozenset("!$%&#+?^~")
_NO_SECRET = ("1password", "keepass", "keepassxc", "bitwarden", "oauth2", "web3")
_SURELY = ("passwor", "passwd", "kennwort", "passphrase", "pwd")


def secrets(text: str) -> Iterator[tuple[int, str]]:
    """Where secrets begin, and what they are; each stretch of text once."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters become two
        lower = "".join(letter.lower()[0] for letter in text)
    end = -1
    for start, stop in sorted({*_by_shape(text, lower), *_named(text, lower), *_numbered(lower)}):
        if start >= end:
            yield start, text[start:stop]
            end = stop


def _by_shape(text: str, lower: str) -> Iterator[tuple[int, int]]:
    for needles, pattern in _SHAPES:
        if any(needle in lower for needle in needles):
            yield from (match.span("secret") for match in pattern.finditer(text))


def _named(text: str, lower: str) -> Iterator[tuple[int, int]]:
    if not any(name in lower for name in _NAMES):
        return
    for match in _NAMED.finditer(lower):
        group = "quoted" if match["quoted"] else "bare"
        start, stop = match.span(group)
        value = text[start:stop].rstrip(".!?:")
        if _is_secret(match["name"], match["verb"] or "", value, quoted=group == "quoted"):
            yield start, start + len(value)


def _numbered(lower: str) -> Iterator[tuple[int, int]]:
    if not any(name in lower for name in _NUMBERS):
        return
    for match in _NUMBERED.finditer(lower):
        group = "secret" if match["secret"] else "hash"
        digits = match[group].replace(" ", "")
        if not (digits.startswith("0") and len(digits) > 6):  # a number to dial
            yield match.span(group)


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
