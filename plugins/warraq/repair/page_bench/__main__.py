"""`python3 tasks.py bench pages`: make the labelled pages, read them, print how far that is right."""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path

from .articles import LANGUAGES
from .figures import Figures, beside, line
from .gold import LabelledPage
from .layouts import read_layouts
from .making import make_pages
from .reading import Reading, read, read_by_trafilatura
from .scoring import Score, score


def main(given: list[str] | None = None) -> int:
    """Print the table; 1 where a page can't be undone."""
    options = _options(given)
    made = list(make_pages(options.seed, options.language or LANGUAGES, options.layout or ()))
    if options.write:
        _write(options.write, made)
        return 0
    for reader in (read, read_by_trafilatura):
        reader(made[0])  # what a first page alone costs is not measured
    ours: dict[str, Figures] = defaultdict(Figures)
    peers: dict[str, Figures] = defaultdict(Figures)
    rows: list[tuple[LabelledPage, Reading, Score]] = []
    for page in made:
        reading = read(page)
        scored = score(page, reading)
        rows.append((page, reading, scored))
        groups = ("ours", f"  {page.language}", f"  {page.kind}", f"    {page.layout}")
        for group in groups:
            ours[group].add(reading, scored)
        if not options.alone:
            theirs = read_by_trafilatura(page)
            for group in groups:
                peers[group].add(theirs, score(page, theirs))
    _print(ours, peers, options)
    _print_worst(rows, options.worst)
    return int(any(reading.undone is False for _, reading, _ in rows))


def _options(given: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 tasks.py bench pages", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="which article stands in which layout, and which furniture")
    parser.add_argument("--language", action="append", choices=LANGUAGES)
    parser.add_argument("--layout", action="append", help="a name in tests/corpus/labelled/pages/layouts/")
    parser.add_argument("--layouts", action="store_true", help="a line for each layout as well")
    parser.add_argument("--worst", type=int, default=0, help="show so many pages that are wrong, of each figure")
    parser.add_argument("--alone", action="store_true", help="without trafilatura: half the time")
    parser.add_argument("--write", type=Path, help="write the pages and gold.jsonl into this folder, and stop")
    options = parser.parse_args(given)
    names = {layout.name for layout in read_layouts()}
    if unknown := [name for name in options.layout or () if name not in names]:
        parser.error(f"there is no layout {unknown[0]!r}: {', '.join(sorted(names))}")
    return options


def _print(ours: dict[str, Figures], peers: dict[str, Figures], options: argparse.Namespace) -> None:
    whole, peer = ours.pop("ours"), peers.pop("ours", Figures())
    print(line("ours", whole))
    if peer.scores:
        print(line("trafilatura", peer))
    languages = {f"  {language}" for language in LANGUAGES}
    for name in sorted(ours, key=lambda label: (label.startswith("    "), label not in languages, label)):
        if options.layouts or not name.startswith("    "):
            print(line(name, ours[name]) + (beside(peers[name]) if name in peers else ""))
    ratio = f", {whole.seconds / peer.seconds:.2f} × trafilatura's {peer.seconds:.1f}" if peer.seconds else ""
    print(f"{whole.seconds:.1f} CPU s{ratio}")


def _print_worst(rows: list[tuple[LabelledPage, Reading, Score]], most: int) -> None:
    articles = [r for r in rows if r[2].aside is None]
    shown = {
        "text": [
            (p, f"P {s.precision:.2f} R {s.recall:.2f} {r.aside}")
            for p, r, s in sorted(articles, key=lambda x: x[2].f or 0)
            if (s.f or 0) < 1
        ],
        "title": [(p, f"{r.title!r} for {p.gold.title!r}") for p, r, s in articles if not s.title_marks],
        "date": [
            (p, f"{r.day or 'none'} for {p.gold.day or 'none'}") for p, r, s in articles if s.day not in {"", "right"}
        ],
        "authors": [(p, f"{r.authors} for {p.gold.authors}") for p, r, s in articles if s.authors not in {"", "right"}],
        "source": [(p, f"{r.source!r} for {p.gold.source!r}") for p, r, s in articles if s.source is False],
        "left": [
            (p, f"{[u for u, is_left in zip(p.gold.unwanted, s.left, strict=False) if is_left]}")
            for p, r, s in articles
            if any(s.left)
        ],
        "not set aside": [(p, r.title) for p, r, s in rows if s.aside is False],
        "not undone": [(p, r.failed[:200]) for p, r, s in rows if r.undone is False],
        "not settled": [(p, "") for p, r, s in rows if r.settled is False],
    }
    for what, wrong in shown.items():
        for page, said in wrong[:most]:
            print(f"{what}: {page.name}: {said}")


def _write(folder: Path, made: list[LabelledPage]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "gold.jsonl").open("w", encoding="utf-8") as file:
        for page in made:
            (folder / page.name).write_bytes(page.data)
            known = {"file": page.name, "kind": page.kind, "language": page.language} | asdict(page.gold)
            file.write(json.dumps(known, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main())
