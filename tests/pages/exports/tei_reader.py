"""
What a scholar writes to have the texts of a TEI document again; `docs/scholars.md` shows it, and asks this file.

Nothing of Warraq is needed, and no knowledge of it but the two sentences of its header: the text of `<text>`, without `note`, `sic` and
`figure`, is T; the text of `<sourceDoc>` is O; `<g>` stands for the character that `<charDecl>` names.
"""

from __future__ import annotations

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
NOT_TEXT = {f"{TEI}note", f"{TEI}sic", f"{TEI}figure"}


def texts(document: bytes) -> tuple[str, str | None]:
    """Give T and O of a document; None where it has no original."""
    root = etree.fromstring(document, etree.XMLParser(huge_tree=True))
    signs = {
        char.get(ID): chr(int(char.findtext(f"{TEI}mapping", "").removeprefix("U+"), base=16))
        for char in root.iter(f"{TEI}char")
    }

    def words(element: etree._Element) -> str:
        if element.tag in NOT_TEXT:
            return ""
        if element.tag == f"{TEI}g":
            return signs[element.get("ref", "")[1:]]
        return (element.text or "") + "".join(words(child) + (child.tail or "") for child in element)

    text, source = root.find(f"{TEI}text"), root.find(f"{TEI}sourceDoc")
    assert text is not None
    return words(text), None if source is None else words(source)
