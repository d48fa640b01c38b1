"""What templates say on one page: small phrases made of several facts, a module for each field."""

from __future__ import annotations

from alarmplan.render.phrases.catalogues import Catalogues
from alarmplan.render.phrases.chains import Chains
from alarmplan.render.phrases.mandates import Mandates
from alarmplan.render.phrases.messages import Messages
from alarmplan.render.phrases.work import Work


class Phrases(Catalogues, Chains, Mandates, Messages, Work):
    """Everything a template may say on one page."""

    __slots__ = ()
