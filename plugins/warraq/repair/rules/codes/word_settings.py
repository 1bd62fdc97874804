"""
What Word keeps beside a text for itself, without the tags around it: `Normal 0 false false false EN-US X-NONE AR-SA`, `{mso-style-name:…}`.

Whoever pastes from Word into a web form gets it, and many a site took the tags out and left this. A style sheet that has nothing of Word's may
be what the text is about, and is doubted elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Certainty, Edit
from ...late import late
from .. import rule

QUICK = ("mso-", "Mso", "#VML", "ieooui", "false", "[if ", "[endif]")
LANGUAGE = r"(?:[A-Z]{2}-[A-Z]{2}|X-NONE|AR)(?![a-z])"
SETTINGS = late(
    r"(?<![A-Za-z])(?:Clean\s{0,9})?(?:Normal\s{0,9})?(?<![0-9])0\s{0,9}(?:[0-9.]{1,5}\s{0,9}(?:pt|cm|in)?\s{0,9}){0,4}"
    rf"(?:(?:false|true)\s{{0,9}}){{3}}(?:{LANGUAGE}\s{{0,9}}){{0,4}}(?:MicrosoftInternetExplorer4)?"
)
SELECTOR = (
    r"(?:@[a-z-]{3,20}(?:\s[\w:]{1,30})?|[A-Za-z0-9]{0,12}[.:#*\\][\w.:#*\\-]{0,60}"
    r"|(?:h[1-6]|p|a|li|ul|ol|div|span|table|td|tr|body)(?=\s{0,3}[,{]))"
)
SHEET = late(
    rf"(?:/\*[^*\n]{{1,60}}\*/\s{{0,9}})?(?:{SELECTOR}(?:[\s,]{{1,4}}|(?=\{{))){{0,20}}\{{[^{{}}]{{0,3000}}\}}"
)
"""A comment, what the styles are for, and the styles."""
OF_WORD = late(r"\bmso-|Mso[A-Z]|behavior:\s?url\(#(?:default#VML|ieooui)\)|WordSection\d")
COMMENT = late(r"/\* (?:Style|Font|List|Page) Definitions \*/")
CONDITION = late(
    r"(?:<!(?:--)?)?\[if [!a-z ]{0,12}(?:mso|vml|IE|support(?:EmptyParas|Lists|Fields|LineBreakNewLine|Footnotes|Annotations|MisalignedColumns))"
    r"[^\]\[\n]{0,20}\](?:--)?>?|(?:<!(?:--)?)?\[endif\](?:--)?>?"
)


@rule(
    reason="Word's own settings stood in the text",
    certainty=Certainty.CERTAIN,
    mends={
        "Normal 0 false false false EN-US X-NONE AR-SA MicrosoftInternetExplorer4 افتتح الرئيس": " افتتح الرئيس",
        '/* Style Definitions */ table.MsoNormalTable {mso-style-name:"جدول عادي"; mso-style-noshow:yes;} افتتح': " افتتح",
        "Normal\n0\n\nfalse\nfalse\nfalse\n\nEN-US\nX-NONE\nAR-SA\n\nافتتح": "\n\nافتتح",
        "v\\:* {behavior:url(#default#VML);} افتتح": " افتتح",
        "[if !supportEmptyParas] [endif]افتتح": " افتتح",
    },
    leaves=[
        "p { margin: 0 }",
        "الخاصية mso-style-name تخص Word",
        "the flags are false, false and true",
        "[if you will]",
        "قيمة 0 false",
    ],
    signs="{[s",
)
def word_settings(text: str) -> Iterator[Edit]:
    if not any(sign in text for sign in QUICK):
        return
    found = [(m.start(), m.start() + len(m[0].rstrip())) for m in SETTINGS.finditer(text)] if "false" in text else []
    if "{" in text:
        # One with a code of a forum within goes in the next round, once the code is out.
        found += [m.span() for m in SHEET.finditer(text) if "[" not in m[0] and OF_WORD.search(m[0])]
    if "/* " in text:
        found += [m.span() for m in COMMENT.finditer(text)]
    found += [m.span() for m in CONDITION.finditer(text)]
    at = 0
    for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
        if start >= at:
            yield Edit(start, end, "")
            at = end
