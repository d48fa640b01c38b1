"""Findings as people read them. The registry of formats follows the others: one line each."""
