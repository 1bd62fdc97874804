"""How a build ends that can't go on: in a sentence, and with nothing of a site that is not whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from warraq.archive.on_demand import ChangedMeanwhileError
from warraq.archive.problem import Problem
from warraq.desk.refusal import is_refusal, refusal
from warraq.desk.site import asked_language
from warraq.language import CatalogueError, message

from . import exchange
from .checking import CheckedArchive
from .editions import RefusedError, StopsAllError
from .terminal import format_apart


@contextmanager
def ending_in_a_sentence() -> Iterator[None]:
    """End the build with the line of a catalogue that can't be read, or with what the system refused, such as a full disk."""
    try:
        yield
    except RefusedError as refused:
        raise SystemExit(refusal(refused.error, Path("content"))) from None
    except ChangedMeanwhileError as error:
        what = message("{path} was changed while the site was built. Build it again.", path=error.path)
        raise SystemExit(what.text(asked_language() or "ar")) from None
    except (CatalogueError, StopsAllError) as error:
        raise SystemExit(str(error)) from None
    except OSError as error:
        if not is_refusal(error):
            raise
        raise SystemExit(refusal(error, Path("content"))) from None


@contextmanager
def leaving_the_former_site(output: Path) -> Iterator[None]:
    """Delete the new site of a build that ends before it is whole; only who holds the build's lock may."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            exchange.finish_interrupted(output)
        raise


def demand_no_errors(checked: CheckedArchive, settings: Sequence[Problem], language: str) -> None:
    """End the build where the settings or the archive have an error: with the kinds of warnings, and last with every error."""
    if errors := [*settings, *checked.errors]:
        raise SystemExit(f"{format_apart(checked.warnings, errors, language)}\n{number_of(errors, language)}")


def number_of(errors: Sequence[Problem], language: str) -> str:
    """Say how many errors ended a build."""
    return message("Errors: {number}; nothing was written.", number=len(errors)).text(language)
