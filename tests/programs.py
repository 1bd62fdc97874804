"""
Programs that tests run, begun in a hundredth of the time.

A build starts for a second before it does anything: it imports Pelican and all of ours. One server per test process has imported them,
and forks for each program; what then runs is a process of its own, with its own folder, variables, streams, group and exit code.
The start itself is tested by real ones (`tests/press/test_commands.py`, `tests/press/test_tasks.py`, `tests/test_readme.py`), and a test
that compares two builds starts one from nothing (`build_anew`), since two forks have the same order of sets.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any, NoReturn, Protocol

PLUGINS = Path(__file__).parents[1] / "plugins"
FIRST = (
    "pelican",
    "warraq.press.plugin",
    "warraq.repair.plugin",
    "warraq.desk.importing.run",
    "warraq.desk.renewing.renewal",
)
"""What every program imports, or many do."""
CAN_FORK = hasattr(os, "fork")


class Running(Protocol):
    """A program that runs: a `subprocess.Popen` or what is like one."""

    pid: int

    def wait(self) -> int: ...
    def send_signal(self, sig: int, /) -> None: ...


def run(
    module: str,
    *arguments: str,
    cwd: Path,
    env: Mapping[str, str],
    given: bytes = b"",
    merged: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run `python -m MODULE ARGUMENTS` to its end; `merged`: stdout has both streams."""
    with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        stdin.write(given)
        stdin.seek(0)
        code = start(module, *arguments, cwd=cwd, env=env, streams=(stdin, out, out if merged else errors)).wait()
        said = [_text(stream) for stream in (out, errors)]
    return subprocess.CompletedProcess([module, *arguments], code, *said)


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode().replace("\r\n", "\n")


def start(
    module: str, *arguments: str, cwd: Path, env: Mapping[str, str], streams: Sequence[IO[bytes]] = ()
) -> Running:
    """
    Start `python -m MODULE ARGUMENTS`, the leader of a process group of its own; `streams`: its three, nothing if not given.

    Where a variable says how an interpreter starts (`PYTHONHASHSEED`, another `PYTHONPATH`, `TZ`, `LC_ALL`), it is started from nothing.
    """
    if not streams:
        with open(os.devnull, "r+b") as nothing:  # noqa: PTH123 - os.devnull is no path on Windows
            return start(module, *arguments, cwd=cwd, env=env, streams=(nothing, nothing, nothing))
    if CAN_FORK and not _starting(env):
        return _Fork(module, arguments, cwd, env, streams)
    command, (stdin, out, errors) = [sys.executable, "-m", module, *arguments], streams
    return subprocess.Popen(
        command, cwd=cwd, env=env, stdin=stdin, stdout=out, stderr=errors, start_new_session=CAN_FORK
    )


def _starting(env: Mapping[str, str]) -> set[tuple[str, str]]:
    """Give the variables that an interpreter reads when it starts, unless the server started with the same."""
    said = {(name, value) for name, value in env.items() if name.startswith(("PYTHON", "TZ", "LC_", "LANG"))}
    return said - os.environ.items() - {("PYTHONUTF8", "1"), ("PYTHONPATH", str(PLUGINS))}


class _Fork:
    """A program of the server's: its number, and in the end its exit code, come through a socket."""

    def __init__(
        self, module: str, arguments: Sequence[str], cwd: Path, env: Mapping[str, str], streams: Sequence[IO[bytes]]
    ) -> None:
        self.told, theirs = socket.socketpair()
        self.told.settimeout(600)
        request = json.dumps([module, arguments, str(cwd), dict(env)]).encode("ascii")
        fds = [theirs.fileno(), *(stream.fileno() for stream in streams)]
        with theirs:
            socket.send_fds(_server(), [len(request).to_bytes(8, "big")], fds)
            _server().sendall(request)
        self.pid = int.from_bytes(self.told.recv(8), "big")
        self.code: int | None = None

    def wait(self) -> int:
        """Wait for its end; the negative number of a signal that ended it."""
        if self.code is None:
            self.code = int.from_bytes(self.told.recv(8), "big", signed=True)
            self.told.close()
        return self.code

    def send_signal(self, sig: int, /) -> None:
        """Send a signal, unless it has ended."""
        if self.code is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                self.wait()


_servers: list[socket.socket] = []


def _server() -> socket.socket:
    if not _servers:
        ours, theirs = socket.socketpair()
        environment = os.environ | {"PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join((str(PLUGINS), *sys.path))}
        command = [sys.executable, __file__, str(theirs.fileno())]
        process = subprocess.Popen(command, env=environment, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
        theirs.close()
        atexit.register(process.wait)
        atexit.register(ours.close)  # the last that is registered is the first that is called
        _servers.append(ours)
    return _servers[0]


def serve(number: int) -> None:
    """Answer requests until the tests are gone; each by a keeper, which starts the program, and tells its number and its code."""
    import importlib

    for name in FIRST:
        importlib.import_module(name)
    asked = socket.socket(fileno=number)
    keepers: set[int] = set()
    while True:
        head, fds, _, _ = socket.recv_fds(asked, 8, 4)
        if not head:
            break
        data = b""
        while len(data) < int.from_bytes(head, "big"):
            data += asked.recv(1 << 20)
        keeper = os.fork()
        if not keeper:
            asked.close()
            _keep(json.loads(data), fds)
        keepers.add(keeper)
        for fd in fds:
            os.close(fd)
        keepers -= {each for each in keepers if os.waitpid(each, os.WNOHANG)[0]}
    for each in keepers:
        os.waitpid(each, 0)


def _keep(request: list[Any], fds: list[int]) -> NoReturn:
    teller, *streams = fds
    program = os.fork()
    if not program:
        os.close(teller)
        os.setsid()
        _become(request, streams)
    for fd in streams:
        os.close(fd)
    os.write(teller, program.to_bytes(8, "big"))
    code = os.waitstatus_to_exitcode(os.waitpid(program, 0)[1])
    with contextlib.suppress(OSError):  # nobody waits for it
        os.write(teller, code.to_bytes(8, "big", signed=True))
    os._exit(0)


def _become(request: list[Any], streams: list[int]) -> NoReturn:
    """Be the program in this process, to its end."""
    module, arguments, cwd, env = request
    for number, fd in enumerate(streams):
        os.dup2(fd, number)
    for fd in set(streams) - {0, 1, 2}:
        os.close(fd)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    added = env.get("PYTHONPATH", "").split(os.pathsep)
    sys.path[:] = [cwd, *added, *(p for p in sys.path if "site-packages" in p or sys.base_prefix in p)]
    sys.argv = [module, *arguments]
    signal.signal(signal.SIGINT, signal.default_int_handler)
    code: object = 0
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "'warraq.* found in sys.modules", RuntimeWarning)
            runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - as the interpreter ends a program
        traceback.print_exc()
        code = 1
    if code is not None and not isinstance(code, int):
        print(code, file=sys.stderr)
        code = 1
    atexit._run_exitfuncs()  # noqa: SLF001 - os._exit leaves them out, and there is no other way to call them
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(int(code or 0) & 0xFF)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
