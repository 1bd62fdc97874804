"""Words of queries that the press writes otherwise: spoken Arabic, names in other languages. Lists of this project, as modules of the browser."""

from __future__ import annotations

import json
from collections.abc import Iterator

from warraq.arabic.analysis.description import WORDS

from .contributions import folding


def _lines(name: str) -> Iterator[tuple[str, str]]:
    """Read what stands before and behind the sign of each line of `words/NAME.txt`."""
    for line in (WORDS / f"{name}.txt").read_text("utf-8").splitlines():
        plain = line.partition("#")[0]
        before, sign, behind = plain.partition(":" if ":" in plain else ">")
        if sign:
            yield before.strip(), behind.strip()


def _words(text: str) -> list[str]:
    """Give the words between commas."""
    return [word.strip() for word in text.replace("،", ",").split(",")]


def in_print(name: str) -> dict[str, list[str]]:
    """Give the words of `words/NAME.txt` as they are folded, each with what the press writes for it."""
    plain = folding()
    found: dict[str, list[str]] = {}
    for said, written in _lines(name):
        for word in _words(said):
            known = found.setdefault(" ".join(plain.tokens(word)), [])
            known += [other for other in _words(written) if other not in known]
    return found


def in_print_module(name: str) -> str:
    """Write what the press writes for the words of a list: loaded where a query may have one."""
    written = json.dumps(in_print(name), ensure_ascii=False, separators=(",", ":"))
    return f"// What the press writes for words of queries: words/{name}.txt.\nexport const {name} = {written};\n"


def asking_module() -> str:
    """Write the words that readers ask with in spoken Arabic (`words/asking.txt`), and which words `spoken.js` has."""
    plain = folding()
    made: dict[str, list[str]] = {kind: [] for kind in ("asking", "behind", "before", "first", "leading")}
    for kind, words in _lines("asking"):
        made[kind] += [token for word in _words(words) for token in plain.tokens(word)]
    made["known"] = list(in_print("spoken"))
    lines = [
        f'export const {name} = new Set("{" ".join(dict.fromkeys(found))}".split(" "));\n'
        for name, found in made.items()
    ]
    return "".join(
        ["// What readers ask with in spoken Arabic: words/asking.txt. Known: the words of spoken.js.\n", *lines]
    )
