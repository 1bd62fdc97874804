"""
How each kind of mark is written in TEI.

A repair and an editor's change are `<choice>`: `<sic>` has what stood there, `<corr>` what stands there now, and `resp` says
whose it is. A doubt is `<unclear>` with its rule and its certainty, a name leads to the concept in `<standOff>`, a note stands
behind its passage. What can't be an element, because another one crosses it, has two anchors.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from warraq.archive.concept import Scheme, Vocabulary
from warraq.edition.edition import MarginEntry, Mark, MarkKind

from .escaping import Characters, attributes, element, language, plain
from .html_tokens import html_tokens, with_own_ids
from .inline import pointer
from .structure import Close, Holds, Open, Piece, tei_tokens

NAMES = {
    Scheme.PERSON: ("persName", ""),
    Scheme.ORGANISATION: ("orgName", ""),
    Scheme.PLACE: ("placeName", ""),
    Scheme.EVENT: ("name", "event"),
    Scheme.TOPIC: ("term", "topic"),
}
NO_NAME = re.compile(r"[^A-Za-z0-9_.-]")
CHANGES = (MarkKind.REPAIR, MarkKind.EDIT)


@dataclass(frozen=True, slots=True)
class MarkWriter:
    """Writes the marks of one article."""

    prefix: str
    """Of all its ids."""
    entries: dict[str, MarginEntry]
    """By the id of their mark."""
    vocabulary: Vocabulary
    characters: Characters
    language: str
    """Of the site: of labels and verdicts."""
    ids: frozenset[str]
    """Those of its paragraphs and headings, to which notes may lead."""
    has_original: bool
    """O is in the document, so that a repair leads to its place in it."""

    def around(self, mark: Mark) -> tuple[str, str]:
        """Give what stands before and behind the passage of a mark that is an element."""
        named = {"xml:id": self._id(mark)}
        if mark.kind in CHANGES:
            sic = element("sic", self.characters.text(mark.before))
            start = f"<choice{attributes({**named, 'corresp': self._place(mark)})}>{sic}<corr{attributes(self._whose(mark))}>"
            return start, "</corr></choice>"
        if mark.kind == MarkKind.DOUBT:
            values = {**named, "reason": rule_name(mark.rule), "cert": "low", **self._whose(mark)}
            return f"<unclear{attributes({**values, 'corresp': self._place(mark)})}>", "</unclear>"
        if mark.kind == MarkKind.MENTION:
            tag, type_ = NAMES[self.vocabulary.concepts[mark.concept].scheme]
            return (
                f"<{tag}{attributes({**named, 'type': type_, 'ref': f'#{self.prefix}.c.{mark.concept}'})}>",
                f"</{tag}>",
            )
        return f"<seg{attributes({**named, 'type': 'annotated'})}>", f"</seg>{self._note(mark, f'#{self._id(mark)}')}"

    def empty(self, mark: Mark) -> str:
        """Write a mark that has no passage: what was taken out, or a footnote."""
        if mark.kind in CHANGES:
            return "".join(self.around(mark))
        if mark.kind == MarkKind.FOOTNOTE:
            return self._note(mark, "", {"xml:id": self._id(mark), "place": "foot"})
        return f"<anchor{attributes({'xml:id': self._id(mark)})}/>{self._note(mark, f'#{self._id(mark)}')}"

    def begin(self, mark: Mark) -> str:
        """Write the first anchor of a mark that is no element."""
        return f"<anchor{attributes({'xml:id': self._id(mark)})}/>"

    def end(self, mark: Mark) -> str:
        """Write its second anchor, and what is said of the passage."""
        last = f"{self._id(mark)}.end"
        return f"<anchor{attributes({'xml:id': last})}/>{self._note(mark, f'#{self._id(mark)}', {'targetEnd': f'#{last}'})}"

    def _id(self, mark: Mark) -> str:
        return f"{self.prefix}.{mark.id}"

    def _place(self, mark: Mark) -> str:
        return f"#{self.prefix}.o-{mark.id}" if mark.kind == MarkKind.REPAIR and self.has_original else ""

    def _whose(self, mark: Mark) -> dict[str, str]:
        who = "editors" if mark.kind == MarkKind.EDIT else "warraq"
        rule = f"#{self.prefix}.rule.{rule_name(mark.rule)}" if mark.rule else ""
        return {"resp": f"#{self.prefix}.{who}", "ana": rule}

    def _note(self, mark: Mark, target: str, values: dict[str, str] | None = None) -> str:
        given = {"target": target, **(values or {})}
        if mark.kind in CHANGES:
            sic = element("sic", self.characters.text(mark.before))
            corr = element("corr", self.characters.text(mark.after))
            return element("note", f"<choice>{sic}{corr}</choice>", {"type": mark.kind, **given, **self._whose(mark)})
        if mark.kind == MarkKind.DOUBT:
            said = plain(mark.reason.text(self.language)) if mark.reason else plain(mark.rule)
            return element(
                "note", said, {"type": "doubt", "cert": "low", **given, **self._whose(mark), **language(self.language)}
            )
        if mark.kind == MarkKind.MENTION:
            tag, type_ = NAMES[self.vocabulary.concepts[mark.concept].scheme]
            name = plain(self.vocabulary.concepts[mark.concept].label(self.language))
            leads = {"type": type_, "ref": f"#{self.prefix}.c.{mark.concept}"}
            return element("note", element(tag, name, leads), {"type": "name", **given})
        return self._editors_note(mark, given)

    def _editors_note(self, mark: Mark, given: dict[str, str]) -> str:
        entry = self.entries.get(mark.id)
        values = {"type": mark.kind, **given, "resp": f"#{self.prefix}.editors"}
        if entry is None:
            return element("note", "", values)
        ours = language(self.language)
        content = element("label", plain(entry.label.text(self.language)), ours)
        content += note_content(entry.html, self.characters, self.prefix, self.ids)
        if entry.verdict:
            content += element("seg", plain(entry.verdict.text(self.language)), {"type": "verdict", **ours})
        content += "".join(map(cited, entry.sources))
        if entry.author:
            content += element("name", plain(entry.author), {"type": "author"})
        if entry.date:
            content += element("date", entry.date, {"when": entry.date})
        values |= {"n": str(entry.label.values.get("number", "")), **language(entry.lang)}
        return element("note", content, values)


def rule_name(rule: str) -> str:
    """Give a rule's name as a name of XML; a record that somebody wrote may have any."""
    return NO_NAME.sub("-", rule) or "-"


def cited(source: str) -> str:
    """Write a source: a link, where it is an address."""
    target = pointer(source) if source.startswith(("http://", "https://")) else ""
    return element("ref", plain(source), {"target": target}) if target else element("bibl", plain(source))


def note_content(html: str, characters: Characters, prefix: str = "", ids: Container[str] = ()) -> str:
    """Write the HTML of a note as what `<note>` may hold."""
    tokens = tei_tokens(with_own_ids(html_tokens(html), prefix, ids), Holds.BOTH)
    return "".join(
        token.xml if isinstance(token, Open | Close | Piece) else characters.text(token.text) for token in tokens
    )
