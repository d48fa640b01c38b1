"""The registry of kinds: one line each, in alphabetical order. Every kind has a schema of its name."""

from __future__ import annotations

from alarmplan.model.document import Document
from alarmplan.model.kinds.catalogues import Audiences, Channels, Decisions, Triggers
from alarmplan.model.kinds.chain import Chain
from alarmplan.model.kinds.checklist import Checklist
from alarmplan.model.kinds.communication import InformationPackage, Template
from alarmplan.model.kinds.glossary import Glossary
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.kinds.page import ProsePage
from alarmplan.model.kinds.process import Process
from alarmplan.model.kinds.role import Role
from alarmplan.model.kinds.service import Service
from alarmplan.model.kinds.severity_matrix import SeverityMatrix
from alarmplan.model.kinds.situation import Situation

KINDS: dict[str, type[Document]] = {
    "audiences": Audiences,
    "chain": Chain,
    "channels": Channels,
    "checklist": Checklist,
    "decisions": Decisions,
    "glossary": Glossary,
    "information-package": InformationPackage,
    "organisation": Organisation,
    "page": ProsePage,
    "process": Process,
    "role": Role,
    "service": Service,
    "severity-matrix": SeverityMatrix,
    "situation": Situation,
    "template": Template,
    "triggers": Triggers,
}
