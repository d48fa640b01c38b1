"""Everything a build writes, gathered beside its place and put there in one move."""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alarmplan.outputs import OutputError
from alarmplan.outputs.sheets import sheet_pdf
from alarmplan.outputs.site import build_language, first_page
from alarmplan.pipeline import Edition

MARKER = ".alarmplan"


@dataclass(frozen=True, slots=True)
class Published:
    """How much was made, and the seconds each part took."""

    pages: int
    sheets: int
    seconds: Mapping[str, float]


def publish(editions: Sequence[Edition], title: str, out: Path, config_file: Path | None) -> Published:
    """Builds the whole site beside `out` and moves it there; on any failure `out` stays as it was.

    Raises:
        OutputError: where `out` holds something that we did not build.
        SettingsError: where the user's mkdocs.yml cannot be used.
    """
    _refuse_foreign(out)
    seconds: dict[str, float] = {}
    with _staged(out) as stage:
        languages = [edition.language for edition in editions]
        with _timed(seconds, "site"), _workers(len(editions)) as workers:
            jobs: list[Future[None]] = [
                workers.submit(build_language, edition, languages, stage / edition.language, config_file)
                for edition in editions
            ]
            with _timed(seconds, "sheets"):
                pdfs = {
                    f"{edition.language}/sheets/{sheet.name}.pdf": sheet_pdf(sheet)
                    for edition in editions
                    for sheet in edition.sheets
                }
            for job in jobs:
                job.result()
        for path, content in pdfs.items():
            target = stage / path
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(content)
        (stage / "index.html").write_text(first_page(title, languages), "utf-8", newline="\n")
        (stage / MARKER).write_text("Built by alarmplan; it replaces this folder as a whole.\n", "utf-8")
    return Published(sum(len(edition.pages) for edition in editions), len(pdfs), seconds)


def _refuse_foreign(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise OutputError("no-folder", path=out)
    if out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file():
        raise OutputError("foreign-folder", path=out)


@contextmanager
def _staged(out: Path) -> Iterator[Path]:
    """A folder beside `out` that takes its place if all goes well, and vanishes if not."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise OutputError("not-written", path=out, reason=error.strerror) from None
    try:
        stage, old = work / "new", work / "old"
        stage.mkdir()
        yield stage
        if out.exists():
            out.rename(old)
        try:
            stage.rename(out)
        except OSError:
            if old.exists():
                old.rename(out)
            raise
    finally:
        shutil.rmtree(work, ignore_errors=True)


@contextmanager
def _timed(seconds: dict[str, float], part: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[part] = time.perf_counter() - start


def _workers(count: int) -> ProcessPoolExecutor:
    """One process a language: MkDocs keeps its state in module globals, and builds are independent."""
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() and os.name == "posix" else "spawn"
    # What a worker inherits lives as long as it does: frozen, no collection of garbage walks through it.
    return ProcessPoolExecutor(count, multiprocessing.get_context(method), initializer=gc.freeze)
