"""`python -m alarmplan`."""

from alarmplan.cli import main

main()
