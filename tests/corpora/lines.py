"""
Lines for measuring, of the texts of this project: `python3 tests/corpora/lines.py ROWS > FILE.jsonl`.

Each text is put together from damaged and sound passages of `tests/corpus`, with a number of its own, to about 480 bytes of JSON. One of twenty is
nearly an earlier one. The same number of rows gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

CORPUS = Path(__file__).parents[1] / "corpus"
FOLDERS = ("in-the-wild", "leave-alone", "labelled")
BYTES = 300
"""Of a text, about."""
REMEMBERED = 500


def passages() -> list[str]:
    """Give paragraphs of the damaged and the sound texts, cut where they are long."""
    files = sorted(file for folder in FOLDERS for file in (CORPUS / folder).glob("*.txt"))
    found = []
    for file in files:
        if file.name.endswith((".repaired.txt", ".doubts.txt")):
            continue
        for paragraph in file.read_text("utf-8", errors="replace").split("\n"):
            words = paragraph.split(" ")
            found += [" ".join(words[at : at + 24]) for at in range(0, len(words), 24)]
    return [passage for passage in found if len(passage) > 20]


def lines(rows: int) -> Iterator[dict[str, str]]:
    """Yield rows with `text` and `url`."""
    random, of = Random(19), passages()
    before: list[str] = []
    for number in range(rows):
        if before and random.random() < 1 / 20:
            text = f"{random.choice(before)} {random.choice(('خاص', 'عاجل', 'new'))}"
        else:
            parts: list[str] = []
            while sum(len(part.encode()) for part in parts) < BYTES:
                parts.append(random.choice(of))
            day = f"{random.randint(1, 28)}/{random.randint(1, 12)}/20{random.randint(10, 24)}"
            text = "\n\n".join([*parts, f"نشر في {day} برقم {number}"])
            before = [*before[-REMEMBERED:], text]
        yield {"text": text, "url": f"https://n{number % 40}.example/{number}"}


if __name__ == "__main__":
    for row in lines(int(sys.argv[1])):
        sys.stdout.buffer.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
