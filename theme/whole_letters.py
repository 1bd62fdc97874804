"""
A face from which a printed text can be copied: no glyph stands for two letters, and a mark begins where its letter does.

A PDF says of each glyph which letters it is. Where one glyph is lam and alef, readers (poppler; PDFium, which is the one in
Chrome) turn the two round with the line, and «لا» is copied as «ال». So a lam-alef becomes two glyphs: lam draws the whole, and alef a
speck that nobody sees in it. The word «الله», for which the face has a drawing of its own, becomes four glyphs likewise: the first draws the word.

A letter with its mark is one piece of such a text, which begins where the mark does. If that is far within the letter, the gap before it is
read as a space: «عاًم ا». So marks begin earlier, and are drawn where they were.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from fontTools.otlLib.builder import buildCoverage, buildSingleSubstSubtable
from fontTools.pens.pointInsidePen import PointInsidePen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

BASE = 1
"""The class of a glyph that is one letter (GDEF)."""
CHAINED, OF_BASES, OF_LIGATURES = 6, 4, 5
"""Types of lookups: by what stands around (GSUB); marks on letters and on ligatures (GPOS)."""
SPECK = 24
"""Its side. Lengths are in units of which 2,048 make an em."""
EARLIER = 250
"""How much earlier marks begin: of 0, 250, 500 and 800, poppler reads most words at this one."""


def part_lam_alef(font: TTFont) -> None:
    """Make each ligature of lam and alef two glyphs, drawn as before."""
    font.ensureDecompiled()
    ligatures = {glyph for table in _positions(font, OF_LIGATURES) for glyph in table.LigatureCoverage.glyphs}
    alefs: dict[str, str] = {}
    for lookup in list(font["GSUB"].table.LookupList.Lookup):
        [table, *more] = lookup.SubTable
        pairs = [
            (lam, pair.Component[0], pair.LigGlyph)
            for lam, every in getattr(table, "ligatures", {}).items()
            for pair in every
        ]
        if not any(whole in ligatures for _, _, whole in pairs):
            continue
        if more or not all(whole in ligatures for _, _, whole in pairs):
            message = "A lookup has other ligatures beside lam-alef: part it first."
            raise ValueError(message)
        lookup.LookupType = CHAINED
        lookup.SubTable = []
        for lam, alef, whole in pairs:
            alefs[whole] = _alef_beside(font, whole)
            lookup.SubTable.append(_chained(font, lookup.LookupFlag, {lam: whole}, {alef: alefs[whole]}))
    _draw_beside(font, {whole: -font["hmtx"].metrics[alef][0] for whole, alef in alefs.items()})
    _give_anchors(font, alefs)


def part_words(font: TTFont) -> None:
    """Make each ligature of three letters or more as many glyphs, drawn as before; marks have no places on any."""
    font.ensureDecompiled()
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    with_marks = {glyph for table in _positions(font, OF_LIGATURES) for glyph in table.LigatureCoverage.glyphs}
    for number, lookup in enumerate(list(font["GSUB"].table.LookupList.Lookup)):
        for table in lookup.SubTable:
            for first, every in getattr(table, "ligatures", {}).items():
                for word in [each for each in every if len(each.Component) > 1]:
                    letters = [first, *word.Component]
                    if word.LigGlyph in with_marks or any(classes.get(letter) != BASE for letter in letters):
                        message = f"{word.LigGlyph} is not letters alone: say where its marks stand."
                        raise ValueError(message)
                    every.remove(word)
                    _part_word(font, number, letters, word.LigGlyph)


def _part_word(font: TTFont, number: int, letters: list[str], whole: str) -> None:
    """Write a word as one glyph that draws it, and one with a speck for each further letter: the last stands leftmost."""
    count = len(letters)
    width = font["hmtx"].metrics[whole][0] // count
    places = [width * (count - 1 - at) for at in range(count)]
    specks = [_speck(font, whole, place, width) for place in places[1:]]
    glyphs = [whole, *(f"{whole}.{at}" for at in range(1, count))]
    for glyph, speck, place in zip(glyphs[1:], specks, places[1:], strict=True):
        speck.coordinates.translate((-place, 0))
        _add(font, glyph, speck, width)
    font["hmtx"].metrics[whole] = (font["hmtx"].metrics[whole][0] - width * (count - 1), 0)
    font["GDEF"].table.GlyphClassDef.classDefs[whole] = BASE
    _draw_beside(font, {whole: -places[0]})
    gsub = font["GSUB"].table
    parted = otTables.Lookup()
    parted.LookupType, parted.LookupFlag = CHAINED, gsub.LookupList.Lookup[number].LookupFlag
    changes = ({letter: glyph} for letter, glyph in zip(letters, glyphs, strict=True))
    parted.SubTable = [_chained(font, parted.LookupFlag, *changes)]
    gsub.LookupList.Lookup.append(parted)
    for record in gsub.FeatureList.FeatureRecord:
        if number in record.Feature.LookupListIndex:
            record.Feature.LookupListIndex.append(len(gsub.LookupList.Lookup) - 1)


def begin_marks_earlier(font: TTFont) -> None:
    """Move the beginning of every mark, and draw it where it was."""
    marks = set()
    anchors: dict[int, Any] = {}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for glyph, anchor in _mark_anchors(table):
                marks.add(glyph)
                anchors[id(anchor)] = anchor
    for anchor in anchors.values():
        anchor.XCoordinate += EARLIER
    _draw_beside(font, dict.fromkeys(marks, EARLIER))


def _draw_beside(font: TTFont, moved: dict[str, int]) -> None:
    """Draw glyphs so far to the right of where they begin; whatever is drawn with them stays where it was."""
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        if glyph.isComposite():
            for component in glyph.components:
                component.x += moved.get(name, 0) - moved.get(component.glyphName, 0)
        elif name in moved:
            glyph.coordinates.translate((moved[name], 0))
    for name in font.getGlyphOrder():
        font["glyf"][name].recalcBounds(font["glyf"])
        font["hmtx"].metrics[name] = (font["hmtx"].metrics[name][0], getattr(font["glyf"][name], "xMin", 0))


def _positions(font: TTFont, kind: int) -> Iterator[Any]:
    for lookup in font["GPOS"].table.LookupList.Lookup:
        if lookup.LookupType == kind:
            yield from lookup.SubTable


def _mark_anchors(table: Any) -> Iterator[tuple[str, Any]]:
    """Yield the marks of a table with their anchors, on letters and on other marks."""
    for number in ("", "1"):
        if hasattr(table, f"Mark{number}Coverage"):
            records = getattr(table, f"Mark{number}Array").MarkRecord
            for glyph, record in zip(getattr(table, f"Mark{number}Coverage").glyphs, records, strict=True):
                yield glyph, record.MarkAnchor
    if hasattr(table, "Mark2Coverage"):
        for glyph, record in zip(table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record, strict=True):
            yield from ((glyph, anchor) for anchor in record.Mark2Anchor if anchor)


def _alef_beside(font: TTFont, whole: str) -> str:
    """Add the glyph of the alef in a lam-alef: a third of its width, taken from the whole."""
    alef = f"{whole}.alef"
    width = font["hmtx"].metrics[whole][0]
    _add(font, alef, _speck(font, whole), width // 3)
    font["hmtx"].metrics[whole] = (width - width // 3, 0)
    font["GDEF"].table.GlyphClassDef.classDefs[whole] = BASE
    return alef


def _add(font: TTFont, name: str, drawing: Any, width: int) -> None:
    """Add a glyph of one letter, the same thin or bold."""
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["glyf"].glyphs[name] = drawing
    font["hmtx"].metrics[name] = (width, 0)
    font["gvar"].variations[name] = []
    if font["HVAR"].table.AdvWidthMap:
        font["HVAR"].table.AdvWidthMap.mapping[name] = otTables.NO_VARIATION_INDEX
    font["GDEF"].table.GlyphClassDef.classDefs[name] = BASE


def _speck(font: TTFont, whole: str, begin: int = 0, width: int = 2048) -> Any:
    """Draw a speck within a stretch of the drawing of the whole, thin or bold. PDFium leaves a glyph out that draws nothing."""
    axis = font["fvar"].axes[0]
    drawings = [font.getGlyphSet(location={"wght": weight}) for weight in (axis.minValue, axis.maxValue)]
    for x in range(begin, begin + width, SPECK):
        for y in range(200, 2048, SPECK):
            corners = [(x, y), (x, y + SPECK), (x + SPECK, y + SPECK), (x + SPECK, y)]
            if all(_is_inside(glyphs, whole, corner) for glyphs in drawings for corner in corners):
                pen = TTGlyphPen(None)
                pen.moveTo(corners[0])
                for corner in corners[1:]:
                    pen.lineTo(corner)
                pen.closePath()
                return pen.glyph()
    message = f"{whole} draws nothing that would hide a speck."
    raise ValueError(message)


def _is_inside(glyphs: Any, name: str, place: tuple[int, int]) -> bool:
    pen = PointInsidePen(glyphs, place)
    glyphs[name].draw(pen)
    return bool(pen.getResult())


def _chained(font: TTFont, flag: int, *changes: dict[str, str]) -> Any:
    """Say that glyphs beside each other are replaced, each by its own."""
    lookups = font["GSUB"].table.LookupList.Lookup
    glyphs = font.getReverseGlyphMap(rebuild=True)
    table = otTables.ChainContextSubst()
    table.Format = 3
    table.BacktrackCoverage, table.LookAheadCoverage = [], []
    table.InputCoverage = [buildCoverage(change, glyphs) for change in changes]
    table.SubstLookupRecord = []
    for at, change in enumerate(changes):
        single = otTables.Lookup()
        single.LookupType, single.LookupFlag = 1, flag
        single.SubTable = [buildSingleSubstSubtable(change)]
        lookups.append(single)
        record = otTables.SubstLookupRecord()
        record.SequenceIndex, record.LookupListIndex = at, len(lookups) - 1
        table.SubstLookupRecord.append(record)
    return table


def _give_anchors(font: TTFont, alefs: dict[str, str]) -> None:
    """Give the marks of lam and of alef their places on the two glyphs."""
    glyphs = font.getReverseGlyphMap(rebuild=True)
    for lookup in font["GPOS"].table.LookupList.Lookup:
        if lookup.LookupType != OF_LIGATURES:
            continue
        [table] = lookup.SubTable
        anchors: dict[str, list[Any]] = {}
        for whole, attach in zip(table.LigatureCoverage.glyphs, table.LigatureArray.LigatureAttach, strict=True):
            lam, alef = attach.ComponentRecord
            anchors[alefs[whole]] = alef.LigatureAnchor
            anchors[whole] = copy.deepcopy(lam.LigatureAnchor)
            for anchor in anchors[whole]:
                anchor.XCoordinate -= font["hmtx"].metrics[alefs[whole]][0]
        base = otTables.MarkBasePos()
        base.Format, base.ClassCount = 1, table.ClassCount
        base.MarkCoverage, base.MarkArray = table.MarkCoverage, table.MarkArray
        base.BaseCoverage = buildCoverage(anchors, glyphs)
        base.BaseArray = otTables.BaseArray()
        base.BaseArray.BaseRecord = []
        for glyph in base.BaseCoverage.glyphs:
            record = otTables.BaseRecord()
            record.BaseAnchor = anchors[glyph]
            base.BaseArray.BaseRecord.append(record)
        lookup.LookupType, lookup.SubTable = OF_BASES, [base]
