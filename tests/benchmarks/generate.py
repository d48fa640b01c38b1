"""Writes a sound playbook of any size: python tests/benchmarks/generate.py DIR --files N [--languages de].

The same arguments give the same bytes. The playbook is mixed like a real one: a core (organisation, one
severity matrix, catalogues, a first chain), then the files of one system at one site after the other,
each of which refers only to what stands before it; a system that would be cut off is left out. Catalogues grow
with the root of the number of systems.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import isqrt
from pathlib import Path
from random import Random
from typing import Any

import yaml

Pair = tuple[str, str]  # the German and the English text
Data = dict[str, Any]

LANGUAGES = ("de", "en")
FILES_OF_A_SYSTEM = 14
SMALLEST = 24

SYSTEMS: Sequence[tuple[str, Pair]] = (
    ("checkout", ("Bezahlvorgang", "checkout")), ("stock", ("Bestandsführung", "stock keeping")),
    ("labels", ("Etikettendruck", "label printing")), ("routing", ("Tourenplanung", "route planning")),
    ("portal", ("Kundenportal", "customer portal")), ("invoices", ("Rechnungslauf", "invoicing")),
    ("scanners", ("Handscanner", "hand scanners")), ("tracking", ("Sendungsverfolgung", "shipment tracking")),
    ("returns", ("Retourenprüfung", "returns desk")), ("cooling", ("Kühlüberwachung", "cold chain monitor")),
    ("gates", ("Torsteuerung", "gate control")), ("payroll", ("Lohnabrechnung", "payroll")),
    ("identity", ("Anmeldedienst", "sign-in service")), ("backup", ("Datensicherung", "backup")),
    ("telephony", ("Telefonanlage", "telephone system")), ("conveyor", ("Fördertechnik", "conveyor control")),
)  # fmt: skip
SITES = (
    "Maschen", "Lüneburg", "Bremen", "Kassel", "Rostock", "Görlitz", "Münster", "Fürth", "Würzburg", "Erfurt",
)  # fmt: skip
SITE_IDS = ("msc", "lbg", "bre", "kas", "ros", "goe", "mue", "fue", "wue", "erf")

PURPOSES: Sequence[Pair] = (
    (
        "Verantwortet {system} ({site}) im Alltag und in der Störung, bis eine andere Stufe übernimmt.",
        "Answers for {system} ({site}) every day and in an incident, until another level takes over.",
    ),
    (
        "Findet den Fehler in {system} ({site}), behebt ihn oder grenzt ihn ein, damit die Arbeit weitergeht.",
        "Finds the fault in {system} ({site}), repairs it or contains it so that work can go on.",
    ),
    (
        "Hält für {system} ({site}) den Kopf frei: verteilt die Arbeit, spricht mit Lieferanten, gibt Leute frei.",
        "Keeps heads clear for {system} ({site}): shares out the work, talks to suppliers, releases people.",
    ),
)
MUST_NOT: Sequence[Pair] = (
    (
        "Einen Termin zusagen, den die nächste Stufe nicht bestätigt hat.",
        "Promise a date that the next level has not confirmed.",
    ),
    (
        "Etwas neu starten, bevor Logs und Bildschirmfotos gesichert sind.",
        "Restart anything before logs and screenshots are saved.",
    ),
    ("Gegenüber Kunden über Ursache oder Schuld mutmaßen.", "Speculate to customers about cause or blame."),
    (
        "Außerhalb des Freigabeprozesses dauerhaft Rechte in {system} vergeben.",
        "Grant permanent rights in {system} outside the approval process.",
    ),
)
TASKS: Sequence[Pair] = (
    (
        "Alarm innerhalb der Frist bestätigen; ab dann führt diese Rolle und sagt das auch.",
        "Acknowledge the alert within its time; from then on this role leads, and says so.",
    ),
    (
        "Schweregrad nach der [Severity-Matrix](severity-matrix:it) festlegen; im Zweifel den höheren.",
        "Set the severity by the [severity matrix](severity-matrix:it); if in doubt, the higher one.",
    ),
    (
        "Klären, was sich an {system} zuletzt geändert hat: Versionen, Einstellungen, Rechte, Mengen.",
        "Find out what changed last in {system}: releases, settings, rights, volumes.",
    ),
    (
        "Jede Maßnahme mit Uhrzeit, Namen und Ergebnis eintragen, auch die ohne Wirkung.",
        "Record every measure with time, name and result, including those that did nothing.",
    ),
    (
        "Den [Incident-Manager](role:incident-manager) rufen, sobald mehr als ein Team gebraucht wird.",
        "Call the [incident manager](role:incident-manager) as soon as more than one team is needed.",
    ),
    (
        "Vorläufige Maßnahme für {system} einrichten und **vorher** den Rückweg prüfen.",
        "Put a temporary measure for {system} in place and check the way back **first**.",
    ),
    (
        "Den Standort {site} zum vereinbarten Zeitpunkt anrufen, auch ohne Neuigkeit.",
        "Call the {site} site at the agreed time, news or not.",
    ),
    (
        "Das [Informationspaket](information-package:standard) ausfüllen, bevor die Störung übergeben wird.",
        "Fill in the [information package](information-package:standard) before handing the incident over.",
    ),
)
SKILLS: Sequence[Pair] = (
    (
        "Kritische Systeme am Standort {site} und ihre Abhängigkeiten kennen.",
        "Know the critical systems at {site} and what they depend on.",
    ),
    (
        "Unter Druck zuhören, nachfragen und kurze Sätze sprechen.",
        "Listen under pressure, ask precise questions, speak in short sentences.",
    ),
)
ITEMS: Sequence[tuple[Pair, Pair]] = (
    (
        (
            "Sichern Sie Logs und Bildschirmfotos von {system}, **bevor** jemand neu startet.",
            "Save logs and screenshots of {system} **before** anybody restarts anything.",
        ),
        ("Dateien am Ticket, mit Uhrzeit.", "Files attached to the ticket, with the time."),
    ),
    (
        (
            "Vergleichen Sie die Fehlerquote von {system} mit der von gestern zur selben Zeit.",
            "Compare the error rate of {system} with that of yesterday at the same time.",
        ),
        ("Beide Zahlen stehen im Ticket.", "Both figures are in the ticket."),
    ),
    (
        (
            "Rufen Sie die Leitstelle {site} an und fragen Sie, was dort zu sehen ist.",
            "Call the control room at {site} and ask what can be seen there.",
        ),
        ("Name, Uhrzeit und Beobachtung notiert.", "Name, time and observation noted."),
    ),
    (
        (
            "Prüfen Sie, ob die letzte Sicherung vollständig und lesbar ist.",
            "Check that the latest backup is complete and can be read.",
        ),
        ("Datum der Sicherung genannt, eine Datei zur Probe geöffnet.", "Date named, one file opened as a test."),
    ),
    (
        (
            "Schalten Sie {system} auf den Notbetrieb um, wenn die Frist zur Hälfte vorbei ist.",
            "Switch {system} to emergency mode once half of the time has passed.",
        ),
        ("Notbetrieb läuft, Beginn im Ticket.", "Emergency mode is running, its start is in the ticket."),
    ),
    (
        (
            "Öffnen Sie einen [Chat-Kanal](channel:chat) nur für diese Störung.",
            "Open a [chat channel](channel:chat) for this incident only.",
        ),
        ("Kanal heißt wie das Ticket, alle sind darin.", "Channel named after the ticket, everybody is in it."),
    ),
    (
        (
            "Nennen Sie allen Gerufenen die Uhrzeit der nächsten Lagebesprechung.",
            "Tell everybody called in when the next situation call is.",
        ),
        ("Uhrzeit wiederholt und bestätigt.", "Time repeated and confirmed."),
    ),
    (
        (
            "Nehmen Sie die letzte Änderung an {system} zurück, wenn sie höchstens einen Tag alt ist.",
            "Roll back the latest change of {system} if it is at most a day old.",
        ),
        ("Alter Stand läuft, offene Buchungen sind gezählt.", "Old state is running, open bookings are counted."),
    ),
)
CHECKLISTS: Sequence[tuple[str, Pair]] = (
    ("first-steps", ("Erste Schritte: {system} {site}", "First steps: {system} {site}")),
    ("restart", ("Neustart: {system} {site}", "Restart: {system} {site}")),
    ("handover", ("Übergabe: {system} {site}", "Handover: {system} {site}")),
    ("all-clear", ("Entwarnung: {system} {site}", "All clear: {system} {site}")),
)
AIM: Pair = (
    """Für {system} ({site}), sobald die [Fachbereitschaft](role:expert) gerufen ist. Lesen, tun, abhaken.

