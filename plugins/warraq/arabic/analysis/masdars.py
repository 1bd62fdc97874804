"""
What the doing of a listed verb is called, and its passive, where the letters of its derived form say so.

The press writes «اغتيل», «يغتال» and «اغتيال» of one thing, and a reader asks for any of them. Of the simple verb, and of the second form, which
has the same letters, no rule tells: those stand in `words/masdars.txt` (Wright, A Grammar of the Arabic Language I, 110-118, 196-202).
"""

from __future__ import annotations

from collections.abc import Iterator

WEAK = "ىي"
OTHERS = frozenset({"محافظة"})
"""Masdars that newspapers hardly use as such: a province."""


def masdars(past: str) -> Iterator[str]:
    """Yield the masdars of a verb by its past as it is written, with its hamza."""
    first, last, size = past[0], past[-1], len(past)
    if size >= 4 and last in WEAK and first in "أا":
        yield f"{past[:-1].replace('أ', 'إ')}اء"  # أنهى إنهاء, اختفى اختفاء, استدعى استدعاء
    elif size == 4 and first == "أ" and past[2] != "ا":
        yield f"إ{past[1:3].replace('و', 'ي', past[1] == 'و')}ا{last}"  # أعلن إعلان, أوقف إيقاف
    elif size == 4 and first == "ا" and past[1] == "ت":
        yield f"ا{past[1:3]}ا{last}"  # اتهم اتهام
    elif size == 4 and first == "ا" and past[2] != "ا":
        yield f"{past}ا{last}"  # احتل احتلال, انضم انضمام
    elif size == 5 and first == "ا" and past[3] == "ا":
        yield f"{past[:3]}يا{last}"  # اغتال اغتيال, انهار انهيار
    elif size == 4 and past[1] == "ا" and first != "أ":
        made = f"م{past[:-1]}اة" if last in WEAK else f"م{past}ة"  # عانى معاناة, ناقش مناقشة
        if made not in OTHERS:
            yield made


def passives(past: str) -> Iterator[str]:
    """Yield the past of a verb's passive, where it is written otherwise than the active."""
    if len(past) == 4 and past[1] == "ا" and past[0] not in "أا" and past[-1] not in WEAK:
        yield f"{past[0]}و{past[2:]}"  # ناقش نوقش
    elif past[0] in "أا" and len(past) >= 4 and past[-2] == "ا":
        yield f"{past[:-2]}ي{past[-1]}"  # اغتال اغتيل, أقال أقيل, استعاد استعيد
