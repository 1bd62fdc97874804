"""
The start and the end of every command: `python -m warraq press check` runs `warraq.press` with the word `check`.

Some ends are not mistakes of the program: Ctrl-C, a pipe that is closed early (`| head`), a file that can't be opened, a full
disk (which names no file where it is standard output that fills). Each ends with an exit code and, where there is something
to say, one line, at whichever import or write it happens. A mistake of ours keeps its whole traceback.
"""

from __future__ import annotations

import atexit
import gc
import os
import runpy
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from warraq.garbage import collect_seldom

INTERRUPTED = 130
"""The exit code of shells for a program ended by Ctrl-C: 128 and the number of SIGINT."""


def main() -> None:
    """Run the module named by the first argument, with the other arguments."""
    print_whatever_comes()
    collect_seldom()
    # Python looks for garbage once more when it ends; all that is loaded by then costs a tenth of a small command, and is given back anyway.
    atexit.register(gc.freeze)
    try:
        from warraq.language import CatalogueError

        if len(sys.argv) < 2 or not _is_command(sys.argv[1]):
            sys.exit(_unknown(sys.argv[1:2]))
        name = sys.argv.pop(1)
        try:
            runpy.run_module(f"warraq.{name}", run_name="__main__", alter_sys=True)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:  # stdout was closed early
        _forget_output()
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        from pathlib import Path

        from warraq.desk.refusal import is_refusal, refusal

        if not is_refusal(error):
            raise
        if error.filename is None:
            _forget_output()
        sys.exit(refusal(error, Path("content")))
    except CatalogueError as error:
        sys.exit(str(error))


def print_whatever_comes() -> None:
    """Let every name and every quotation be printed: a file's name need not be UTF-8, and half a character has no bytes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _forget_output() -> None:
    """Send what standard output still holds to nowhere; without this, Python would complain when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_command(name: str) -> bool:
    """Tell whether a module of this program can be run by its name below `warraq`."""
    from importlib.util import find_spec

    if not all(part.isidentifier() for part in name.split(".")):
        return False
    try:
        spec = find_spec(f"warraq.{name}")
        if spec is not None and spec.submodule_search_locations is not None:  # a folder is run by its own __main__
            spec = find_spec(f"warraq.{name}.__main__")
    except ModuleNotFoundError:
        return False
    return spec is not None


def _unknown(names: Sequence[str]) -> str:
    """Say that there is no such command, in the site's language."""
    from warraq.archive.shown_path import shown_path
    from warraq.language import message

    if names:
        sentence = message(
            "There is no command “{name}”. These are all: python3 tasks.py --list", name=shown_path(names[0])
        )
    else:
        sentence = message("Say which command: python3 tasks.py --list names them all.")
    return sentence.text(_language())


def _language() -> str:
    from pathlib import Path

    from warraq.desk.site import language_in

    try:
        return language_in(Path("content"))
    except OSError:
        return "ar"


if __name__ == "__main__":
    main()