Nach einer Unterbrechung lesen Sie den letzten abgehakten Punkt noch einmal.""",
    """For {system} ({site}), as soon as the [subject expert](role:expert) has been called. Read, do, tick.

After an interruption, read the last ticked item again.""",
)
PAUSE: Pair = (
    "Die führende Rolle fragt „Gesichert? Informiert?“ und hört zweimal „Ja“.",
    "The leading role asks “Saved? Informed?” and hears “yes” twice.",
)
REASONS: Sequence[Pair] = (
    (
        "Beschluss der Leitungsrunde IT-Betrieb. Bei {system} kosteten Rückfragen nach Übergaben die meiste Zeit.",
        "Decided by the IT operations round. With {system} most time was lost in questions after handovers.",
    ),
    (
        "Erprobt am Standort {site}. Wer zuerst vom Problem hört, muss ohne Rückfrage alarmieren dürfen.",
        "Tried out at {site}. Whoever hears of the problem first must be able to raise the alarm without asking.",
    ),
    (
        """Gemeinsamer Beschluss von Leitungsrunde und Standort {site}.

Bei {system} hat sich gezeigt: Wer nichts hört, ruft an und hält das Team auf.
Deshalb steht hier, wer was bis wann tut.""",
        """Decided together with the {site} site.

With {system} it showed: people who hear nothing call and hold up the team. So this says who does what by when.""",
    ),
)
FIELDS: Sequence[tuple[str, Pair, Pair]] = (
    (
        "service",
        ("Betroffener Dienst", "Service affected"),
        ("{system}, Standort {site}", "{system}, {site} site"),
    ),
    ("ticket", ("Vorgangsnummer", "Reference"), ("INC-20461", "INC-20461")),
    ("start", ("Beginn", "Start"), ("Dienstag, 15. September, 02:10 Uhr", "Tuesday 15 September, 02:10 CEST")),
    (
        "impact",
        ("Auswirkung", "Impact"),
        ("Etwa zwei von drei Vorgängen schlagen fehl.", "About two in three transactions fail."),
    ),
    ("status", ("Stand", "Status"), ("Die Ursache ist noch offen.", "The cause is still open.")),
    (
        "next-update",
        ("Zeit der nächsten Nachricht", "Time of the next message"),
        ("Dienstag, 15. September, 03:05 Uhr", "Tuesday 15 September, 03:05 CEST"),
    ),
)
MOMENTS: Sequence[tuple[str, Pair]] = (
    ("initial", ("Erstmeldung", "Initial notice")),
    ("first", ("Erste Folgemeldung", "First update")),
    ("regular", ("Regelmäßige Folgemeldung", "Regular update")),
    ("closing", ("Abschlussmeldung", "Closing notice")),
)
SUBJECT: Pair = ("Störung: {service} (Vorgang {ticket})", "Disruption: {service} (reference {ticket})")
BODY: Pair = (
    """Guten Tag,

