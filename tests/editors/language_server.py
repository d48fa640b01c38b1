"""A client of the YAML language server, as small as the tests allow: it speaks as an editor does."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self

SERVER = Path(__file__).parent / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 60  # seconds; a busy machine is no failure

Message = Mapping[str, Any]


def section(settings: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The part of flat editor settings that a server asks for: `yaml` → what `yaml.schemas` and its like say."""
    found: dict[str, Any] = {}
    for key, value in settings.items():
        head, _, rest = key.partition(".")
        if head == name and rest:
            *groups, last = rest.split(".")
            place = found
            for group in groups:
                place = place.setdefault(group, {})
            place[last] = value
    return found


class LanguageServer:
    """The server in a process of its own, with one folder open."""

    def __init__(self, folder: Path, settings: Mapping[str, Any]) -> None:
        self.folder = folder
        self.settings = settings
        self._texts: dict[str, tuple[int, str]] = {}
        self._said: queue.Queue[Message] = queue.Queue()
        self._last = 0

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            ["node", str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        folder = {"uri": self.folder.as_uri(), "name": self.folder.name}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
            },
        }
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder["uri"],
                "workspaceFolders": [folder],
                "capabilities": capabilities,
            },
        )
        self._send({"method": "initialized", "params": {}})
        self._await(lambda message: message.get("method") == "workspace/configuration")
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._reader.join()
        with self._process:  # closes its pipes
            pass

    def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        """The answer to a request; raises what the server answered instead."""
        self._last += 1
        number = self._last
        self._send({"id": number, "method": method, "params": params})
        answer = self._await(lambda message: "method" not in message and message.get("id") == number)
        assert "error" not in answer, answer
        return answer["result"]

    def diagnose(self, path: str, text: str) -> list[Mapping[str, Any]]:
        """What is marked in `path` when it holds `text`."""
        uri = self._open(path, text)
        version = self._texts[uri][0]
        said = self._await(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == uri
                and message["params"].get("version", version) == version
            )
        )
        found: list[Mapping[str, Any]] = said["params"]["diagnostics"]
        return found

    def complete(self, path: str, text: str) -> dict[str, Mapping[str, Any]]:
        """What is offered in `path` at the mark `|` of `text`, by label."""
        answer = self._at("textDocument/completion", path, text)
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {item["label"]: item for item in items}

    def hover(self, path: str, text: str) -> str:
        """What is said in `path` at the mark `|` of `text`; nothing is an empty string."""
        answer = self._at("textDocument/hover", path, text)
        return str(answer["contents"]["value"]) if answer else ""

    def changed(self, path: Path) -> None:
        """A file was written by somebody else."""
        changes = [{"uri": path.as_uri(), "type": 2}]
        self._send({"method": "workspace/didChangeWatchedFiles", "params": {"changes": changes}})

    def _at(self, method: str, path: str, marked: str) -> Any:
        before, mark, after = marked.partition("|")
        assert mark, "the text has no mark"
        uri = self._open(path, before + after)
        line = before.rpartition("\n")[2]
        units = len(line.encode("utf-16-le")) // 2  # the protocol counts in UTF-16
        position = {"line": before.count("\n"), "character": units}
        return self.ask(method, {"textDocument": {"uri": uri}, "position": position})

    def _open(self, path: str, text: str) -> str:
        uri = (self.folder / path).as_uri()
        version = self._texts[uri][0] + 1 if uri in self._texts else 1
        self._texts[uri] = (version, text)
        if version == 1:
            document = {"uri": uri, "languageId": "yaml", "version": version, "text": text}
            self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        else:
            named = {"uri": uri, "version": version}
            changes = [{"text": text}]
            params = {"textDocument": named, "contentChanges": changes}
            self._send({"method": "textDocument/didChange", "params": params})
        return uri

    def _await(self, wanted: Callable[[Message], bool]) -> Message:
        while True:
            message = self._said.get(timeout=PATIENCE)
            if "method" in message and "id" in message:
                self._answer(message)
            if wanted(message):
                return message

    def _answer(self, request: Message) -> None:
        """The server asks too: for settings, and to be told of changes."""
        result: Any = None
        if request["method"] == "workspace/configuration":
            result = [section(self.settings, item.get("section", "")) for item in request["params"]["items"]]
        self._send({"id": request["id"], "result": result})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        stream.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.removeprefix(b"Content-Length: "))
            while stream.readline() != b"\r\n":
                pass
            self._said.put(json.loads(stream.read(length)))
