"""
Every command of this project.

    python3 tasks.py build    on a machine that has only Python 3.11 or newer
    invoke build              the same, with .venv active

Run as a script, this file makes .venv from requirements.txt (and, for a developer's first task, from requirements-dev.txt; anew
whenever such a file or the Python changes), then hands over to Invoke. From the line below that block on, it is an
ordinary Invoke file: tasks for users come first, tasks for developers after them.
"""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ARCHIVE = Path(os.environ.get("WARRAQ_ARCHIVE") or ROOT)
"""Where the tasks work: here, or in the sample that `try` made."""
MARKS = "\u200e\u200f\u2066\u2067\u2068\u2069"
"""Of direction, invisible."""
DEVELOPERS = {"test", "browser", "lint", "lock", "bench", "fuzz", "audit", "coverage", "mutate", "package"}
"""Tasks that need requirements-dev.txt."""


def python_of(home: Path) -> Path:
    """Return the Python of a virtual environment."""
    return home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def set_up(home: Path, developing: bool) -> None:
    """Make .venv where it is missing or out of date; needs nothing but Python."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an old Python must get to say so
        sys.exit(f"This project needs Python 3.11 or newer, not {sys.version.split()[0]}.")
    run_lock, dev_lock = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
    if home.is_symlink():
        return  # the user's own environment: used as it is, never cleared

    def mark(lock: Path) -> str:
        import hashlib

        return f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {sys.version}"

    mark_of_run, mark_of_dev = home / "made-from", home / "made-from-dev"
    lock, made_from = (dev_lock, mark_of_dev) if developing else (run_lock, mark_of_run)
    if made_from.is_file() and made_from.read_text(encoding="utf-8") == mark(lock):
        return
    import shutil  # slow to import, and all the above happens at each start
    import venv

    # requirements-dev.txt holds all that requirements.txt does.
    fresh = not mark_of_run.is_file() or mark_of_run.read_text(encoding="utf-8") != mark(run_lock)
    print("Setting up .venv; this happens once.", file=sys.stderr)
    if fresh:
        ours = home / "made-by-tasks.py"
        if home.exists() and any(home.iterdir()) and not ours.is_file():
            sys.exit(f"{home} was not made by tasks.py. Move it away.")
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        ours.touch()  # first, so that half an environment is known as ours
        try:
            venv.create(home, with_pip=True)
        except subprocess.CalledProcessError:
            sys.exit(
                "This Python can't make virtual environments. On Debian and Ubuntu:\n    apt-get install python3-venv"
            )
    if not install(python_of(home), lock):
        sys.exit(f"The packages in {lock.name} could not be installed. Is there a network?")
    # Last, so that half an install doesn't count.
    mark_of_run.write_text(mark(run_lock), encoding="utf-8")
    if developing:
        mark_of_dev.write_text(mark(dev_lock), encoding="utf-8")


def install(python: Path, lock: Path) -> bool:
    """Install the packages of a lock, with uv where the lock has it: in seconds, not a minute. Return whether that went well."""
    import re

    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    from_lock = ["--only-binary=:all:", "--requirement", str(lock)]
    if found := re.search(r"^uv==(?:.*\\\n)*.*", lock.read_text(encoding="utf-8"), re.MULTILINE):
        uv = python.parent.parent / "uv.txt"
        uv.write_text(found[0], encoding="utf-8")
        by_uv = [str(python), "-m", "uv", "pip", "install", "--quiet", "--python", str(python), "--compile-bytecode"]
        if not subprocess.call([*pip, "--requirement", str(uv)]) and not subprocess.call(
            [*by_uv, "--require-hashes", *from_lock]
        ):
            return True
    # Pip knows of mirrors and certificates that only its own settings name.
    return not subprocess.call([*pip, *from_lock])


def call_to_its_end(command: list[str], environment: dict[str, str], folder: Path | None = None) -> int:
    """Run a program and return its exit code; what is to end this program ends that one, and this one waits for it."""
    import signal
    import threading

    process: subprocess.Popen[bytes] | None = None
    early: list[int] = []

    def pass_on(number: int, _: object = None) -> None:
        if process is None:
            early.append(number)
        elif sys.platform == "win32":
            process.terminate()  # a signal can't be sent there
        else:
            process.send_signal(number)

    def pass_on_later(number: int, _: object) -> None:
        """Ctrl+C goes to every program of a terminal; only a signal to this one alone has to be passed on."""
        waiting = threading.Timer(1, pass_on, [number])
        waiting.daemon = True
        waiting.start()

    ways = {"SIGINT": pass_on_later, "SIGTERM": pass_on, "SIGHUP": pass_on, "SIGBREAK": pass_on}
    numbered = {getattr(signal, name): way for name, way in ways.items() if hasattr(signal, name)}
    former = {number: signal.getsignal(number) for number in numbered}
    for number, way in numbered.items():
        if former[number] != signal.SIG_IGN:  # as nohup has it
            signal.signal(number, way)
    try:
        process = subprocess.Popen(command, cwd=folder, env=environment)
        for number in early:
            pass_on(number)
        code = process.wait()
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
    return code if code >= 0 else 128 - code  # as shells say which signal ended it


def without_language(given: list[str], at: int) -> tuple[list[str], str]:
    """Take `--lang ar` or `--lang=ar` out of a command line; give its value too."""
    _, joined, value = given[at].partition("=")
    behind = given[at + 1 :]
    return given[:at] + (behind if joined else behind[1:]), value if joined else "".join(behind[:1])


def invoke_in_venv() -> int:
    """Set up, then run Invoke in .venv."""
    home = ROOT / ".venv"
    set_up(home, developing=bool(DEVELOPERS & set(sys.argv[1:])))
    # Without it, Windows reads and writes files in its own code page.
    environment = os.environ | {"PYTHONUTF8": "1"}
    # Messages that are written from right to left hold commands together by marks, which come along when one is copied.
    given = [word.strip(MARKS) for word in sys.argv[1:]]
    at = next((at for at, word in enumerate(given) if word == "--lang" or word.startswith("--lang=")), None)
    if at is not None:
        others, value = without_language(given, at)
        if not others or {"--help", "-h", "--list", "-l"} & set(others):  # a task takes it; these belong to none
            given, environment = others, environment | {"WARRAQ_LANGUAGE": value}
    if len(given) == 2 and given[1] in ("--help", "-h"):
        given.reverse()  # otherwise Invoke takes it for the value of a task that wants one: an article called «--help»
    listing = given in ([], ["--list"], ["-l"], ["--help"], ["-h"])
    # The folder is an argument, not PYTHONPATH, which the commands would inherit. Whoever presses Ctrl-C meanwhile sees no traceback.
    start = (
        "import signal; signal.getsignal(2) is signal.default_int_handler and signal.signal(2, signal.SIG_DFL); "
        f"import sys; sys.path.insert(0, sys.argv.pop(1)); import tasks; tasks.{'explain' if listing else 'start'}()"
    )
    command = [str(python_of(home)), "-c", start, str(ROOT), *([] if listing else ["--search-root", str(ROOT), *given])]
    return call_to_its_end(command, environment)


if __name__ == "__main__":
    sys.exit(invoke_in_venv())

# An ordinary Invoke file from here on.

import inspect  # noqa: E402
import re  # noqa: E402
import shlex  # noqa: E402
from collections.abc import Iterable, Iterator  # noqa: E402
from difflib import get_close_matches  # noqa: E402
from itertools import islice  # noqa: E402

from invoke.collection import Collection  # noqa: E402
from invoke.context import Context  # noqa: E402
from invoke.exceptions import ParseError  # noqa: E402
from invoke.parser import Argument  # noqa: E402
from invoke.program import Program  # noqa: E402
from invoke.tasks import Task, task  # noqa: E402

PLUGINS = Path(__file__).resolve().parent / "plugins"
INSTALLED: Collection | None = None
BINARY = "python3 tasks.py"
"""What users type before a task; the installed program sets its own name, tasks and folder (`plugins/warraq/program.py`)."""


def said(sentence: str, **values: object) -> str:
    """
    Say what this file has to say in the language of the archive, or the one that `--lang` names.

    The sentences for users are in `plugins/warraq/language/ar/tasks.po`; those for developers are English.
    """
    if PLUGINS.is_dir() and str(PLUGINS) not in sys.path:
        sys.path.append(str(PLUGINS))
    from warraq.desk.command_line import (
        language_of_words,
    )  # slow to load, and a command that is understood says nothing here
    from warraq.language import CatalogueError, message

    language = language_of_words([word.replace(VALUE, "") for word in sys.argv], ARCHIVE / "content")
    try:
        return message(sentence, **values).text(language)
    except CatalogueError:  # every command says what is wrong with it
        return message(sentence, **values).text()


def run(*command: str, **environment: str) -> None:
    """Run a Python module of .venv."""
    execute("-m", *command, **environment)


def warraq(module: str, *arguments: str) -> None:
    """Run a module of `plugins/warraq/`."""
    run("warraq", module, *arguments)


def options(**given: str) -> list[str]:
    """Write the options that have a value as a command line has them."""
    return [f"--{name.replace('_', '-')}={value}" for name, value in given.items() if value]


def flags_of(**given: bool) -> list[str]:
    """Write the options that were chosen and have no value."""
    return [f"--{name}" for name, is_given in given.items() if is_given]


def execute(*arguments: str, **environment: str) -> None:
    """Run the Python of .venv from the project's root; a failure ends the task with its exit code."""
    paths = [*([str(PLUGINS)] if PLUGINS.is_dir() else []), *filter(None, [os.environ.get("PYTHONPATH")])]
    # To look for plugins of pydantic means to open the papers of every package, at each start.
    ours = {"PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(paths), "PYDANTIC_DISABLE_PLUGINS": "__all__"}
    every = os.environ | ours | environment
    # An installed package is not hidden by what lies in the archive's folder.
    safe = [] if PLUGINS.is_dir() else ["-P"]
    if code := call_to_its_end([sys.executable, *safe, *arguments], every, ARCHIVE):
        sys.exit(code)


@task(
    help={
        "published": "with publishconf.py: SITEURL says where the site will stand",
        "clean": "make every file anew; without it, those of which nothing has changed are kept",
        "carried": "a folder that a runner carries from one run to the next, with output/; it holds nothing unpublished",
        "former": "the last published sitemap, its address or file: none of its articles may vanish",
        "format_": "of problems: text, json or github",
    }
)
def build(  # noqa: PLR0913, PLR0917 - Invoke reads the options from the signature
    c: Context, published: bool = False, clean: bool = False, carried: str = "", former: str = "", format_: str = ""
) -> None:
    """Repair new originals, check everything, write the site to output/."""
    settings = "publishconf.py" if published else "pelicanconf.py"
    given = {"CLEAN": clean, "CARRIED": carried, "FORMER_SITEMAP": former, "PROBLEM_FORMAT": format_}
    extra = [f"{name}={json.dumps(value)}" for name, value in given.items() if value]
    warraq(
        "press.building",
        "content",
        "--settings",
        settings,
        "--fatal",
        "errors",
        *(["--extra-settings", *extra] if extra else []),
    )


@task(name="try", positional=["folder"], help={"folder": "where to make it; without it, try/"})
def try_(c: Context, folder: str = "") -> None:
    """Make a sample archive of forty made-up texts in try/, and build it, to see how all of it works."""
    warraq("press.trying", "--", *([folder] if folder else []))


# Numbers are words in these signatures: Invoke answers `--port abc` with a traceback, the commands say what is wrong.
@task(help={"listen": "the address to listen at", "port": "the port"})
def serve(c: Context, listen: str = "127.0.0.1", port: str = "8000") -> None:
    """Show the site at http://localhost:8000, each article as soon as it is saved."""
    warraq("press", "serve", "--listen", listen, "--port", port)


@task(
    positional=["action", "tag", "other"],
    help={
        "action": "rename OLD NEW, merge OLD NEW, or add TAG WORDS (to the articles that have the words)",
        "tag": "the tag",
        "other": "its new name, the tag it is merged into, or the words",
        "preview": "say what would change, and write nothing",
    },
)
def tags(c: Context, action: str, tag: str, other: str, preview: bool = False) -> None:
    """Rename a tag, merge it into another, or add one to articles: tags rename OLD NEW."""
    if action not in ("rename", "merge", "add"):
        sys.exit(said("There is no action “{action}”: {actions}.", action=action, actions="rename, merge, add"))
    warraq("desk.tagging", action, *(["--preview"] if preview else []), "--", tag, other)


@task(
    iterable=["only"],
    help={
        "only": "the id of a concept; may be given several times",
        "preview": "say what would change, and write nothing",
    },
)
def retag(c: Context, only: list[str], preview: bool = False) -> None:
    """Add the concepts that articles are about and the vocabulary did not know before."""
    named = [f"--only={concept}" for concept in only]
    warraq("desk.tagging", "retag", *named, *(["--preview"] if preview else []))


@task(
    help={
        "kind": "only these: person, place, organisation or event",
        "number": "how many are shown; without it, fifty",
    },
)
def names(c: Context, kind: str = "", number: str = "") -> None:
    """Propose names for the vocabulary out of the texts, each with three passages; nothing is written."""
    warraq("desk.naming", *options(kind=kind, number=number))


FOR_SCHOLARS = ("tei", "skos", "epub", "bagit")
"""What `export` writes besides a table."""


@task(
    positional=["what"],
    help={
        "what": "the table to write, or for scholars, of what is published: tei, skos (the vocabulary), epub (a book), bagit (to deposit)",
        "table": "the table to write: .csv, or .xlsx where openpyxl is installed",
        "to": "for scholars: where to write; without it, in exports/, in place of the former one",
        "where": "only the articles of which it holds, such as: source = BBC and date missing",
        "separator": "of the CSV's cells: a comma, a semicolon, or tab",
        "url": "for scholars: the address of the published site; else that of SITEURL",
        "whole": "with bagit: content/ too, with what is not published; for a closed deposit",
    },
)
def export(  # noqa: PLR0913, PLR0917 - Invoke reads the options from the signature
    c: Context,
    what: str = "",
    table: str = "",
    to: str = "",
    where: str = "",
    separator: str = ",",
    url: str = "",
    whole: bool = False,
) -> None:
    """Write a table to edit in a spreadsheet, or the archive for scholars: tei, skos, epub or bagit."""
    if what in FOR_SCHOLARS:
        if whole and what != "bagit":
            sys.exit(said("--whole is for bagit alone."))
        warraq("press.exporting", what, *options(to=to, where=where, url=url), *flags_of(whole=whole))
        return
    file = table or to or ("" if what == "table" else what)
    if not file:
        formats = ", ".join(FOR_SCHOLARS)
        sys.exit(
            said("Say what to write: the name of a table, such as archive.csv, or one of {formats}.", formats=formats)
        )
    warraq("desk.correcting", "export", f"--table={file}", f"--separator={separator}", *options(where=where))


@task(
    help={
        "table": "the edited table: .csv or .xlsx",
        "conflicts": "what both the table and the article changed: stop (write nothing), keep the article's, take the table's",
        "slug": "a new title takes the slug along that was made of the former one, which becomes an alias",
        "rest": "where something is wrong, write all else; without it, nothing is written then",
        "preview": "print the changes as a diff, and write nothing",
    }
)
def update(  # noqa: PLR0913, PLR0917 - Invoke reads the options from the signature
    c: Context,
    table: str,
    conflicts: str = "stop",
    slug: bool = False,
    rest: bool = False,
    preview: bool = False,
) -> None:
    """Take the changed cells of a table into the articles; `undo` takes all of it back."""
    flags = flags_of(slug=slug, rest=rest, preview=preview)
    warraq("desk.correcting", "update", f"--table={table}", f"--conflicts={conflicts}", *flags)


@task(
    help={
        "from_": "the file: an export of Hypothesis (JSON, CSV, text, HTML) or Recogito (JSON-LD), or a table",
        "article": "the article that all of it speaks of, by its file, slug or id; without it, what the addresses say",
        "near": "take the nearest words for those that don't stand in the text, where they are nearly the same",
        "preview": "print the changes as a diff, and write nothing",
    }
)
def annotations(c: Context, from_: str, article: str = "", near: bool = False, preview: bool = False) -> None:
    """Take annotations that others made of the pages into the articles, as notes; `undo` takes all of it back."""
    flags = [*options(article=article), *flags_of(near=near, preview=preview)]
    warraq("desk.annotating", f"--from={from_}", *flags)


@task(help={"preview": "print the changes as a diff, and write nothing"})
def ids(c: Context, preview: bool = False) -> None:
    """Write the permanent id, by which an article is cited, into every article whose file has none."""
    warraq("desk.correcting", "ids", *flags_of(preview=preview))


@task(
    name="set",
    positional=["field", "value"],
    help={
        "field": "title, date, source, url, author, tags, lang or rights",
        "value": "its new value; '' takes it out",
        "where": "the articles: FIELD = VALUE, !=, contains, missing; and, or, not, ( )",
        "slug": "a new title takes the slug along that was made of the former one, which becomes an alias",
        "rest": "where something is wrong, write all else; without it, nothing is written then",
        "preview": "print the changes as a diff, and write nothing",
    },
)
def set_(  # noqa: PLR0913, PLR0917 - Invoke reads the options from the signature
    c: Context,
    field: str,
    value: str,
    where: str = "",
    slug: bool = False,
    rest: bool = False,
    preview: bool = False,
) -> None:
    """Give a field one value in every article of which a condition holds: set lang fa --where "source = IRNA"."""
    flags = flags_of(slug=slug, rest=rest, preview=preview)
    warraq("desk.correcting", "set", f"--where={where}", *flags, "--", field, value)


@task(
    help={
        "list_": "print what is open as plain lines, for scripts",
        "export": "write what is open to this CSV file",
        "rule": "with --list or --export: only what this rule doubts",
        "source": "with --list or --export: only articles of this source",
        "article": "with --list or --export: only this article, by its file or slug",
        "certainty": "with --list or --export: high (one proposal), medium (several) or low (none)",
        "listen": "the address to listen at",
        "port": "the port",
    }
)
def review(  # noqa: PLR0913, PLR0917 - Invoke reads the options from the signature
    c: Context,
    list_: bool = False,
    export: str = "",
    rule: str = "",
    source: str = "",
    article: str = "",
    certainty: str = "",
    listen: str = "127.0.0.1",
    port: str = "8000",
) -> None:
    """Decide on doubts, titles, authors and dates, in the browser; nothing of it is published."""
    if list_ or export:
        filters = {"export": export, "rule": rule, "source": source, "article": article, "certainty": certainty}
        warraq("desk.review", "--list", *(f"--{name}={value}" for name, value in filters.items() if value))
        return
    warraq("press", "serve", "--listen", listen, "--port", port)


@task(
    positional=["number"],
    help={
        "number": "of a step that --list names; without it, the last one",
        "list_": "the steps that can be taken back, the last one first",
        "preview": "show what would change, and write nothing",
    },
)
def undo(c: Context, number: str = "", list_: bool = False, preview: bool = False) -> None:
    """Take back a step of review, or of a command that changed many articles; the next day too."""
    flags = [*(["--list"] if list_ else []), *(["--preview"] if preview else [])]
    warraq("desk.undoing", *flags, "--", number)


@task(
    iterable=["only"],
    help={
        "only": "an original's name below content/originals/; may be given several times",
        "again": "repair anew what was repaired before; for an edited article only a patch is proposed",
        "all_": "with --again: every original, which is also what happens without --only",
        "preview": "with --again: say what would change, by rule, and write nothing",
    },
)
def repair(c: Context, only: list[str], again: bool = False, all_: bool = False, preview: bool = False) -> None:
    """Repair originals that have no article yet."""
    named = [f"--only={name}" for name in only]
    if again or preview:
        warraq("desk.renewing", *([] if all_ else named), *(["--preview"] if preview else []))
    else:
        warraq("press", "repair", *named)


@task(
    iterable=["only"],
    help={
        "only": "an original's name, or an article's path or slug; with --undo a hash too; may be given several times",
        "reason": "why; it is kept in rejected-reasons.yaml, which git ignores",
        "undo": "take back what was thrown out; without --only all of the last time",
        "list_": "print what was thrown out, with its day and hash",
    },
)
def reject(c: Context, only: list[str], reason: str = "", undo: bool = False, list_: bool = False) -> None:
    """Throw articles out of the archive, so that neither import nor build brings them back; or take them back."""
    named = [f"--only={name}" for name in only]
    flags = [name for name, given in (("--undo", undo), ("--list", list_)) if given]
    warraq("desk.rejecting", *named, *flags, *options(reason=reason))


@task(
    name="import",
    positional=["folder"],
    help={
        "folder": "a folder, a ZIP file or a file",
        "table": "a CSV file: file or url, title, date, source, tags …",
        "where": "of a corpus that was repaired (OUT.parquet), only such rows: source = BBC and duplicate_of missing",
    },
)
def import_(c: Context, folder: str, table: str = "", where: str = "") -> None:
    """Bring a folder of saved pages and texts into the archive, import FOLDER; goes on where it was interrupted."""
    warraq("desk.importing", *options(table=table, where=where), "--", folder)


@task(
    help={
        "always": "from now on git merges articles and records of this clone so by itself",
        "driver": "as git calls it then",
    }
)
def merge(c: Context, always: bool = False, driver: str = "") -> None:
    """After a pull, settle the files of content/ that two editors changed: all decisions stay, by words and keys."""
    warraq("desk.merging", *(["--always"] if always else []), *options(driver=driver))


@task(
    positional=["source"],
    help={
        "source": "where the template is: its address, or a folder; the first time alone",
        "to": "a tag or a branch of it; without it, the newest version",
        "from_": "the tag that this repository was made from, should it not be found",
        "preview": "say what the release changed, and write nothing",
    },
)
def upgrade(c: Context, source: str = "", to: str = "", from_: str = "", preview: bool = False) -> None:
    """Replace theme and code by those of a newer release; content/ and your own changes stay, and git undoes it."""
    flags = [*options(to=to), *options(**{"from": from_}), *(["--preview"] if preview else [])]
    warraq("desk.upgrading", *flags, "--", source)


@task(
    help={
        "show": "let this version be the one that is shown: a slug, a path or an original's name",
        "join": "let this article be another version, of the one that --to names",
        "to": "with --join: the article",
        "part": "let this version be an article of its own",
    }
)
def versions(c: Context, show: str = "", join: str = "", to: str = "", part: str = "") -> None:
    """List the versions of articles, or choose which one is shown; `undo` takes it back."""
    warraq("desk.versions", *options(show=show, join=join, to=to, part=part))


@task
def verify(c: Context) -> None:
    """Check from the outside that originals, records and published pages fit together."""
    warraq("press.verify")


@task(
    help={
        "format_": "text, json or github",
        "published": "the last published sitemap, its address or file: no article of it may vanish",
        "kind": "list the warnings of this kind alone, as a build names it: same-title",
    }
)
def check(c: Context, format_: str = "text", published: str = "", kind: str = "") -> None:
    """List every problem of content/, with file, line and what to do."""
    warraq("press", "check", f"--format={format_}", *options(published=published, kind=kind))


@task(help={"title": "the headline; with --from a file, or - for standard input", "from_": "take a damaged text in"})
def new(c: Context, title: str, from_: bool = False) -> None:
    """Begin an article, new "TITLE"; or take a damaged text in and repair it, new --from FILE."""
    # Invoke has no optional positional arguments, so --from says what the one argument is.
    warraq("press.new", *(["--from"] if from_ else []), "--", title)


@task(
    help={
        "requested": "in a workflow: only list the records in open requests, in this file",
        "but": "leave out the originals whose records this file lists",
        "hand_over": "in a workflow: leave what was made in this folder, for the job that may write",
        "request": "in a workflow: open a pull request with what stands in this folder",
    }
)
def intake(c: Context, requested: str = "", but: str = "", hand_over: str = "", request: str = "") -> None:
    """Repair all originals that have no article, and report on each."""
    warraq("press.intake", *options(requested=requested, but=but, hand_over=hand_over, request=request))


@task
def bundle(c: Context) -> None:
    """Write the site to bundle/ and bundle.zip, as it opens from a disk."""
    warraq("press.bundle")


@task(
    help={
        "write": "in a workflow: write the issue to this file, for the job that may open it",
        "post": "in a workflow: open, rewrite or close the issue by this file",
    }
)
def links(c: Context, write: str = "", post: str = "") -> None:
    """Check whether every address outside still answers."""
    warraq("press.report_links", *options(write=write, post=post))


@task(
    help={
        "published": "the last published sitemap",
        "write": "in a workflow: write the issue to this file, for the job that may open it",
        "post": "in a workflow: open or rewrite the issue by this file",
        "solved": "close the issue",
    }
)
def report(c: Context, published: str = "", write: str = "", post: str = "", solved: bool = False) -> None:
    """Print why the site was not published; in a workflow, keep the issue that explains it."""
    flags = options(published=published, write=write, post=post)
    warraq("press.report", *flags, *(["--solved"] if solved else []))


@task(help={"published": "the last published sitemap: its address or file"})
def set_aside(c: Context, published: str) -> None:
    """Move new articles that have errors out of content/, to publish without them."""
    warraq("press.set_aside", f"--published={published}")


@task
def pictures(c: Context) -> None:
    """Write pictures below content/images/ anew that carry more than they show: where and when they were taken."""
    warraq("press", "pictures")


@task(iterable=["only"], help={"only": "the file; may be given several times"})
def fix_encoding(c: Context, only: list[str]) -> None:
    """Write a windows-1256 or UTF-16 Markdown file anew as UTF-8."""
    if not only:
        sys.exit(said("Say which file: {command}", command="python3 tasks.py fix-encoding --only FILE"))
    warraq("press", "fix-encoding", "--", *only)


@task(
    help={
        "only": "run just the tests whose names match",
        "workers": "processes",
        "measure": "of the whole suite: hold the floor of coverage too, as continuous integration does",
    }
)
def test(c: Context, only: str = "", workers: str = "2", measure: bool = False) -> None:
    """Run the tests; those in a browser are skipped, with the reason, where there is none."""
    if not find_browser() and may_install():
        install_browser()
    tests = (*suite(workers), *(["-k", only] if only else []))
    if measure:
        run_measured(*tests)
        check_coverage()
    else:
        run(*tests)


MEASURED = ROOT / ".warraq" / "coverage.json"


def suite(workers: str) -> tuple[str, ...]:
    """Give the command that runs all tests."""
    # The order of `tests/conftest.py`, and not by the number of a file's tests: long files have few.
    return "pytest", "-q", "-n", workers, "--dist", "loadfile", "--no-loadscope-reorder"


def run_measured(*tests: str) -> None:
    """Run tests and note which lines and branches they reach; programs that the tests start are not looked into."""
    MEASURED.parent.mkdir(exist_ok=True)
    # Its own --fail-under loses what the workers of pytest-xdist measured.
    run("slipcover", "--branch", "--source", "plugins/warraq", "--json", "--out", str(MEASURED), "-m", *tests)


def check_coverage() -> None:
    """Compare what was measured with the floor in pyproject.toml: it must hold, and rise with what is reached."""
    import json
    import tomllib

    summary = json.loads(MEASURED.read_text(encoding="utf-8"))["summary"]
    floors = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["warraq"]["coverage"]
    for what in ("lines", "branches"):
        covered, missing = summary[f"covered_{what}"], summary[f"missing_{what}"]
        reached = 100 * covered / (covered + missing)
        print(f"Coverage of {what}: {reached:.1f} % (floor: {floors[what]} %)")
        if reached < floors[what]:
            sys.exit(f"Fewer {what} are reached than before. `python3 tasks.py coverage` lists those that are not.")
        if reached >= floors[what] + ROOM_ABOVE:
            sys.exit(f"More {what} are reached than before: raise the floor in pyproject.toml to {int(reached)}.")


ROOM_ABOVE = 3
"""How many percentage points the floor may be below what is reached."""


@task(help={"all": "list files that are wholly reached, too"})
def coverage(c: Context, all_: bool = False) -> None:
    """Run the tests and list the lines and branches that none of them reaches."""
    run_measured(*suite("2"))
    run(
        "slipcover",
        "--branch",
        *([] if all_ else ["--skip-covered"]),
        "--missing-width",
        "80",
        "--merge",
        str(MEASURED),
    )
    check_coverage()


@task(
    iterable=["room"],
    help={
        "room": "changes, engine, edition or archive; may be given several times; none: all four",
        "sample": "how many mutants of each room are tried; 0: all",
        "workers": "processes",
    },
)
def mutate(c: Context, room: list[str], sample: str = "150", workers: str = "2") -> None:
    """Change the code in small ways and count how many of these faults the tests notice; minutes to hours."""
    plugins, tests = str(ROOT / "plugins"), str(ROOT / "tests")
    run("mutation", *room, "--sample", sample, "--workers", workers, PYTHONPATH=os.pathsep.join([plugins, tests]))


@task
def browser(c: Context) -> None:
    """Make a Chromium available for the tests."""
    print(find_browser() or install_browser() or "No browser could be installed.")


TEMPLATES = ("theme/templates", "plugins/warraq/desk/review/page")
NO_NODE = "node and npm are not installed: JavaScript and CSS are not linted."
NO_NODE_TO_MINIFY = "node and npm are not installed: the modules of the search can't be made shorter. Node 20 or newer is at https://nodejs.org."


def node_packages() -> str | None:
    """Install what `package-lock.json` names, of its versions and with its hashes; give the program `node`, or None where a machine has none."""
    import hashlib
    import shutil

    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        return None
    lock, made_from = ROOT / "package-lock.json", ROOT / "node_modules" / "made-from"
    mark = hashlib.sha256(lock.read_bytes()).hexdigest()
    if not made_from.is_file() or made_from.read_text(encoding="utf-8") != mark:
        if subprocess.call([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=ROOT):
            sys.exit("The packages in package-lock.json could not be installed. Is there a network?")
        made_from.write_text(mark, encoding="utf-8")  # last, so that half an install does not count
    return node


def lint_scripts_and_styles(fix: bool) -> None:
    """Run Biome, and see whether the modules of the search that are published are made of those that are written."""
    node = node_packages()
    if node is None:
        if os.environ.get("CI"):
            sys.exit(NO_NODE)
        print(NO_NODE, file=sys.stderr)
        return
    biome = [
        node,
        "node_modules/@biomejs/biome/bin/biome",
        "lint",
        "--error-on-warnings",
        *(["--write"] if fix else []),
    ]
    if code := subprocess.call(biome, cwd=ROOT):
        sys.exit(code)
    warraq("pages.search.minified", *([] if fix else ["--check"]))


@task
def minify(c: Context) -> None:
    """Write the modules of the search anew as sites have them, after one was changed; that needs Node."""
    if node_packages() is None:
        sys.exit(NO_NODE_TO_MINIFY)
    warraq("pages.search.minified")


def lint_workflows() -> None:
    """Run zizmor, strictly and without asking GitHub, over the workflows and Dependabot's settings."""
    zizmor = Path(sys.executable).with_name("zizmor.exe" if sys.platform == "win32" else "zizmor")
    if code := subprocess.call(
        [zizmor, "--offline", "--quiet", "--no-progress", "--persona", "auditor", "--strict-collection", ".github"],
        cwd=ROOT,
    ):
        sys.exit(code)


@task(help={"fix": "mend what can be mended"})
def lint(c: Context, fix: bool = False) -> None:
    """Check style and types of Python, templates, JavaScript and CSS, the direction of imports, and the workflows."""
    run("ruff", "format", *([] if fix else ["--check"]), ".")
    run("ruff", "check", *(["--fix"] if fix else []), ".")
    # Its module can't be run with -m; this is what its console script does.
    execute("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")
    run("mypy")
    run("djlint", "--lint", "--quiet", *TEMPLATES)
    lint_workflows()
    lint_scripts_and_styles(fix)


@task
def clean(c: Context) -> None:
    """Delete output/ and caches; nothing in content/, and nothing that was set aside."""
    import shutil

    for name in ("output", "output.new", "output.old", ".mypy_cache", ".ruff_cache", ".pytest_cache"):
        shutil.rmtree(ROOT / name, ignore_errors=True)
    for made in (ROOT / ".warraq").glob("*"):
        # A lock may be held at this moment; what a killed program left half-written is finished by the next; steps can be undone.
        if made.is_dir() and made.name not in ("set-aside", "journal"):
            shutil.rmtree(made, ignore_errors=True)
        elif made.is_file() and made.suffix != ".lock" and made.name not in ("half-written.json", "half-step.json"):
            made.unlink(missing_ok=True)


@task
def schema(c: Context) -> None:
    """Write content/schema.json anew from the models of the front matter."""
    warraq("press", "schema")


@task
def rules(c: Context) -> None:
    """Write docs/rules.md and docs/rules.ar.md anew from the rules of repair."""
    warraq("pages.method_paper")


@task
def kinds(c: Context) -> None:
    """Write docs/kinds.md and docs/kinds.ar.md anew from the kinds of sites that an import reads."""
    warraq("desk.importing.moving.paper")


@task(help={"upgrade": "to the newest versions"})
def lock(c: Context, upgrade: bool = False) -> None:
    """Write requirements.txt and requirements-dev.txt anew from pyproject.toml."""
    given = ("pyproject.toml", "--extra", "site", "--universal", "--python-version", "3.11", "--generate-hashes")
    common = ("uv", "pip", "compile", *given)
    named = ("--quiet", "--custom-compile-command", "python3 tasks.py lock", *(["--upgrade"] if upgrade else []))
    run(*common, *named, "--output-file", "requirements.txt")
    # What runs is what was tested.
    developing = ("--extra", "corpus", "--group", "dev")
    run(*common, *named, *developing, "--constraint", "requirements.txt", "--output-file", "requirements-dev.txt")


BENCHES = {
    "repair": "repair.bench",
    "search": "pages.search.bench",
    "annotations": "edition.bench",
    "import": "desk.bench",
    "pages": "repair.page_bench",
    "build": "tests/demo/measuring.py",
    "corpus": "tests/corpora/measuring.py",
}
"""Each by the module that measures; of one that is a file of the tests, by its path."""


@task(
    positional=["name"],
    help={
        "name": ", ".join(BENCHES),
        "corpus": "of search: the articles, JSON Lines",
        "queries": "of search: the queries with their answers, JSON",
        "ruler": "of repair: a folder with bench.py and its two corpora",
        "seed": "of pages: which article stands in which layout",
        "layout": "of pages: this layout alone",
        "language": "of pages: this language alone",
        "worst": "of pages: show so many wrong ones, of each figure",
        "articles": "of corpus: how many rows; of build: how many",
    },
)
def bench(  # noqa: PLR0913, PLR0917 - Invoke reads the options from the signature
    c: Context,
    name: str,
    corpus: str = "",
    queries: str = "",
    ruler: str = "",
    seed: str = "",
    layout: str = "",
    language: str = "",
    worst: str = "",
    articles: str = "",
) -> None:
    """Measure: repair, search, annotations, import, pages, build or corpus."""
    if name not in BENCHES:
        sys.exit(f"There is no bench {name!r}: {', '.join(BENCHES)}.")
    files = {"--corpus": corpus, "--queries": queries, "--ruler": ruler}
    words = {"--seed": seed, "--layout": layout, "--language": language, "--worst": worst, "--articles": articles}
    given = {option: str(Path(file).resolve()) for option, file in files.items() if file}
    given |= {option: word for option, word in words.items() if word}
    run_bench = execute if BENCHES[name].endswith(".py") else warraq
    run_bench(BENCHES[name], *(part for pair in given.items() for part in pair))


@task(
    help={
        "seconds": "how long hostile texts are repaired and restored",
        "seed": "which texts; each seed has its own",
        "texts": "instead, how many texts of each kind, however long they take",
        "examples": "instead, how many cases each property of the test suite is tried with",
    }
)
def fuzz(c: Context, seconds: str = "60", seed: str = "1", texts: str = "0", examples: str = "") -> None:
    """Test the promises of repair with many random texts, or every property with many random cases."""
    if examples:
        run("pytest", "-q", "-n", "2", "-m", "not browser", WARRAQ_EXAMPLES=examples)
    else:
        warraq("repair.fuzz", f"--seconds={seconds}", f"--seed={seed}", f"--texts={texts}")


@task
def audit(c: Context) -> None:
    """Check every kind of page at every width, light and dark, in three engines, by vnu and Lighthouse, and under attack; minutes."""
    run("pytest", "-q", "-rs", "-n", "2", "tests/audit/grid.py", "tests/audit/markup.py", "tests/audit/engines.py")
    run(
        "pytest", "-q", "-rs", "tests/package", "tests/repair/any_site", "tests/corpora", WARRAQ_CONSUMERS="1"
    )  # in environments of their own
    run("pytest", "-q", "-rs", "tests/consumers", WARRAQ_CONSUMERS="1")  # other people's programs, on 100 articles too
    run("pytest", "-q", "tests/publish/test_scripts.py", WARRAQ_TOGETHER="4")  # four attacks on a page instead of many
    run("pytest", "-q", "-rsP", "tests/audit/lighthouse.py")  # by itself: it measures time


@task(
    help={
        "trial": "install the wheel of dist/ in new environments, and try it there",
        "publish": "upload what is in dist/ to PyPI, as the trusted publisher that a workflow is",
    }
)
def package(c: Context, trial: bool = False, publish: bool = False) -> None:
    """Build the package in dist/: a wheel and its sources; or try it, or publish it."""
    if trial:
        execute("tests/package/trial.py")
    elif publish:
        run("uv", "publish", "--trusted-publishing", "always", "--no-progress")
    else:
        demand_one_version()
        import shutil

        shutil.rmtree(ROOT / "dist", ignore_errors=True)
        run("hatchling", "build", "--directory", "dist")


def demand_one_version() -> None:
    """End where a tag, the package, its citation and the changelog do not name one version."""
    import tomllib

    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    tag = os.environ.get("GITHUB_REF_NAME", "") if os.environ.get("GITHUB_REF_TYPE") == "tag" else ""
    if tag and tag != f"v{version}":
        sys.exit(f"The tag is {tag}, and pyproject.toml says {version}: write one of them anew.")
    if not re.search(rf"^version: {re.escape(version)}$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE):
        sys.exit(f"CITATION.cff has another version than {version}.")
    heading = re.compile(rf"^## {re.escape(version)}\b", re.MULTILINE)
    if tag and not heading.search((ROOT / "CHANGELOG.md").read_text("utf-8")):
        sys.exit(f"CHANGELOG.md has no heading “## {version}”: move there what is unreleased.")


@task(help={"articles": "how many"})
def demo(c: Context, articles: str = "500") -> None:
    """Build an archive of made-up articles in demo/, to see how thousands look."""
    execute("tests/demo/archive.py", "--articles", articles)


def find_browser() -> str | None:
    """Find the Chromium, Chrome or Edge of this machine, or the one that Playwright keeps."""
    sys.path.insert(0, str(ROOT / "tests"))
    from browser import find

    return find()


def may_install() -> bool:
    """Return whether a browser may be installed without asking: in a runner, or as root of a Debian."""
    return bool(os.environ.get("CI")) or _root_of_debian()


def _root_of_debian() -> bool:
    return Path("/usr/bin/apt-get").exists() and hasattr(os, "geteuid") and os.geteuid() == 0


def install_browser() -> str | None:
    """Install a browser and return its path; None where that failed."""
    if _root_of_debian():
        quiet = ["-qq", "-o", "Dpkg::Use-Pty=0"]
        install = ["install", "-y", "--no-install-recommends"]
        # Older releases have no shell.
        for arguments in (["update"], [*install, "chromium-headless-shell"], [*install, "chromium"]):
            environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            if find_browser() is None:
                subprocess.call(["apt-get", *quiet, *arguments], env=environment, stdout=sys.stderr)
    if not find_browser():
        subprocess.call([sys.executable, "-m", "playwright", "install", "chromium"], stdout=sys.stderr)
    return find_browser()


VALUE = "\0"
"""Marks a word of the command line as a value; no word has it, for systems end words by it."""


def unmarked(value: object) -> object:
    """Give what was typed."""
    if isinstance(value, list):
        return [unmarked(each) for each in value]
    return value.removeprefix(VALUE) if isinstance(value, str) else value


def answering_in_a_language(given: Task) -> Task:
    """Let a task take --lang, which all that it runs reads from WARRAQ_LANGUAGE."""
    body, signature = given.body, inspect.signature(given.body)

    def answering(c: Context, *words: object, lang: str = "", **named: object) -> None:
        if lang:
            os.environ["WARRAQ_LANGUAGE"] = lang.removeprefix(VALUE)
        body(c, *map(unmarked, words), **{name: unmarked(value) for name, value in named.items()})

    language = inspect.Parameter("lang", inspect.Parameter.KEYWORD_ONLY, default="")
    answering.__signature__ = signature.replace(parameters=[*signature.parameters.values(), language])
    given.body = answering
    given.auto_shortflags = False  # one letter of a name is anybody's guess: `-h` was `--where`, and `-l` `--whole`
    given.help["lang"] = "of the messages: ar, en or fa; else that of WARRAQ_LANGUAGE; else the site's"
    return given


USERS = (
    build,
    serve,
    try_,
    new,
    import_,
    review,
    undo,
    reject,
    versions,
    repair,
    tags,
    retag,
    names,
    export,
    update,
    set_,
    ids,
    annotations,
    intake,
    check,
    merge,
    upgrade,
    verify,
    bundle,
    links,
    report,
    set_aside,
    pictures,
    fix_encoding,
)
DEVELOPERS_TASKS = (
    test,
    coverage,
    mutate,
    browser,
    lint,
    minify,
    audit,
    demo,
    clean,
    schema,
    rules,
    kinds,
    lock,
    bench,
    fuzz,
    package,
)
namespace = Collection(*map(answering_in_a_language, (*USERS, *DEVELOPERS_TASKS)))
LISTED = tuple(
    (heading, tuple((each.name, each.__doc__ or "") for each in tasks))
    for heading, tasks in (("To make and keep an archive", USERS), ("To work on Warraq itself", DEVELOPERS_TASKS))
)
"""Headings, and below each the names of its tasks with what they are for."""


def explain() -> None:
    """Print each task with its purpose, those for users first; Invoke's own list is alphabetical."""
    lines: list[str] = []
    for heading, listed in LISTED:
        lines += [f"{said(heading)}:", ""]
        for name, purpose in listed:
            lines.append(f"  {name.replace('_', '-'):14} {said(purpose.strip().splitlines()[0])}")
        lines.append("")
    lines.append(said("{command} explains a task's options.", command="python3 tasks.py --help TASK"))
    with ending_with_its_reader():
        print("\n".join(lines))


@contextmanager
def ending_with_its_reader() -> Iterator[None]:
    """End in silence where the reader of what is printed, such as `head`, has read enough."""
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


AN_OPTION = re.compile(r"--?[a-z][\w-]*(=.*)?", re.ASCII | re.IGNORECASE | re.DOTALL)


def behind_hyphens() -> str:
    """Say where a value stands that looks like an option."""
    command = "python3 tasks.py set title -- --value"
    return said("A value that begins with a hyphen stands behind two of them, last: {command}", command=command)


def nearest(word: str, words: Iterable[str]) -> str:
    """Ask for the word that was probably meant; empty where none is near."""
    return "".join(
        f" {said('Did you mean {guess}?', guess=near)}" for near in get_close_matches(word, list(words), n=1)
    )


def options_of(name: str) -> dict[str, Argument]:
    """Give the options of a task, by all their names."""
    return {
        f"{'-' if len(each) == 1 else '--'}{each.replace('_', '-')}": argument
        for argument in namespace[name].get_arguments()
        for each in argument.names
    }


def with_values(given: list[str]) -> list[str]:
    """
    Mark the words that are values, however they begin: Invoke would take those that begin with a hyphen for options.

    A headline may begin with a dash. What can't be an option is a value, and so is all that stands behind `--`.
    """
    made: list[str] = []
    options: dict[str, Argument] = {}
    wanted: list[Argument] = []
    words = iter(given)
    for word in words:
        is_dashed = word.startswith("-") and word != "-"
        name, joined, value = word.partition("=")
        if is_dashed and (option := options.get(name)):
            wanted = [each for each in wanted if each.name != option.name]
            made += [name, VALUE + value] if joined else [word]
            if option.takes_value and not joined:
                made += (each if each in (*options, "--") else VALUE + each for each in islice(words, 1))
        elif word == "--" and wanted:
            made += (part for argument, each in zip(wanted, words) for part in as_value(argument, each))  # noqa: B905 - whatever there is
            wanted = []
        elif is_dashed and AN_OPTION.fullmatch(word):
            demand_option(name, options if wanted or len(name) == 2 else {})
            made += [word]
        elif wanted and (wanted[0].value is None or word not in namespace.task_names):
            made += as_value(wanted.pop(0), word)
        else:
            made += [word]
            options = options_of(word) if word in namespace.task_names else {}
            wanted = [argument for argument in dict.fromkeys(options.values()) if argument.positional]
    return made


def as_value(argument: Argument, word: str) -> list[str]:
    """Write what a task is about, which Invoke reads where it stands; where there need be none, by its name alone."""
    return [*([] if argument.value is None else [f"--{argument.name}"]), VALUE + word]


def demand_option(name: str, options: dict[str, Argument]) -> None:
    """
    End where a word looks like an option of a task, and is none.

    Where the task wants a value, Invoke would take it for that; one letter, for an option of its own: `build -p` has nothing to do with publishing.
    """
    core = {f"--{each}" for argument in Program().core_args() for each in argument.names} | {"-h"}
    if options and name not in core:
        sys.exit(f"{said('There is no option {name}.', name=name)}{nearest(name, options)} {behind_hyphens()}")


def what_to_type(error: ParseError, given: list[str]) -> str:
    """Say what to type instead of a command line that Invoke can't read."""
    task_name = error.context.name if error.context else None
    if task_name and (missing := error.context.missing_positional_args):
        words = [word_of(argument) for argument in error.context.positional_args]
        meanings = "; ".join(f"{argument.name.upper()}: {said(argument.help)}" for argument in missing)
        command = " ".join(["python3 tasks.py", task_name, *words])
        with_value = [name for name, option in options_of(task_name).items() if option.takes_value]
        is_dashed = any(word.startswith("-") and word.partition("=")[0] not in with_value for word in given)
        dashed = f" {behind_hyphens()}" if is_dashed else ""
        return said("Something is missing: {command} ({meanings})", command=command, meanings=meanings) + dashed
    if found := re.search(r"<Argument: ([\w-]+).*needed value", str(error)):
        option = f"--{found[1].replace('_', '-')}"
        sentence = "A value is missing: {option} VALUE; one that begins with a hyphen is joined to it: {option}=VALUE"
        return said(sentence, option=option)
    if task_name:
        wrong = str(error).replace(VALUE, "")
        word = next(iter(re.findall(r"'([^']+)'", wrong)), wrong)
        what = said("“{word}” takes no value.", word=word) if "take any value" in wrong else not_understood(word)
        return f"{what} {said('{command} explains its options.', command=f'python3 tasks.py --help {task_name}')}"
    names = [name.replace("_", "-") for name in namespace.task_names]
    every = said("All commands: {command}", command="python3 tasks.py --list")
    word = next((each for each in given if each not in names and not each.startswith("-")), "")
    if not word:
        return f"{not_understood(' '.join(given))} {every}"
    return f"{said('There is no command “{word}”.', word=word)}{nearest(word, names)} {every}"


def word_of(argument: Argument) -> str:
    """Write what was given for an argument as it was typed; where nothing was, its name."""
    value = unmarked(argument.value)
    if not isinstance(value, str) or not value:
        return argument.name.upper()
    return (
        value if re.fullmatch(r"[\w@%+=:,./-]+", value) else shlex.quote(value)
    )  # which would quote every Arabic word


def not_understood(word: str) -> str:
    """Say that an option, or words, are not known."""
    if word.startswith("-"):
        return said("There is no option “{option}”.", option=word)
    return said("The words “{word}” are not understood here.", word=word)


class Commands(Program):
    """Like `python -m invoke`, except that help names the command that was typed, and a wrong one is answered with the right one."""

    @contextmanager
    def answered(self, given: list[str]) -> Iterator[None]:
        """End with what to type where Invoke can't read the command line."""
        try:
            yield
        except ParseError as error:
            sys.exit(what_to_type(error, given))

    def parse_tasks(self) -> None:
        """Read which tasks are to be run, with their arguments."""
        with self.answered(self.core.unparsed):
            super().parse_tasks()

    def print_task_help(self, name: str) -> None:
        """Print what a task is for, and its options."""
        rows = [(option, said(text) if text else "") for option, text in self.parser.contexts[name].help_tuples()]
        words = f"{self.binary} [--core-opts] {name} {'[--options] ' if rows else ''}[other tasks here ...]"
        purpose = said((inspect.getdoc(namespace[name]) or "").strip())
        print(
            said("Usage: {command}", command=words), "", self.leading_indent + purpose, "", said("Options:"), sep="\n"
        )
        self.print_columns(rows)

    def parse_cleanup(self) -> None:
        """Print what was asked for instead of a task: help, for one."""
        with self.answered([str(self.args.help.value)]):
            super().parse_cleanup()


def start() -> None:
    """Run the task of the command line."""
    with ending_with_its_reader():
        sys.argv[1:] = with_values(sys.argv[1:])
        Commands(name="tasks.py", binary=BINARY, namespace=INSTALLED).run()
