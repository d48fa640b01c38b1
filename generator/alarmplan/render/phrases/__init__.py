"""What templates say on one page: small phrases made of several facts, a module for each field."""

from __future__ import annotations

from alarmplan.render.phrases.calls import Calls
from alarmplan.render.phrases.catalogues import Catalogues
from alarmplan.render.phrases.glossary import Glossary
from alarmplan.render.phrases.messages import Messages
from alarmplan.render.phrases.prose import Prose
from alarmplan.render.phrases.reports import Reports
from alarmplan.render.phrases.talks import Talks
from alarmplan.render.phrases.work import Work


class Phrases(Calls, Catalogues, Glossary, Messages, Prose, Reports, Talks, Work):
    """Everything a template may say on one page."""

    __slots__ = ()
