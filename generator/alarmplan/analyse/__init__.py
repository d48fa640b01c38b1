"""What a playbook means: pure functions from the model to facts."""

from __future__ import annotations

from alarmplan.analyse.alerts import alerts, reached, running
from alarmplan.analyse.communication import asked, communication_plan, planned
from alarmplan.analyse.contacts import contacted
from alarmplan.analyse.mandates import decision_holders, speakers
from alarmplan.analyse.persons import persons, stood_in_for
from alarmplan.analyse.reviews import review_dates
from alarmplan.analyse.services import needed_by, strictest
from alarmplan.analyse.uses import uses
from alarmplan.model.facts import Facts
from alarmplan.model.playbook import Playbook


def analyse(playbook: Playbook) -> Facts:
    plan, levels = communication_plan(playbook), reached(playbook)
    return Facts(
        uses=uses(playbook),
        reached=levels,
        running=running(playbook, levels),
        alerts=alerts(playbook, levels),
        contacted=contacted(playbook),
        holders=decision_holders(playbook),
        speakers=speakers(playbook),
        persons=persons(playbook),
        stood_in_for=stood_in_for(playbook),
        plan=plan,
        planned=planned(plan),
        asked=asked(playbook),
        review_due=review_dates(playbook),
        needed_by=needed_by(playbook),
        strictest=strictest(playbook),
    )
