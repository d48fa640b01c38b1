"""A way to reach somebody, as an author writes it: a number to dial, a mail address, a page, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_PHONE = re.compile(r"\+?[0-9][0-9 /()\u00a0\u202f-]{1,30}")
_NATIONAL_ZERO = re.compile(r"\(0\)")
_PAGE = re.compile(r"https?://[^\s<>\"\\^`{|}]+")
_MAIL = re.compile(r"[A-Za-z0-9.+_-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Contact:
    """`address` is what a link leads to: digits with an optional `+`, a mail address or a page; else empty."""

    text: str
    form: Literal["phone", "mail", "page", "other"]
    address: str = ""

    @classmethod
    def parse(cls, text: str) -> Contact:
        if _PHONE.fullmatch(text):
            dialled = _NATIONAL_ZERO.sub("", text) if text.startswith("+") else text
            return cls(text, "phone", "".join(c for c in dialled if c.isdigit() or c == "+"))
        if _MAIL.fullmatch(text):
            return cls(text, "mail", text)
        if _PAGE.fullmatch(text):
            return cls(text, "page", text)
        return cls(text, "other")
