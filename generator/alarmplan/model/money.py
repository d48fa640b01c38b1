"""Amounts of money in whole units of a currency."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Money:
    """`amount` in whole units of `currency` (ISO 4217)."""

    amount: int
    currency: str

    @classmethod
    def parse(cls, raw: str) -> Money:
        amount, currency = raw.split(" ")
        return cls(int(amount), currency)
