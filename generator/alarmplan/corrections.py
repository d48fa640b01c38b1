"""What was probably meant: values in the form that a schema wants, or nothing where that would be a guess."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from datetime import date

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_GERMAN_DAY = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4}|[0-9]{2})?")
_GERMAN_MONTHS = (
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "dezember",
)  # fmt: skip
_NAMED_MONTH = re.compile(r"([0-9]{1,2})\. ?([A-Za-zä]+)(?: ([0-9]{4}))?")
_SLASHES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")  # British or American, unless a number says which
_LEAP = "2028"  # where no year is given: 29 February comes in some
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_TIME = re.compile(r"([0-9]{1,2})(?:[:.h]([0-9]{1,2}))?(?: ?(?:Uhr|h))?")
_AMOUNT = r"(?P<whole>[0-9]{1,3}(?:[., '\u00a0\u202f][0-9]{3}){1,4}|[0-9]{1,15})(?:[.,](?:00|-|–|--))?"
_CURRENCY = r"(?P<currency>€|[Ee]uro?|\$|£|[A-Za-z]{3})"
_MONEY = (re.compile(rf"{_AMOUNT}\s*{_CURRENCY}"), re.compile(rf"{_CURRENCY}\s*{_AMOUNT}"))
_CURRENCIES = {"€": "EUR", "EURO": "EUR", "$": "USD", "£": "GBP"}
_UNITS = {
    "min": "min", "minute": "min", "minuten": "min", "minutes": "min",
    "h": "h", "std": "h", "stunde": "h", "stunden": "h", "hour": "h", "hours": "h",
    "d": "d", "tag": "d", "tage": "d", "day": "d", "days": "d",
    "w": "w", "woche": "w", "wochen": "w", "week": "w", "weeks": "w",
    "monat": "month", "monate": "month", "mon": "month",
    **dict.fromkeys(("arbeitsstunde", "arbeitsstunden", "working hour", "working hours"), "working h"),
    **dict.fromkeys(
        (
            "werktag", "werktage", "arbeitstag", "arbeitstage",
            "working day", "working days", "business day", "business days",
        ),
        "working d",
    ),
}  # fmt: skip
_YEARS = frozenset({"j", "jahr", "jahre", "y", "year", "years"})
_REGULAR = {  # how often, in one word, as the time between
    "1 h": ("stuendlich", "hourly"),
    "1 d": ("taeglich", "daily"),
    "1 w": ("woechentlich", "weekly"),
    "2 w": ("vierzehntaegig", "fortnightly"),
    "1 month": ("monatlich", "monthly"),
    "3 month": ("vierteljaehrlich", "quartalsweise", "quarterly"),
    "6 month": ("halbjaehrlich", "half-yearly", "biannually"),
    "12 month": ("jaehrlich", "einmal im jahr", "yearly", "annually", "annual", "once a year"),
    "24 month": ("alle zwei jahre", "every two years"),
}
_EVERY = re.compile("(?:alle|jede[ns]?|every) ", re.IGNORECASE)
_REGIONS = {  # ISO 3166-2
    "DE": ("de", "deutschland", "germany", "bundesweit"),
    "AT": ("at", "oesterreich", "austria"),
    "CH": ("ch", "schweiz", "switzerland"),
    "DE-BW": ("bw", "baden-wuerttemberg", "baden wuerttemberg"),
    "DE-BY": ("by", "bayern", "bavaria"),
    "DE-BE": ("be", "berlin"),
    "DE-BB": ("bb", "brandenburg"),
    "DE-HB": ("hb", "bremen"),
    "DE-HH": ("hh", "hamburg"),
    "DE-HE": ("he", "hessen", "hesse"),
    "DE-MV": ("mv", "mecklenburg-vorpommern"),
    "DE-NI": ("ni", "niedersachsen", "lower saxony"),
    "DE-NW": ("nw", "nrw", "nordrhein-westfalen", "north rhine-westphalia"),
    "DE-RP": ("rp", "rlp", "rheinland-pfalz", "rhineland-palatinate"),
    "DE-SL": ("sl", "saarland"),
    "DE-SN": ("sn", "sachsen", "saxony"),
    "DE-ST": ("st", "sachsen-anhalt", "saxony-anhalt"),
    "DE-SH": ("sh", "schleswig-holstein"),
    "DE-TH": ("th", "thueringen", "thuringia"),
}
_CALLED = {  # what the schemas call it: what people say
    "mon": ("mo", "montag", "monday"),
    "tue": ("di", "dienstag", "tuesday"),
    "wed": ("mi", "mittwoch", "wednesday"),
    "thu": ("do", "donnerstag", "thursday"),
    "fri": ("fr", "freitag", "friday"),
    "sat": ("sa", "samstag", "sonnabend", "saturday"),
    "sun": ("so", "sonntag", "sunday"),
    "ignore": ("aus", "false", "kein", "keine", "nein", "no", "none", "off"),
    "none": ("false", "kein", "keine", "keiner", "nein", "niemand", "no", "nobody", "nicht", "ohne"),
    "reported": ("gemeldet", "meldung", "eingang", "anruf"),
    "acknowledged": ("bestaetigt", "bestaetigung", "angenommen"),
    "classified": ("eingestuft", "einstufung", "klassifiziert"),
    "solved": ("geloest", "loesung", "behoben", "resolved"),
    "closed": ("geschlossen", "abgeschlossen", "abschluss"),
    "owner": ("eigentuemer", "verantwortlich", "verantwortliche", "verantwortlicher"),
    "critical": ("kritisch",),
    "high": ("hoch",),
    "medium": ("mittel", "normal"),
    "low": ("gering", "niedrig"),
    "target": ("ziel", "zielwert"),
    "guarantee": ("garantie", "garantiert", "guaranteed"),
    "blame": ("schuld", "schuldzuweisung", "vorwurf"),
    "alarm": ("panik", "alarmierend"),
    "soothing": ("beschwichtigend", "beschwichtigung", "verharmlosend"),
    "jargon": ("fachsprache", "fachwort"),
    "vague": ("vage", "unklar", "ungenau"),
    "at-least": ("mindestens", "wenigstens", "ab", "minimum", "no less than", "from", ">=", "≥"),
    "more-than": (
        "mehr als",
        "mehr",
        "ueber",
        "oberhalb",
        "groesser",
        "groesser als",
        "above",
        "over",
        "exceeds",
        "greater",
        "greater than",
        ">",
    ),
    "at-most": ("hoechstens", "maximal", "bis", "maximum", "no more than", "up to", "<=", "≤"),
    "less-than": (
        "weniger als",
        "weniger",
        "unter",
        "unterhalb",
        "kleiner",
        "kleiner als",
        "below",
        "under",
        "fewer than",
        "lower than",
        "smaller than",
        "<",
    ),
    "exactly": ("genau", "gleich", "equal", "equals", "=", "=="),
    "incident": ("stoerung", "vorfall"),
    "across": ("uebergreifend",),
    "order": ("anordnen", "anordnung", "anweisen", "anweisung"),
    "release": ("freigeben", "freigabe"),
    "say": ("sagen", "aussage", "mitteilen"),
    "line": ("zeile",),
    "time": ("zeit", "uhrzeit", "zeitpunkt"),
    "list": ("liste",),
    "files": ("datei", "dateien", "anhang", "anhaenge"),
    "any": ("einer", "eine", "jemand", "irgendeiner"),
    "all": ("alle", "beide", "both"),
    "initial": ("erste", "erstmeldung"),
    "first": ("erste", "erster zwischenstand"),
    "regular": ("regelmaessig", "zwischenstand"),
    "closing": ("abschluss", "abschlussmeldung", "entwarnung"),
    "proceed": ("weiter", "weitermachen", "fortfahren"),
    "escalate": ("eskalieren",),
    "stop": ("anhalten", "abbrechen"),
    "caller": ("anrufer", "melder"),
    "error": ("fehler",),
    "warning": ("warnung",),
    "de": ("deutsch", "german"),
    "en": ("englisch", "english"),
    "case": ("fall",),
    "audiences": ("empfaenger", "kunden"),
    "chain": ("alarmierung", "alarmkette", "alarmplan", "eskalationsweg"),
    "channels": ("kontaktwege", "telefon"),
    "checklist": ("pruefliste",),
    "decisions": ("befugnis", "befugnisse"),
    "glossary": ("begriffe", "woerterbuch"),
    "information-package": ("formular", "uebergabe"),
    "organisation": ("betriebszeiten", "company", "firma", "oeffnungszeiten", "unternehmen"),
    "page": ("seite", "text"),
    "process": ("ablauf", "verfahren"),
    "role": ("ansprechpartner", "funktion", "person", "zustaendigkeit"),
    "service": ("contract", "dienst", "dienstleistung", "sla", "vertrag", "vertraege"),
    "severity-matrix": ("prioritaet", "prioritaeten", "priority"),
    "situation": ("lage", "notfall", "scenario", "szenario"),
    "template": ("muster", "mustertext", "nachricht"),
}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPANS = {
    **dict.fromkeys(("werktags", "wochentags", "weekdays"), _DAYS[:5]),
    **dict.fromkeys(("wochenende", "am wochenende", "weekend", "weekends"), _DAYS[5:]),
    **dict.fromkeys(("taeglich", "jeden tag", "daily", "every day"), _DAYS),
}
_TRUTH = {
    **dict.fromkeys(("ja", "j", "yes", "y", "on", "an", "wahr", "true", "x", "1"), "true"),
    **dict.fromkeys(("nein", "n", "no", "off", "aus", "falsch", "false", "0"), "false"),
}  # fmt: skip


def correct(form: str, value: object) -> str:
    """`value` in the form that `x-value` names; empty where nobody can tell."""
    make = _FORMS.get(form)
    return make(str(value).strip()) if make else ""


def other_word(written: str, among: Collection[str]) -> str:
    """What the schemas call it, for words that are too far from theirs: `di` → `tue`; all, where it may be two."""
    word = _plain(written)
    return " / ".join(meant for meant, called in _CALLED.items() if word in called and meant in among)


def _plain(written: str) -> str:
    return written.strip().lower().rstrip(".").translate(_LETTERS)


def weekdays(written: str) -> tuple[str, ...]:
    """Every day of a range: `mon-fri`, `Sa–So`, `werktags`."""
    if span := _SPANS.get(_plain(written)):
        return span
    ends = [other_word(end, _DAYS) or end.strip().lower() for end in re.split("[-–]", written)]
    if len(ends) != 2 or not set(ends) <= set(_DAYS):
        return ()
    first, last = map(_DAYS.index, ends)
    return _DAYS[first : last + 1]


def an_id(written: str) -> str:
    """`Service Manager` → `service-manager`, `Störung_1` → `stoerung-1`."""
    letters = unicodedata.normalize("NFC", written).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFD", letters).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def a_date(written: str) -> str:
    """`28.09.2026` → `2026-09-28`; a year of two digits is one of this century."""
    if found := _GERMAN_DAY.fullmatch(written):
        day, month, year = found.groups()
        return _iso(f"20{year}" if year and len(year) == 2 else year, month, day)
    if found := _NAMED_MONTH.fullmatch(written):
        day, name, year = found.groups()
        return _iso(year, _GERMAN_MONTHS.index(name.lower()) + 1, day) if name.lower() in _GERMAN_MONTHS else ""
    if found := _SLASHES.fullmatch(written):
        day, month, year = found.groups()
        return _iso(year, month, day) or _iso(year, day, month) if max(int(day), int(month)) > 12 else ""
    found = _YEAR_FIRST.fullmatch(written)
    return _iso(*found.groups()) if found else ""


def _iso(year: str | None, month: str | int, day: str) -> str:
    try:
        return date(int(year or 0), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def a_day(written: str) -> str:
    """A date, or a day of every year: `24.12.` and `24. Dezember` → `12-24`."""
    found = _GERMAN_DAY.fullmatch(written) or _GERMAN_DAY.fullmatch(f"{written}.")
    if found and not found[3]:
        return _iso(_LEAP, found[2], found[1])[5:]
    named = _NAMED_MONTH.fullmatch(written)
    if named and not named[3]:
        return a_date(f"{written} {_LEAP}")[5:]
    return a_date(written)


def a_time(written: str) -> str:
    """`8 Uhr` → `08:00`, `8.30` → `08:30`."""
    found = _TIME.fullmatch(written)
    if not found:
        return ""
    hour, minute = int(found[1]), int((found[2] or "").ljust(2, "0"))
    return f"{hour:02}:{minute:02}" if (hour < 24 and minute < 60) or (hour, minute) == (24, 0) else ""


def money(written: str) -> str:
    """`1.000 €` → `1000 EUR`."""
    found = _MONEY[0].fullmatch(written) or _MONEY[1].fullmatch(written)
    if not found:
        return ""
    currency = found["currency"].upper()
    return f"{int(re.sub('[^0-9]', '', found['whole']))} {_CURRENCIES.get(currency, currency)}"


def duration(written: str) -> str:
    """`15 Minuten` → `15 min`, `5 Werktage` → `5 working d`, `jährlich` and `1 Jahr` → `12 month`."""
    regular = _plain(written)
    if often := next((often for often, words in _REGULAR.items() if regular in words), ""):
        return often
    found = re.fullmatch(r"([0-9]{1,5}) ?([A-Za-z]+(?: [A-Za-z]+)?)\.?", _EVERY.sub("", written, count=1))
    if not found:
        return ""
    unit = found[2].lower()
    if unit in _YEARS:
        return f"{12 * int(found[1])} month"
    return f"{found[1]} {_UNITS[unit]}" if unit in _UNITS else ""


def region(written: str) -> str:
    """`Bayern`, `by` and `de-by` → `DE-BY`."""
    code = re.sub(r"[\s_-]+", "-", written).upper()
    if re.fullmatch("[A-Z]{2}-[A-Z0-9]{1,3}", code):
        return code
    return next((region for region, called in _REGIONS.items() if _plain(written) in called), "")


def truth(value: object) -> str:
    return _TRUTH.get(str(value).strip().lower(), "")


def whole_number(value: object) -> str:
    """The only digits in a text: `5 Personen` → `5`."""
    digits = re.findall("[0-9]+", str(value)) if isinstance(value, str) else []
    return str(int(digits[0])) if len(digits) == 1 and len(digits[0]) < 7 and "-" not in str(value) else ""


def url(written: str) -> str:
    """`alarm.example.com/` → `https://alarm.example.com/`."""
    address = written.replace("https//", "").replace("http//", "").replace("https:", "").strip("/ ")
    return f"https://{address}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/[^\s<>\"\\^`{|}]*)?", address) else ""


_FORMS: Mapping[str, Callable[[str], str]] = {
    "date": a_date,
    "day": a_day,
    "duration": duration,
    "id": an_id,
    "money": money,
    "region": region,
    "time": a_time,
    "url": url,
}


def is_id(value: object) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None
