"""Places in the files of a source, as line and column."""

from __future__ import annotations

from pathlib import PurePosixPath

from alarmplan.load.places import Places, Spot
from alarmplan.model.place import Place
from alarmplan.model.source import Source


class Located:
    """Each file is decoded once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._places: dict[str, Places] = {}

    def spot(self, place: Place) -> Spot:
        if place.path not in self._places:
            content = self._source.files.get(place.path, b"")
            self._places[place.path] = Places(content.decode("utf-8-sig", errors="replace"))
        return self._places[place.path].locate(place)

    def path(self, place: Place) -> str:
        return self.path_of(place.path)

    def path_of(self, path: str) -> str:
        """From the path within the playbook to the one from the current folder."""
        return str(PurePosixPath(self._source.name) / path)
