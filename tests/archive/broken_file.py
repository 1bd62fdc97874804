"""A broken article, and what is said of it: `line:column: field: what. What to do.` without its path."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Broken:
    """One file, and what is said of it (without its path)."""

    name: str
    data: bytes
    said: tuple[str, ...]


def in_utf8(text: str) -> bytes:
    return text.encode("utf-8")


def file(name: str, text: str, *said: str) -> Broken:
    return Broken(name, in_utf8(text), said)


def matter(name: str, front_matter: str, *said: str) -> Broken:
    """Make an article with this front matter below a good title and date; what is wrong begins on line 4."""
    return file(name, f"---\ntitle: x\ndate: 2024\n{front_matter}\n---\nنص.\n", *said)


def date(name: str, written: str, todo: str) -> Broken:
    return file(name, f"---\ntitle: x\ndate: {written}\n---\n", f"3:1: date: “{written}” is not a date. {todo}")


def reserved(key: str, advice: str) -> Broken:
    return matter(f"reserved {key}", f"{key}: x", f"4:1: {key}: This key is not used here. {advice}")
