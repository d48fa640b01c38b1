"""What templates say on one page: small phrases made of several facts, a module for each field."""

from __future__ import annotations

from alarmplan.render.phrases.calls import Calls
from alarmplan.render.phrases.catalogues import Catalogues
from alarmplan.render.phrases.chains import Chains
from alarmplan.render.phrases.glossary import Glossary
from alarmplan.render.phrases.messages import Messages
from alarmplan.render.phrases.talks import Talks
from alarmplan.render.phrases.work import Work


class Phrases(Calls, Catalogues, Chains, Glossary, Messages, Talks, Work):
    """Everything a template may say on one page."""

    __slots__ = ()
