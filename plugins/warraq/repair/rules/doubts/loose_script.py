"""A piece of a style sheet or a program without the tags around it."""

from __future__ import annotations

from collections.abc import Iterator

from ...alphabet import LETTER
from ...engine import Certainty, Suspicion
from ...late import late
from .. import rule

STYLE = rf"[.#@A-Za-z][^{{}}\n;{LETTER}]{{0,80}}\{{[^{{}}{LETTER}]{{0,200}}(?:\{{[^{{}}{LETTER}]{{0,200}}\}}[^{{}}{LETTER}]{{0,80}}){{0,3}}\}}?"
PROGRAM = (
    rf"(?:function\s?\w*\s?\(|var \w+ ?=|let \w+ ?=|const \w+ ?=|document\.\w|window\.\w"
    rf"|\$\(|jQuery|googletag|adsbygoogle|gtag\()[^\n{LETTER}]{{0,200}}"
)
LOOSE = late(f"(?:{PROGRAM}|{STYLE})")
SIGNS = ("{", "document.", "window.", "var ", "let ", "const ", "$(", "jQuery", "googletag", "adsbygoogle", "gtag(")


@rule(
    reason="a piece of a style sheet or a program stands in the text",
    certainty=Certainty.DOUBTFUL,
    mends={
        "نص .vote { float: right; } هنا": ".vote { float: right; }",
        "var x = 5; نص": "var x = 5; ",
        "نص @media print { p { margin: 0 } } هنا": "@media print { p { margin: 0 } }",
    },
    leaves=["المجموعة {1، 2}", "السعر 5$ (تقريبا)"],
)
def loose_script(text: str) -> Iterator[Suspicion]:
    if any(sign in text for sign in SIGNS):
        for match in LOOSE.finditer(text):
            if match[0][-1] != "{" and ("{" not in match[0] or ":" in match[0] or "(" in match[0] or "=" in match[0]):
                yield Suspicion(*match.span())
