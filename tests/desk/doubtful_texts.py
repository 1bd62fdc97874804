"""Damaged texts of which rules doubt words, and what the archive has of them once they are repaired."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desk.conftest import Desk
from warraq.archive.concept import Vocabulary
from warraq.repair import plan
from warraq.repair.readers import read_original

TODAY = date(2026, 11, 23)
SENTENCES = ("وحضر القاضي القاضي إلى المدينة منذ شهر", "وزار الوفد القائد القائد في مقره مساء")
PEOPLE = ("المدير", "الكاتب", "الطبيب", "السفير", "المدرب", "النائب")


def damaged(number: int, sentence: str) -> str:
    words = " ".join(f"كلمة{number}x{n}" for n in range(12))
    return f"عنوان الخبر رقم {number}\n\nنشر في 8 نوفمبر 2023\n\nوصل الوفد إلى المدينة صباحا {words}.\n\n{sentence}.\n\nثم غادر الجميع بعد ذلك.\n"


def repaired(desk: Desk, name: str, text: str, kind: str = "txt") -> Path:
    """Put an original and what the rules make of it into the archive."""
    data = text.encode()
    planned = plan(read_original(f"{name}.{kind}", data), Vocabulary(), ())
    for folder, ending, made in (
        ("originals", kind, data),
        ("records", "json", planned.record.to_bytes()),
        ("articles", "md", planned.article),
    ):
        file = desk.content / folder / f"{name}.{ending}"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(made)
    return desk.content / "articles" / f"{name}.md"
