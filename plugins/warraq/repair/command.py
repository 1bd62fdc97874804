"""
The plain command: a damaged text on standard input, Markdown on standard output.

    python -m warraq.repair < damaged > article.md      repaired and described, whatever its encoding
    python -m warraq.repair --jsonl                     {"text": …} a line → {"text": Markdown, "record": {…}} a line
    python -m warraq.repair --jsonl --describe          the same, with date, tags and all else in the front matter
    python -m warraq.repair --jsonl --restore           these lines → {"text": the damaged text}
    python -m warraq.repair --explain                   each change with its rule and reason, and what is doubtful
    python -m warraq.repair --undo-written FOLDER       files of a Pelican site as they were before the plugin wrote them
    python -m warraq.repair --help                      all else

Lines are answered one by one and in order, so that a program can talk to it. `"kind"` beside the text says that it is a
`page`, a `fragment` or a `text`; without it, the text itself does. A line that can't be answered is answered by {"problem": …},
which standard error says too, and the others go on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path

    from .answering import Answer, Request
    from .options import Wanted
    from .rules.rule_set import Rules

Answering = Callable[["Request"], "Answer"]


def main(arguments: Sequence[str], given: BinaryIO, out: BinaryIO) -> int:
    """Run the command; what is wrong with its input is written to standard error, with exit code 1 at the end."""
    mode = frozenset(arguments)
    if not mode:
        return _one(given.read(), out)
    wanted: Wanted | None = None
    if mode not in ANSWERS:
        from .options import read_options

        try:
            wanted = read_options(arguments)
        except SystemExit as end:  # it has said why
            return int(end.code or 0)
        if wanted.records is not None:
            return _undone(wanted.records, wanted.language)
        mode = wanted.mode
    if "--jsonl" in mode:
        answer = ANSWERS[mode]
        return _lines(partial(_by, answer, wanted.rules) if wanted else answer, given, out)
    return _explained(given.read(), out, wanted) if wanted and "--explain" in mode else _one(given.read(), out, wanted)


def _repair(request: Request, *rules: Rules) -> Answer:
    from .answering import answer_repair

    return answer_repair(request, *rules)


def _describe(request: Request, *rules: Rules) -> Answer:
    from .answering import answer_describe

    return answer_describe(request, *rules)


def _restore(request: Request, *_rules: Rules) -> Answer:
    from .answering import answer_restore

    return answer_restore(request)


ANSWERS: dict[frozenset[str], Callable[..., Answer]] = {frozenset(["--jsonl"]): _repair}
ANSWERS |= {frozenset(["--jsonl", "--describe"]): _describe, frozenset(["--jsonl", "--restore"]): _restore}
"""Each loads the rules when it is first asked: a wrong option is told at once. Words that are none of these are read by `options.py`."""


def _by(answer: Callable[..., Answer], rules: Rules, request: Request) -> Answer:
    return answer(request, rules)


def _lines(answer: Answering, given: BinaryIO, out: BinaryIO) -> int:
    failed = False
    for number, line in enumerate(given, 1):
        if not line.strip():
            continue
        answered, problem = _answered(answer, line)
        if problem:
            sys.stderr.write(f"line {number}: {problem}\n")
            failed = True
        out.write(_line(answered))
        out.flush()
    return int(failed)


def _answered(answer: Answering, line: bytes) -> tuple[Answer, str]:
    """Answer one line; the problem is empty where there is none."""
    from warraq.missing import MissingPackageError

    from .answering import RequestError, request_of

    try:
        return answer(request_of(line)), ""
    except (ValueError, RecursionError, RequestError, MissingPackageError) as error:
        problem = str(error)
    except Exception as error:  # noqa: BLE001 - the boundary round a line
        problem = _mistake(error)
    return {"problem": problem}, problem


def _mistake(error: Exception) -> str:
    from .rules.rules_of_others import whose_mistake

    return str(whose_mistake(error))


def _line(answered: Answer) -> bytes:
    try:
        return json.dumps(answered, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # half a character: JSON can say it in ASCII only
        return json.dumps(answered).encode() + b"\n"


def _one(data: bytes, out: BinaryIO, wanted: Wanted | None = None) -> int:
    from . import answering

    if wanted is None:
        return _written(lambda: answering.article_of(data), out)
    if "--text" in wanted.mode:
        return _written(lambda: answering.text_of(data, wanted.rules), out)
    return _written(lambda: answering.article_of(data, wanted.rules), out)


def _explained(data: bytes, out: BinaryIO, wanted: Wanted) -> int:
    from .explaining import explain
    from .library import repair

    def lines() -> str:
        done = repair(data, rules=wanted.rules)
        return "".join(f"{line}\n" for line in explain(done, wanted.language, coloured=wanted.coloured))

    return _written(lines, out)


def _undone(records: Path, language: str) -> int:
    from .any_site.undoing import said, undo_written

    undone = undo_written(records)
    sys.stderr.write("".join(f"{line}\n" for line in said(undone, language)))
    return int(bool(undone.left))


def _written(make: Callable[[], str], out: BinaryIO) -> int:
    """Write what is made of a text; 1, and one line, where nothing can be made of it."""
    from warraq.missing import MissingPackageError

    from .readers.unreadable import UnreadableError

    try:
        made = make()
    except (UnreadableError, MissingPackageError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except Exception as error:  # noqa: BLE001 - the boundary round the text
        sys.stderr.write(f"{_mistake(error)}\n")
        return 1
    out.write(made.encode("utf-8", "backslashreplace"))
    return 0
