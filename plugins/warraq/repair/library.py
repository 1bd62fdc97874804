"""
The engine for other programs: `from warraq.repair import repair, undo, RULES`.

What is promised here stays: a test names it (`tests/repair/test_library.py`). All else in this package may change from one version to
the next.

>>> from warraq.repair import repair
>>> done = repair("قال الوزير ،إن الـــعمل بدأ.")
>>> print(done.text)
قال الوزير، إن العمل بدأ.
>>> for change in done.repairs:
...     print(change.start, repr(change.before), repr(change.after), done.reason(change))
10 ' ' '' a space stood before the sign
12 '' ' ' the space after the sign was missing
17 'ـــ' '' the word was stretched to fill a printed line
>>> done.undo()
'قال الوزير ،إن الـــعمل بدأ.'
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from warraq.archive.change import Change, Doubt
from warraq.archive.original import Original, OriginalKind

from . import changes, repairing
from .document import Document
from .languages import LANGUAGES
from .naming import explain_changes
from .readers import read_original
from .readers.kind import kind_of
from .rules import RULES
from .rules.rule_set import Rules
from .writers.markdown import escape, to_markdown

if TYPE_CHECKING:
    from warraq.archive.record import Described

NAMELESS = "-"
"""The name of an original that is no file."""


class ArgumentError(ValueError):
    """An argument of `repair` means nothing: the message names it, and what may stand there."""


@dataclass(frozen=True)
class Repaired:
    """What `repair` made of a text."""

    original: Original
    """What was given, decoded: its `text`, `kind`, `encoding`."""
    text: str
    """The repaired text: a line for each paragraph, heading, item, quotation and cell; first its title, where it states one."""
    changes: tuple[Change, ...]
    """Original → text: each with the rule that made it and its place in the original."""
    doubts: tuple[Doubt, ...]
    """What may be wrong and was left, in the order of the places in the original."""
    rules: Rules
    """The rules that were asked."""
    given_bytes: bool
    """Bytes were given; `undo()` gives bytes then."""
    _made: repairing.Repaired = field(repr=False)

    @property
    def document(self) -> Document:
        """The text with its structure. Its `title` is made of the first words where the text states none (`title_inferred`)."""
        return self._made.document

    @property
    def markdown(self) -> str:
        """The text as Markdown, its title as a heading of the first level; signs that would mean something else are escaped."""
        body = to_markdown(self.document)
        if self.document.title_inferred or not self.document.title:
            return body
        return f"# {escape(self.document.title)}\n" + (f"\n{body}" if body else "")

    @property
    def repairs(self) -> tuple[Change, ...]:
        """The changes that a reader wants to know of: all but those that only set up lines and blocks."""
        return tuple(change for change in self.changes if not change.layout)

    @cached_property
    def description(self) -> dict[str, Described]:
        """
        What the text says of itself: title, date, authors, source, language … each with its evidence (places in the original).

        Raises:
            MissingPackageError: a package of the extra `description` or, for a Hijri or a Persian date, of `calendars`
                is not installed.

        """
        from warraq.missing import needed

        with needed("description", "The description of a text"):
            from warraq.archive.concept import Vocabulary

            from .describe import describe

            return describe(self.original, self._made, Vocabulary())

    def reason(self, found: Change | Doubt, language: str = "en") -> str:
        """Say why a change was made, or a place is doubted: a sentence in `en`, `ar` or `fa`; of an unknown rule, its name."""
        from .reasons import reason_of

        return reason_of(found.rule, self.rules).text(language)

    def undo(self) -> str | bytes:
        """
        Undo all changes: the text, or the bytes, that were given.

        Of a page in a wrapping (MHTML, a web archive, gzip, ZIP) these are the bytes of the page.
        """
        text = undo(self.text, self.changes)
        if not self.given_bytes:
            return text
        given = self.original
        again = Original(given.name, b"", text, given.encoding, given.bom, given.kind, given.kept_bytes)
        return again.bytes_again()


def repair(
    given: str | bytes,
    *,
    kind: str | None = None,
    language: str | None = None,
    rules: Rules = RULES,
) -> Repaired:
    """
    Repair a damaged text: what is certain is repaired, what is doubtful is pointed at, and nothing is lost.

    The result is the same for the same text, rules and version (`RULES_VERSION`): no clock, no chance, no network.

    Args:
        given: a text, or the bytes of a file, whose encoding and wrapping are then found by declaration and evidence.
        kind: `text`, `fragment` (pieces of HTML) or `page` (a whole HTML page); None: the text itself tells it.
        language: that of the rules (`ar`, `fa`, `ur`, `he`, or `und` for any in other scripts); None: the text itself tells it.
        rules: a set of rules, made by `RULES.without(…)` and `RULES.with_(…)`.

    Returns:
        The text with its changes and doubts; positions are code points of the text as decoded, from 0.

    Raises:
        ArgumentError: `kind` or `language` is none of these, `given` no text and no bytes, `rules` no set of rules.
        UnreadableError: the bytes are no text; `at` is the byte, from 0.
        MissingPackageError: a whole page was given, and the extra `pages` is not installed.
        RuleError: a rule of another package broke its promise, or failed (its failure is the cause); `rule` names it, `start` and `end` the place.

    >>> repair("CafÃ© au lait").text
    'Café au lait'
    >>> repair("قال الوزير إن العمل بدأ في الموعد".encode("cp1256")).original.encoding
    'cp1256'

    """
    if kind is not None and kind not in tuple(OriginalKind):
        raise ArgumentError(f"There is no kind “{kind}”: it is one of {', '.join(OriginalKind)}.")
    if language is not None and language not in LANGUAGES:
        raise ArgumentError(f"There are no rules for “{language}”: it is one of {', '.join(LANGUAGES)}.")
    if not isinstance(given, str | bytes | bytearray | memoryview):
        raise ArgumentError(f"A text or bytes can be repaired, and no {type(given).__name__}.")
    if not isinstance(rules, Rules):
        raise ArgumentError("The rules have to be a set of rules: RULES, RULES.without(…), RULES.with_(…).")
    if isinstance(given, str):
        original = original_of_text(given, OriginalKind(kind) if kind else kind_of(given))
    else:
        original = read_original(NAMELESS, bytes(given))
        if kind and kind != original.kind:
            original = _of_kind(original, OriginalKind(kind))
    return repair_original(original, rules, language, given_bytes=not isinstance(given, str))


def original_of_text(text: str, kind: OriginalKind) -> Original:
    """Give a text as an original, which is not a file."""
    return Original(NAMELESS, text.encode("utf-8", "surrogatepass"), text, "utf-8", bom=False, kind=kind)


def repair_original(original: Original, rules: Rules, language: str | None = None, *, given_bytes: bool) -> Repaired:
    """Repair what was read already; its `address` is then known to the description."""
    done, untitled = repairing.repair_before_title(original.text, original.kind, rules, language)
    doubts = done.doubts
    if original.encoding_inferred:
        from .doubtful_charset import with_doubtful_charset

        doubts = with_doubtful_charset(done, original)
    explained = tuple(explain_changes(untitled, original.kind, rules))
    text = changes.apply(original.text, explained)
    return Repaired(original, text, explained, doubts, rules, given_bytes, done)


def undo(text: str, made: Iterable[Change]) -> str:
    """
    Give back the text before the changes.

    Raises:
        UndoError: the text is not what the changes led to; `at` is the first place where it differs.

    >>> done = repair("الـســـلام")
    >>> undo(done.text, done.changes)
    'الـســـلام'

    """
    return changes.undo(text, made)


def _of_kind(original: Original, kind: OriginalKind) -> Original:
    from dataclasses import replace

    return replace(original, kind=kind)
