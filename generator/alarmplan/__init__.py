"""Alarmplan: escalation policy as YAML, proved consistent, turned into a runbook."""

__version__ = "0.1.0"