bei uns ist ein Dienst gestört: {service}.
Beginn: {start}

Auswirkung für Sie: {impact}
Stand: {status}

Nächste Nachricht: {next-update}, auch wenn es nichts Neues gibt.

Wir bitten Sie, die Einschränkung zu entschuldigen.
""",
    """Hello,

One of our services is disrupted: {service}.
Start: {start}

What it means for you: {impact}
Status: {status}

Next message: {next-update}, even if there is nothing new.

We apologise for the disruption.
""",
)
ADVICE: Sequence[Pair] = (
    (
        "Senden Sie, sobald Beginn und Auswirkung feststehen. **Warten Sie nicht auf die Ursache.**",
        "Send it as soon as start and impact are known. **Do not wait for the cause.**",
    ),
    (
        "Keine Vermutung zur Ursache, kein Schuldiger, keine Zusage, die Sie nicht halten können.",
        "No guess at the cause, nobody to blame, no promise you cannot keep.",
    ),
    ("Auf der Statusseite entfallen Anrede und Gruß.", "On the status page, leave out greeting and farewell."),
)
ACTIONS: Sequence[Pair] = (
    (
        "Dringlichkeit von {system} einschätzen, Schweregrad festlegen, Ticket eröffnen.",
        "Judge how urgent {system} is, set the severity, open a ticket.",
    ),
    (
        "Fehler nachstellen, Logs von {system} auswerten, Vermutungen aufschreiben und ordnen.",
        "Reproduce the fault, read the logs of {system}, write down and rank the hypotheses.",
    ),
    (
        "Störungsteam bilden, Aufgaben verteilen, Lagebesprechungen moderieren.",
        "Form the incident team, assign tasks, chair the meetings.",
    ),
)
LEVELS: Sequence[tuple[str, Pair]] = (
    ("first-contact", ("Stufe 1 – Erstkontakt", "Level 1 – first contact")),
    ("expert", ("Stufe 2 – Fachexperten", "Level 2 – subject experts")),
    ("command", ("Stufe 3 – Störungsleitung", "Level 3 – incident command")),
)
SEVERITIES: Sequence[tuple[str, Pair, Sequence[str]]] = (  # with its times, from the first response to the target
    ("sev1", ("Sev 1 – kritisch", "Sev 1 – critical"), ("15 min", "30 min", "4 h", "4 h")),
    ("sev2", ("Sev 2 – hoch", "Sev 2 – high"), ("1 h", "2 h", "8 h", "8 h")),
    ("sev3", ("Sev 3 – mittel", "Sev 3 – medium"), ("4 working h", "1 working d", "2 working d", "5 working d")),
)
ACKNOWLEDGE = {"sev1": "5 min", "sev2": "15 min", "sev3": "1 working h"}
ESCALATE = {"sev1": "15 min", "sev2": "1 h", "sev3": "1 working d"}
BELOW = {"sev2": "1 h", "sev3": "1 working d"}  # in sev1 the level above is alerted at once as well
DECISIONS: Sequence[tuple[str, str, Pair]] = (
    ("declare-incident", "order", ("Störung ausrufen", "Declare an incident")),
    ("set-severity", "order", ("Schweregrad festlegen", "Set the severity")),
    ("call-in-experts", "order", ("Experten hinzuziehen", "Call in experts")),
    ("roll-back", "order", ("Änderung zurücknehmen", "Roll back a change")),
    ("take-offline", "order", ("System vom Netz nehmen", "Take a system offline")),
    ("release-money", "release", ("Geld freigeben", "Release money")),
    ("inform-customers", "say", ("Kunden informieren", "Inform customers")),
    ("close-incident", "order", ("Störung schließen", "Close an incident")),
)
CHANNELS: Sequence[tuple[str, Pair, bool]] = (
    ("phone", ("Telefon", "Phone"), True), ("chat", ("Chat", "Chat"), True),
    ("ticket", ("Ticket", "Ticket"), False), ("mail", ("E-Mail", "Email"), False),
    ("status-page", ("Statusseite", "Status page"), False),
)  # fmt: skip
AUDIENCES: Sequence[tuple[str, Pair]] = (
    ("customer", ("Kunden", "Customers")),
    ("management", ("Leitung", "Management")),
)
CORE_ROLES: Sequence[tuple[str, Pair]] = (
    ("support", ("Erstkontakt (Support)", "First contact (support)")),
    ("expert", ("Fachbereitschaft", "Subject expert on call")),
    ("incident-manager", ("Incident-Manager", "Incident manager")),
    ("management", ("Geschäftsführung", "Managing director")),
    ("service-manager", ("Service-Manager", "Service manager")),
    ("communications", ("Unternehmenskommunikation", "Corporate communications")),
)
ROLES_OF_A_SYSTEM: Sequence[tuple[str, Pair]] = (
    ("owner", ("Systemverantwortung {system} {site}", "System owner {system} {site}")),
    ("duty", ("Bereitschaft {system} {site}", "On call {system} {site}")),
    ("lead", ("Teamleitung {system} {site}", "Team lead {system} {site}")),
    ("supplier", ("Lieferant {system} {site}", "Supplier {system} {site}")),
)
CHAINS: Sequence[tuple[str, Pair]] = (
    ("outage", ("Ausfall: {system} {site}", "Outage: {system} {site}")),
    ("data-fault", ("Fehlerhafte Daten: {system} {site}", "Faulty data: {system} {site}")),
)
LISTS = (("first-steps", "restart", "handover"), ("first-steps", "all-clear", "handover"))  # of their levels
PARTS: Mapping[str, Sequence[str]] = {  # what the fixed words of each message say
    "initial": ("description", "impact", "measures", "contact", "next-update"),
    "first": ("status", "progress", "blockers", "milestone", "measures", "next-steps", "decisions", "next-update"),
    "regular": (
        "time",
        "results",
        "open-questions",
        "expected-solution",
        "status",
        "measures",
        "next-steps",
        "decisions",
        "next-update",
    ),
    "closing": ("cause", "solution", "impact", "lessons", "prevention"),
}
ALWAYS: Pair = ("rund um die Uhr", "around the clock")


class Generator:
    """Makes the documents one after the other; `names` are the system and the site they are about."""

    def __init__(self, files: int, languages: Sequence[str], seed: int) -> None:
        self.languages = languages
        self.random = Random(seed)
        self.grown = isqrt(files // FILES_OF_A_SYSTEM)
        self.names: Mapping[str, Pair] = {"system": ("IT", "IT"), "site": ("Maschen", "Maschen")}

    def systems(self) -> Iterator[list[tuple[str, Data]]]:
        """Path and data of each file: the core, then one system after the other, without end."""
        yield list(self.core())
        number = 0
        while True:
            id, system = SYSTEMS[number % len(SYSTEMS)]
            floor, site = divmod(number // len(SYSTEMS), len(SITES))
            unit = f" {floor + 1}" if floor else ""
            self.names = {"system": system, "site": (SITES[site] + unit, SITES[site] + unit)}
            yield list(self.system(f"{id}-{SITE_IDS[site]}{floor or ''}", number))
            number += 1

    def core(self) -> Iterator[tuple[str, Data]]:
        yield "organisation.yaml", self.organisation()
        yield "severity/it.yaml", self.matrix()
        yield "decisions.yaml", self.catalogue(
            "decisions", ("Entscheidungen", "Decisions"),
            [{"id": id, "form": form, "title": self.say(title), "description": self.one_of(TASKS)}
             for id, form, title in (*DECISIONS, *(
                 (f"approve-{number}", "release", (f"Maßnahme {number} freigeben", f"Approve measure {number}"))
                 for number in range(1, self.grown + 1)))],
        )  # fmt: skip
        yield "audiences.yaml", self.catalogue(
            "audiences", ("Zielgruppen", "Audiences"),
            [{"id": id, "title": self.say(title), "wants": self.one_of(ADVICE)}
             for id, title in (*AUDIENCES, *(
                 (f"site-{number}", (f"Standortleitung {number}", f"Site management {number}"))
                 for number in range(1, self.grown + 1)))],
        )  # fmt: skip
        yield "channels.yaml", self.catalogue(
            "channels", ("Kanäle", "Channels"),
            [{"id": id, "title": self.say(title), "use": self.one_of(TASKS), "synchronous": spoken,
              "leaves_record": id != "phone"} for id, title, spoken in CHANNELS],
        )  # fmt: skip
        yield "triggers.yaml", self.triggers()
        yield (
            "information-packages/standard.yaml",
            self.package("standard", ("Informationspaket", "Information package")),
        )
        for number, (id, title) in enumerate(CORE_ROLES):
            deputy = CORE_ROLES[number - 1][0]
            yield f"roles/{id}.yaml", self.leading_role(id, title, deputy, alone=number > 0)
        for id, title in CHECKLISTS[:2]:
            yield f"checklists/{id}.yaml", self.checklist(id, title, ["support", "expert"], "support")
        for audience, audience_title in AUDIENCES:
            for moment, title in MOMENTS:
                both = (f"{title[0]} an {audience_title[0]}", f"{title[1]} to {audience_title[1]}")
                yield (
                    f"templates/{audience}-{moment}.yaml",
                    self.template(f"{audience}-{moment}", both, moment, audience),
                )
        yield (
            "chains/it.yaml",
            self.chain(
                "it", ("IT-Störung", "IT incident"), CORE_ROLES[:3],
                ("first-steps", "restart", "first-steps"), "standard", ("management-initial",),
            ),
        )  # fmt: skip

    def system(self, id: str, number: int) -> Iterator[tuple[str, Data]]:
        """Four roles, checklists and templates, two chains; for every third system a package of its own."""
        roles = [f"{id}-{part}" for part, _ in ROLES_OF_A_SYSTEM]
        for position, (role, (_, title)) in enumerate(zip(roles, ROLES_OF_A_SYSTEM, strict=True)):
            deputies = [*roles[max(0, position - 1) : position], "expert"]
            yield f"roles/{role}.yaml", self.role(role, title, "service-manager", deputies)
        for (part, title), owner in zip(CHECKLISTS, roles, strict=True):
            yield f"checklists/{id}-{part}.yaml", self.checklist(f"{id}-{part}", title, roles, owner)
        audiences = [*(audience for audience, _ in AUDIENCES), *(f"site-{n}" for n in range(1, self.grown + 1))]
        audience = audiences[number % len(audiences)]
        for moment, title in MOMENTS:
            both = (f"{title[0]}: {{system}} {{site}}", f"{title[1]}: {{system}} {{site}}")
            yield f"templates/{id}-{moment}.yaml", self.template(f"{id}-{moment}", both, moment, audience)
        package = "standard"
        if number % 3 == 0:
            package = id
            title = ("Informationspaket: {system} {site}", "Information package: {system} {site}")
            yield f"information-packages/{id}.yaml", self.package(id, title)
        sent = (("initial", "first"), ("regular", "closing"))
        for (part, title), lists, moments in zip(CHAINS, LISTS, sent, strict=True):
            chain_roles = [CORE_ROLES[0], (roles[1], ("", "")), CORE_ROLES[2]]
            yield (
                f"chains/{id}-{part}.yaml",
                self.chain(
                    f"{id}-{part}", title, chain_roles, tuple(f"{id}-{name}" for name in lists), package,
                    tuple(f"{id}-{moment}" for moment in moments), roles[2],
                ),
            )  # fmt: skip

    # Kinds

    def organisation(self) -> Data:
        office = {"id": "office", "title": self.say(("Bürozeit", "office hours")), "holidays": "DE-HH"}
        hours = [{"days": ["mon", "tue", "wed", "thu", "fri"], "from": "08:00", "to": "18:00"}]
        return {
            **self.head(
                "organisation", "tidenhof", ("Tidenhof Logistik", "Tidenhof Logistics"), "service-manager"
            ),
            "languages": list(self.languages),
            "zone": "Europe/Berlin",
            "currency": "EUR",
            "site_url": "https://alarm.example.com/",
            "source_url": "https://git.example.com/alarmplan/blob/main/playbook/",
            "calendars": [{"id": "24x7", "title": self.say(ALWAYS), "always": True}, {**office, "hours": hours}],
        }

    def matrix(self) -> Data:
        return {
            **self.head("severity-matrix", "it", ("Severity-Matrix IT", "IT severity matrix"), "service-manager"),
            "levels": [
                self.severity(rank, id, title, times) for rank, (id, title, times) in enumerate(SEVERITIES, 1)
            ],
            "statuses": [
                {"id": "in-progress", "title": self.say(("in Bearbeitung", "in progress"))},
                {"id": "solved", "title": self.say(("gelöst", "solved")), "end": True},
            ],
        }

    def severity(self, rank: int, id: str, title: Pair, times: Sequence[str]) -> Data:
        response, first, until, target = times
        return {
            "id": id, "rank": rank, "title": self.say(title),
            "impact": self.one_of(PURPOSES),
            "criteria": [self.say(text) for text in (*TASKS, *MUST_NOT, *PURPOSES)[rank - 1 :: len(SEVERITIES)]],
            "clock": "24x7",
            "first_response": response, "resolution_target": target, "actions": self.some_of(ACTIONS, 2),
            "updates": [
                {"audience": audience, "by": "communications", "approval": "incident-manager", "first": first,
                 "via": ["status-page", "mail"],
                 "phases": [{"until": until, "every": first}, {"while": "in-progress", "every": until}]}
                for audience, _ in AUDIENCES
            ],
            "follow_up": [
                {"title": self.say(("Abschlussbericht", "closing report")), "from": "solved",
                 "within": "5 working d", "by": "incident-manager", "calendar": "office"},
            ],
        }  # fmt: skip

    def triggers(self) -> Data:
        hard = [
            {"id": f"sign-{number}", "title": self.say((f"Anzeichen {number}", f"Sign {number}")),
             "measure": self.say(("Beschwerden mit derselben Ursache", "complaints with the same cause")),
             "comparison": "at-least", "threshold": self.say((f"{number} Beschwerden", f"{number} complaints")),
             "window": "24 h", "scope": "across", "action": self.one_of(TASKS)}
            for number in range(1, 4 + self.grown)
        ]  # fmt: skip
        soft = {"id": "own-assessment", "title": self.say(("Eigene Einschätzung", "Own assessment"))}
        return {
            **self.head("triggers", "triggers", ("Auslöser", "Triggers"), "service-manager"),
            "hard": hard,
            "soft": [{**soft, "notice": self.one_of(TASKS), "action": self.one_of(TASKS)}],
        }

    def catalogue(self, kind: str, title: Pair, entries: list[Data]) -> Data:
        return {**self.head(kind, kind, title, "service-manager"), kind: entries}

    def package(self, id: str, title: Pair) -> Data:
        fields = [
            {"id": id, "title": self.say(title), "form": "text", "hint": self.one_of(ADVICE),
             "example": self.say(example)}
            for id, title, example in FIELDS
        ]  # fmt: skip
        return {
            **self.head("information-package", id, title, "service-manager"),
            "purpose": self.one_of(REASONS),
            "fields": fields[: self.count(3)],
        }

    def role(self, id: str, title: Pair, owner: str, deputies: list[str]) -> Data:
        decisions = self.random.sample([id for id, _, _ in DECISIONS], 4)
        special = f"approve-{self.random.randint(1, self.grown)}" if self.grown else "release-money"
        phone = f"040 66969 {self.random.randrange(100, 1000)}"
        return {
            **self.head("role", id, title, owner),
            "purpose": self.one_of(PURPOSES),
            "mandate": {
                "alone": decisions[:3],
                "jointly": [{"decision": special, "with": [deputies[-1]]}],
                "budget": f"{self.random.randrange(0, 50) * 100} EUR",
            },
            "must_not": self.some_of(MUST_NOT, 3),
            "tasks": self.some_of(TASKS, 5),
            "reachable": [
                {"calendar": "24x7", "via": "phone", "contact": phone},
                {"calendar": "office", "via": "chat", "contact": "#it-support"},
                {"calendar": "office", "via": "mail", "contact": f"{id}@example.com"},
            ],
            "deputies": deputies,
            "skills": self.some_of(SKILLS, 2),
            "rota": {"people": self.random.randint(2, 9), "schedule": f"https://pager.example.com/{id}"},
        }

    def leading_role(self, id: str, title: Pair, deputy: str, *, alone: bool) -> Data:
        """May do more than any role of a system; first contact has no mandate of its own."""
        audiences = [*(id for id, _ in AUDIENCES), *(f"site-{number}" for number in range(1, self.grown + 1))]
        every = [*(id for id, _, _ in DECISIONS), *(f"approve-{number}" for number in range(1, self.grown + 1))]
        mandate = {"alone": every, "budget": "50000 EUR"} if alone else {"alone": every[:2], "budget": "0 EUR"}
        return {
            **self.role(id, title, "service-manager", [deputy] if alone else ["expert"]),
            "mandate": {**mandate, "audiences": audiences},
        }

    def checklist(self, id: str, title: Pair, doers: Sequence[str], owner: str) -> Data:
        items = [
            {"id": f"step-{number}", "text": self.say(text), "answer": self.say(answer),
             "doer": self.random.choice(doers), **({"killer": True} if number == 1 else {})}
            for number, (text, answer) in enumerate(self.random.sample(ITEMS, self.count(4)), 1)
        ]  # fmt: skip
        return {
            **self.head("checklist", id, title, owner),
            "mode": "read-do",
            "aim": self.say(AIM),
            "parts": [
                {"title": self.say(("Sichern", "Save")), "items": items[:2], "pause": self.say(PAUSE)},
                {"title": self.say(("Zusammen arbeiten", "Work together")), "items": items[2:]},
            ],
        }

    def template(self, id: str, title: Pair, moment: str, audience: str) -> Data:
        used = ("service", "ticket", "start", "impact", "status", "next-update")
        return {
            **self.head("template", id, title, "communications"),
            "moment": moment,
            "audience": audience,
            "channels": ["status-page", "mail"],
            "parts": list(PARTS[moment]),
            "fields": [
                {"id": name, "title": self.say(label), **self.maybe("example", example)}
                for name, label, example in FIELDS
                if name in used
            ],
            "subject": self.say(SUBJECT, fill=False),
            "body": self.say(BODY, fill=False),
            "advice": self.some_of(ADVICE, 2),
        }  # fmt: skip

    def chain(
        self, id: str, title: Pair, roles: Sequence[tuple[str, Pair]], checklists: Sequence[str], package: str,
        templates: Sequence[str], alongside: str = "communications",
    ) -> Data:  # fmt: skip
        signs = self.random.sample([f"sign-{number}" for number in range(1, 4 + self.grown)], len(LEVELS) - 1)
        levels = [
            {"id": level, "title": self.say(level_title), "roles": [role],
             **({"triggers": [sign, "own-assessment"], "jump_on": ["own-assessment"]} if number else {}),
             "acknowledge_within": ACKNOWLEDGE,
             "escalate_after": (BELOW, *[ESCALATE] * (len(LEVELS) - 2), "none")[number],
             "via": ["phone", "chat"], "actions": self.some_of(ACTIONS, 2), "handover": package,
             "checklist": checklist}
            for number, ((level, level_title), (role, _), checklist, sign) in enumerate(
                zip(LEVELS, roles, checklists, ("", *signs), strict=True)
            )
        ]  # fmt: skip
        return {
            **self.head("chain", id, title, "service-manager"),
            "severity_matrix": "it",
            "purpose": self.one_of(PURPOSES),
            "intake": [{"via": "phone", "contact": "040 66969 110", "calendar": "24x7"},
                       {"via": "ticket", "contact": "Queue IT", "calendar": "24x7"}],
            "entry": {"sev1": ["first-contact", "expert"], "sev2": ["first-contact"], "sev3": ["first-contact"]},
            "levels": levels,
            "alongside": [
                {"role": alongside, "level": "expert", "severities": ["sev1", "sev2"],
                 "acknowledge_within": "10 min", "via": ["phone"], "task": self.one_of(TASKS)},
            ],
            "inform": [
                {"role": "management", "severities": ["sev1"], "by": "incident-manager", "from": "reported",
                 "within": "30 min", "via": ["phone"], "template": template}
                for template in templates
            ],
            "advance": {"by": "system", "checked_every": "1 min"},
            "at_end": {"repeat_every": "15 min", "times": 4, "then": self.one_of(TASKS)},
        }  # fmt: skip

    def head(self, kind: str, id: str, title: Pair, owner: str) -> Data:
        return {
            "kind": kind,
            "id": id,
            "title": self.say(title),
            "owner": owner,
            "reviewed": date(2026, 6, 1) + timedelta(self.random.randrange(150)),
            "review_every": self.random.choice(("6 month", "12 month")),
            "source": self.one_of(REASONS),
        }

    # Texts

    def count(self, bilingual: int) -> int:
        """How many entries: more where they stand in one language only, so that files keep their length."""
        return bilingual if len(self.languages) > 1 else bilingual * 2

    def say(self, pair: Pair, *, fill: bool = True) -> str | dict[str, str]:
        """The text as it stands in a file: per language, or plainly where it is the same in all."""
        texts: dict[str, str] = {}
        for index, language in enumerate(LANGUAGES):
            if language in self.languages:
                names = {name: both[index] for name, both in self.names.items()}
                texts[language] = pair[index].format(**names) if fill else pair[index]
        return texts if len({*texts.values()}) > 1 else texts[self.languages[0]]

    def maybe(self, key: str, pair: Pair) -> Data:
        """One author gives it, another does not."""
        return {key: self.say(pair)} if self.random.random() < 0.7 else {}

    def one_of(self, pairs: Sequence[Pair]) -> str | dict[str, str]:
        return self.say(self.random.choice(pairs))

    def some_of(self, pairs: Sequence[Pair], bilingual: int) -> list[str | dict[str, str]]:
        return [self.say(pair) for pair in self.random.sample(pairs, min(self.count(bilingual), len(pairs)))]


class _Dumper(yaml.CSafeDumper):
    """Writes as people do: short leaves on one line, paragraphs as blocks, the rest line by line."""

    def represent_mapping(self, tag: str, mapping: Any, flow_style: bool | None = None) -> yaml.MappingNode:
        return super().represent_mapping(tag, mapping, flow_style=_is_short(mapping.values(), mapping))

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> yaml.SequenceNode:
        return super().represent_sequence(tag, sequence, flow_style=_is_short(sequence, sequence))

    def represent_str(self, data: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", data, style="|" if "\n" in data else None)

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(str, _Dumper.represent_str)


def _is_short(parts: Any, whole: object) -> bool:
    return len(str(whole)) < 70 and not any(isinstance(part, dict | list) for part in parts)


def generate(files: int, languages: Sequence[str] = LANGUAGES, seed: int = 1) -> dict[str, str]:
    """Not more than `files` texts by their path in the playbook: as many systems as are whole."""
    if files < SMALLEST:
        raise ValueError(f"a playbook of this kind has at least {SMALLEST} files")
    found: dict[str, Data] = {}
    for system in Generator(files, languages, seed).systems():
        if len(found) + len(system) > files:
            break
        found |= system
    return {
        path: yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=140)
        for path, data in found.items()
    }


def write(playbook: Path, files: int, languages: Sequence[str] = LANGUAGES, seed: int = 1) -> None:
    for path, text in generate(files, languages, seed).items():
        target = playbook / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("directory", metavar="DIR", type=Path, help="a new or empty folder for the playbook")
    parser.add_argument("--files", type=int, default=1000, metavar="N", help=f"at least {SMALLEST}")
    parser.add_argument("--languages", default=",".join(LANGUAGES), help="de, en, or both with a comma")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    languages = tuple(options.languages.split(","))
    if options.files < SMALLEST:
        parser.error(f"--files: at least {SMALLEST}")
    if not set(languages) <= set(LANGUAGES):
        parser.error(f"--languages: only {' and '.join(LANGUAGES)}")
    if options.directory.is_dir() and any(options.directory.iterdir()):
        parser.error(f"{options.directory} is not empty")
    write(options.directory, options.files, languages, options.seed)
    sys.stdout.write(f"{options.files} files in {options.directory}\n")


if __name__ == "__main__":
    main()
