"""
The program `warraq` of an installed package: `warraq repair`, `warraq new-archive FOLDER`, and in an archive's folder all tasks for users.

It finds everything in the package, so no clone of the template is needed. What only developers of Warraq do, and what upgrades a clone, is not
among its commands: an installed package is upgraded by pip.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from warraq.language.called import RENAMED, VARIABLE, asked_by_variable
from warraq.shipped import TASKS

NAME = "warraq"
ALONE = {
    "repair": ("repair", "Repair a text of standard input; each change can be undone."),
    "corpus": ("corpus", "Repair many texts, more than a memory holds: JSONL, CSV, Parquet, WARC, WACZ."),
    "new-archive": ("desk.new_archive", "Make the folder of a new archive."),
    "try": (
        "press.trying",
        "Make a sample archive of forty made-up texts in try/, and build it, to see how all of it works.",
    ),
}
"""Commands that need no archive: the module of each, and what it is for."""
BARE = ("repair", "corpus")
"""Those of them that name the packages which they lack by themselves."""
HELP = ("--help", "-h")
LISTS = ([], *([word] for word in ("--list", "-l", *HELP)))
"""Words that ask for a list of the commands."""
FOR_CLONES = frozenset({"upgrade", "try"})
"""Tasks that an archive's folder does not have here; `try` needs no archive."""


def main() -> None:
    """Run the command of the first word."""
    os.environ[VARIABLE] = NAME
    first = "".join(sys.argv[1:2])
    if first in ALONE and (first in BARE or find_spec("invoke")):
        from warraq.__main__ import main as run

        sys.argv[1] = ALONE[first][0]
        run()
        return
    try:
        tasks = _tasks()
    except ModuleNotFoundError as error:
        if error.name != "invoke":
            raise
        if sys.argv[1:] in LISTS:
            print("\n".join(_of_a_bare_install()))
            return
        from warraq.missing import MissingPackageError

        sys.exit(str(MissingPackageError("invoke", "site", f"warraq {first}".strip())))
    given = sys.argv[1:]
    if given in LISTS:
        tasks.explain()
        return
    if len(given) == 2 and given[1] in HELP:
        sys.argv[1:] = reversed(given)  # otherwise Invoke takes it for the value of a task that wants one
    elif not Path("content").is_dir() and first in tasks.namespace.task_names:
        sys.exit(
            tasks.said(
                "There is no archive here: a folder content/ is missing. One is made by: warraq new-archive FOLDER"
            )
        )
    tasks.start()


def _of_a_bare_install() -> Iterator[str]:
    """Yield the commands that are there without the packages of an archive, and how the others are had."""
    from warraq.language import SOURCE, Message, message

    language = asked_by_variable() or SOURCE
    for name in BARE:
        yield f"  {NAME} {name:8} {Message(ALONE[name][1]).text(language)}"
    yield message("All other commands are of an archive: {command}", command="pip install 'warraq[site]'").text(
        language
    )


def _tasks() -> Any:
    """Load the file of tasks, for an archive in this folder."""
    from invoke.collection import Collection

    given, again = _loaded(), _loaded()  # whoever asks a task for its options takes their explanations away
    users = [each for each in given.USERS if each.name not in FOR_CLONES]
    made, run = Collection(), Collection()
    for module, collection in ((given, made), (again, run)):
        module.ARCHIVE = Path.cwd()
        for each in module.USERS:
            if each.name not in FOR_CLONES:
                collection.add_task(each, name=RENAMED.get(each.name, each.name))
    given.namespace, given.INSTALLED, given.BINARY = made, run, NAME
    given.LISTED = (
        ("To repair texts, and to begin", tuple((name, purpose) for name, (_, purpose) in ALONE.items())),
        (
            "To make and keep an archive",
            tuple((RENAMED.get(each.name, each.name), each.__doc__ or "") for each in users),
        ),
    )
    return given


def _loaded() -> Any:
    spec = spec_from_file_location("warraq_tasks", TASKS)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(TASKS)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
