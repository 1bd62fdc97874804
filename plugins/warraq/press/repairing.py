"""The articles and records of originals that had none: what a build writes, and `repair` without building."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from warraq.desk.writing import write
from warraq.language import Message, message

from .checking import NewArticle


def write_new(planned: Iterable[NewArticle], aside: Path) -> list[Message]:
    """Write what was planned for originals without an article, by way of the folder `aside`; what to say of each."""
    aside.mkdir(exist_ok=True)
    done = []
    for new in planned:
        # The record first: an article whose record is missing is an error, a record alone is made anew.
        write(new.record, new.planned.record.to_bytes(), aside)
        write(new.article, new.planned.article, aside)
        name = new.planned.record.original.name
        done.append(message("{original} was repaired: {article}", original=name, article=new.display_path))
    return done
