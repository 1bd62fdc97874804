"""A value that an editor wrote and that can't be taken."""

from __future__ import annotations

from warraq.language import Message


class WrongValueError(ValueError):
    """Says what is wrong with the value and what to do about it."""

    def __init__(self, what: Message, todo: Message) -> None:
        super().__init__(str(what))
        self.what, self.todo = what, todo
