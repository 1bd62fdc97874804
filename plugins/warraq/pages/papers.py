"""Papers in `docs/` that are made from the code, one in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path


def paper_of(parts: Iterable[str], language: str) -> str:
    """Put the parts of a paper together, in the direction of its language."""
    text = "\n\n".join(parts) + "\n"
    return f'<div dir="rtl">\n\n{text}\n</div>\n' if language == "ar" else text


def write_papers(files: Mapping[str, str], paper: Callable[[str], str]) -> None:
    """Write each language's paper into its file."""
    for language, name in files.items():
        file = Path("docs", name)
        file.write_text(paper(language), encoding="utf-8", newline="\n")
        print(f"Written: {file.as_posix()}")
