"""The one place that asks the clock."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def default_as_of() -> date:
    """The day of SOURCE_DATE_EPOCH (seconds since 1970, UTC) where that is set, else today.

    Raises:
        ValueError: where SOURCE_DATE_EPOCH is no number of seconds.
    """
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (OverflowError, OSError) as error:  # so far away that no calendar has it
            raise ValueError(str(error)) from None
    return datetime.now().astimezone().date()
