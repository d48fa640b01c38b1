"""What a channel is by its names: no other key says whether a contact there is a number or an address."""

from __future__ import annotations

import re

from alarmplan.model.kinds.catalogues import Channel

_PHONE = re.compile(r"tele[fp]h?on|phone|handy|mobil|festnetz|landline|anruf|\bsms\b|\bfax", re.IGNORECASE)
# Radios and pagers are called by names; conferences and apps by links; a direct line has nothing to dial.
_UNLIKE_PHONE = re.compile(
    r"(?<!mobil)funk|radio|pager|pie?p|konferenz|conferenc|video|chat|messenger|\bapps?\b|durchsage|sprechanlage"
    r"|intercom|direkt|direct|standleitung|hotline|feldtelefon|field|\brot(?:es)?\b|\bred\b|\boder\b|\bor\b|/",
    re.IGNORECASE,
)
_MAIL = re.compile(r"mail", re.IGNORECASE)
_UNLIKE_MAIL = re.compile(
    r"voice|sprach|mailbox|mailing|verteiler|list|chat|ticket|\boder\b|\bor\b|/", re.IGNORECASE
)


def is_phone(channel: Channel) -> bool:
    """Whether it is called a telephone, and nothing else besides."""
    return _called(channel, _PHONE, _UNLIKE_PHONE)


def is_mail(channel: Channel) -> bool:
    return _called(channel, _MAIL, _UNLIKE_MAIL)


def _called(channel: Channel, like: re.Pattern[str], unlike: re.Pattern[str]) -> bool:
    names = (channel.id, *channel.title.all())
    return any(map(like.search, names)) and not any(map(unlike.search, names))
