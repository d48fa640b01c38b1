"""Places in the files of a source, as line and column."""

from __future__ import annotations

from pathlib import PurePosixPath

from alarmplan.load.places import Places, Spot
from alarmplan.model.place import Place
from alarmplan.model.source import Source
from alarmplan.report.told import written_in


class Located:
    """Each file is composed once, and looked through for secrets once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._places: dict[str, Places] = {}
        self._secrets: dict[str, tuple[str, ...]] = {}

    def spot(self, place: Place) -> Spot:
        if place.path not in self._places:
            self._places[place.path] = Places(self._text(place.path))
        return self._places[place.path].locate(place)

    def secrets(self, path: str) -> tuple[str, ...]:
        """What must not be told of a file."""
        if path not in self._secrets:
            self._secrets[path] = written_in(self._text(path))
        return self._secrets[path]

    def _text(self, path: str) -> str:
        return self._source.files.get(path, b"").decode("utf-8-sig", errors="replace")

    def path(self, place: Place) -> str:
        return self.path_of(place.path)

    def path_of(self, path: str) -> str:
        """From the path within the playbook to the one from the current folder."""
        return str(PurePosixPath(self._source.name) / path)
