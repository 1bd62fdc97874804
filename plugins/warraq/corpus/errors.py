"""What ends a run, told to the person who started it."""

from __future__ import annotations

from warraq.language import Message, message

GOES_ON = message("The same command goes on where it stopped.")


class CorpusError(Exception):
    """A run can't begin, or can't go on; what was done stays."""

    def __init__(self, *why: Message) -> None:
        super().__init__("\n".join(map(str, why)))
        self.why = why
        """Sentences, a line each."""
