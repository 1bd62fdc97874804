"""
The plain command: a damaged text on standard input, Markdown on standard output.

    python -m warraq.repair < damaged > article.md      repaired and described, whatever its encoding
    python -m warraq.repair --jsonl                     {"text": …} a line → {"text": Markdown, "record": {…}} a line
    python -m warraq.repair --jsonl --describe          the same, with date, tags and all else in the front matter
    python -m warraq.repair --jsonl --restore           these lines → {"text": the damaged text}

Lines are answered one by one and in order, so that a program can talk to it. `"kind"` beside the text says that it is a
`page`, a `fragment` or a `text`; without it, the text itself does. A line that can't be answered is answered by {"problem": …},
which standard error says too, and the others go on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from .answering import Answer, Request

USAGE = "usage: python -m warraq.repair [--jsonl [--describe | --restore]]\n"


def _repair(request: Request) -> Answer:
    from .answering import answer_repair

    return answer_repair(request)


def _describe(request: Request) -> Answer:
    from .answering import answer_describe

    return answer_describe(request)


def _restore(request: Request) -> Answer:
    from .answering import answer_restore

    return answer_restore(request)


ANSWERS = {frozenset(["--jsonl"]): _repair}
ANSWERS |= {frozenset(["--jsonl", "--describe"]): _describe, frozenset(["--jsonl", "--restore"]): _restore}
"""Each loads the rules when it is first asked: a wrong option is told at once."""


def main(arguments: Sequence[str], given: BinaryIO, out: BinaryIO) -> int:
    """Run the command; what is wrong with its input is written to standard error, with exit code 1 at the end."""
    if not arguments:
        return _one(given.read(), out)
    answer = ANSWERS.get(frozenset(arguments))
    if answer is None:
        sys.stderr.write(USAGE)
        return 2
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


def _answered(answer: Callable[[Request], Answer], line: bytes) -> tuple[Answer, str]:
    """Answer one line; the problem is empty where there is none."""
    from .answering import RequestError

    try:
        return answer(json.loads(line)), ""
    except (ValueError, RecursionError, RequestError) as error:
        problem = str(error)
    except Exception as error:  # noqa: BLE001 - the boundary round a line
        problem = _our_mistake(error)
    return {"problem": problem}, problem


def _our_mistake(error: Exception) -> str:
    from warraq.archive.our_mistake import our_mistake

    problem = our_mistake("", error)
    return f"{problem.what} {problem.todo}"


def _line(answered: Answer) -> bytes:
    try:
        return json.dumps(answered, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # half a character: JSON can say it in ASCII only
        return json.dumps(answered).encode() + b"\n"


def _one(data: bytes, out: BinaryIO) -> int:
    from .answering import article_of
    from .readers.unreadable import UnreadableError

    try:
        article = article_of(data)
    except UnreadableError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except Exception as error:  # noqa: BLE001 - the boundary round the text
        sys.stderr.write(f"{_our_mistake(error)}\n")
        return 1
    out.write(article.encode())
    return 0
