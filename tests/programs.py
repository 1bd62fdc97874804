"""
Programs that tests run, begun in a hundredth of the time.

A build starts for a second before it does anything: it imports Pelican and all of ours. One server per test process has imported them,
and forks for each program; what then runs is a process of its own, with its own folder, variables, streams and exit code.
The start itself is tested by real ones (`tests/press/test_commands.py`, `tests/press/test_tasks.py`, `tests/test_readme.py`), and a test
that compares two builds starts one from nothing (`build_anew`), since two forks have the same order of sets.
"""

from __future__ import annotations

import atexit
import json
import os
import runpy
import subprocess
import sys
import tempfile
import traceback
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, NoReturn

PLUGINS = Path(__file__).parents[1] / "plugins"
FIRST = (
    "pelican",
    "warraq.press.plugin",
    "warraq.repair.plugin",
    "warraq.desk.importing.run",
    "warraq.desk.renewing.renewal",
)
"""What every program imports, or many do."""


def run(
    module: str,
    *arguments: str,
    cwd: Path,
    env: Mapping[str, str],
    given: bytes = b"",
    merged: bool = False,
) -> subprocess.CompletedProcess[str]:
    """
    Run `python -m MODULE ARGUMENTS`; `merged`: stdout has both streams.

    Where a variable says how an interpreter starts (`PYTHONHASHSEED`, another `PYTHONPATH`, `TZ`, `LC_ALL`), it is started from nothing.
    """
    with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        stdin.write(given)
        stdin.seek(0)
        streams = stdin, out, out if merged else errors
        if _starting(env) or not hasattr(os, "fork"):
            code = _started(module, arguments, cwd, env, streams)
        else:
            code = _server().ask(module, arguments, cwd, env, streams)
        said = [_text(stream) for stream in (out, errors)]
    return subprocess.CompletedProcess([module, *arguments], code, *said)


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode().replace("\r\n", "\n")


def _starting(env: Mapping[str, str]) -> set[tuple[str, str]]:
    """Give the variables that an interpreter reads when it starts, unless the server started with the same."""
    said = {(name, value) for name, value in env.items() if name.startswith(("PYTHON", "TZ", "LC_", "LANG"))}
    return said - os.environ.items() - {("PYTHONUTF8", "1"), ("PYTHONPATH", str(PLUGINS))}


Streams = tuple[IO[bytes], IO[bytes], IO[bytes]]


def _started(module: str, arguments: tuple[str, ...], cwd: Path, env: Mapping[str, str], streams: Streams) -> int:
    stdin, out, errors = streams
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=cwd, env=env, stdin=stdin, stdout=out, stderr=errors, check=False).returncode


class _Server:
    """A process that has imported what programs need, and forks."""

    def __init__(self) -> None:
        import socket

        self.socket, theirs = socket.socketpair()
        environment = os.environ | {"PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join((str(PLUGINS), *sys.path))}
        command = [sys.executable, __file__, str(theirs.fileno())]
        self.process = subprocess.Popen(command, env=environment, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
        theirs.close()
        atexit.register(self.close)

    def close(self) -> None:
        """End it."""
        self.socket.close()
        self.process.wait()

    def ask(self, module: str, arguments: tuple[str, ...], cwd: Path, env: Mapping[str, str], streams: Streams) -> int:
        import socket

        request = json.dumps([module, arguments, str(cwd), dict(env)]).encode("utf-8", "surrogateescape")
        socket.send_fds(self.socket, [len(request).to_bytes(8, "big")], [stream.fileno() for stream in streams])
        self.socket.sendall(request)
        return int(self.socket.recv(16).decode())


_servers: list[_Server] = []


def _server() -> _Server:
    if not _servers:
        _servers.append(_Server())
    return _servers[0]


def serve(number: int) -> None:
    """Answer requests until the tests are gone."""
    import importlib
    import socket

    for name in FIRST:
        importlib.import_module(name)
    asked = socket.socket(fileno=number)
    while True:
        head, fds, _, _ = socket.recv_fds(asked, 8, 3)
        if not head:
            return
        data = b""
        while len(data) < int.from_bytes(head, "big"):
            data += asked.recv(1 << 20)
        child = os.fork()
        if not child:
            asked.close()
            _become(json.loads(data.decode("utf-8", "surrogateescape")), fds)
        for fd in fds:
            os.close(fd)
        _, status = os.waitpid(child, 0)
        asked.send(str(os.waitstatus_to_exitcode(status)).encode())


def _become(request: list[Any], fds: list[int]) -> NoReturn:
    """Be the program in this process, to its end."""
    module, arguments, cwd, env = request
    for number, fd in enumerate(fds):
        os.dup2(fd, number)
        os.close(fd)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.path[:] = [
        cwd,
        *env.get("PYTHONPATH", "").split(os.pathsep),
        *(p for p in sys.path if "site-packages" in p or sys.base_prefix in p),
    ]
    sys.argv = [module, *arguments]
    code: object = 0
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "'warraq.* found in sys.modules", RuntimeWarning)
            runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - the interpreter's own end of a program
        traceback.print_exc()
        code = 1
    if code is not None and not isinstance(code, int):
        print(code, file=sys.stderr)
        code = 1
    atexit._run_exitfuncs()  # noqa: SLF001 - os._exit leaves them out
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(int(code or 0) & 0xFF)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
