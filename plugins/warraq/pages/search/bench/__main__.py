"""`python -m warraq.pages.search.bench --corpus FILE --queries FILE`: the table, and one line that a machine can read."""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from . import sites
from .asking import OURS, PAGEFIND, Figures, ask, read_queries

MAKERS = {"ours": (sites.build_ours, OURS), "pagefind": (sites.build_pagefind, PAGEFIND)}


def build(name: str, corpus: Path, root: Path) -> tuple[float, float]:
    """Build a site in a process of its own; give the seconds, and the megabytes at the peak."""
    began = time.perf_counter()
    command = [
        sys.executable,
        "-m",
        "warraq.pages.search.bench",
        "--build",
        name,
        "--corpus",
        str(corpus),
        "--root",
        str(root),
    ]
    peak = subprocess.run(  # noqa: S603 - this program itself
        command, check=True, capture_output=True, text=True
    ).stdout
    return time.perf_counter() - began, int(peak) / 1024


def main() -> None:
    """Build both sites, ask both, print the figures."""
    parser = argparse.ArgumentParser(prog="python3 tasks.py bench search", description=__doc__)
    parser.add_argument(
        "--corpus", type=Path, required=True, help="JSON Lines, gzipped or not: source, date, title, text"
    )
    parser.add_argument("--queries", type=Path, help="JSON: kind, q, gold (lines of the corpus, from 0)")
    parser.add_argument("--only", choices=MAKERS, help="leave the other one out")
    parser.add_argument("--misses", action="store_true", help="list the queries that were not answered in full")
    parser.add_argument("--build", choices=MAKERS, help=argparse.SUPPRESS)
    parser.add_argument("--root", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    for given in filter(None, (options.corpus, options.queries)):
        if not given.is_file():
            parser.error(f"{given} is not a file.")
    if options.build:
        MAKERS[options.build][0](options.corpus, options.root)
        usage = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        print(max(resource.getrusage(who).ru_maxrss for who in usage))
        return
    queries = read_queries(options.queries) if options.queries else []
    found: dict[str, Figures] = {}
    for name in [options.only] if options.only else MAKERS:
        with tempfile.TemporaryDirectory() as folder:
            seconds, peak = build(name, options.corpus, Path(folder))
            articles = sum(1 for _ in sites.read_corpus(options.corpus))
            print(
                f"{name}: built {articles} articles in {seconds:.1f} s ({1000 * seconds / articles:.1f} ms each), {peak:.0f} MB at the peak"
            )
            if queries:
                found[name] = ask(Path(folder), queries, MAKERS[name][1])
    if found:
        print_table(found)
    if options.misses and "ours" in found:
        for kind, query, recall in found["ours"].misses:
            print(f"{recall:.2f}  {kind:16}{query}")
    if "ours" in found:
        recall, rank = found["ours"].mean()
        print(
            f"ours: recall@10 {recall:.3f} MRR {rank:.3f} cold_kb {found['ours'].cold_kb:.0f} warm_ms_p95 {found['ours'].p95:.0f}"
        )


def print_table(found: dict[str, Figures]) -> None:
    """Print the table."""
    print("".join(f"{cell:>22}" for cell in ("", *found)))
    rows = [("all", None), *((kind, kind) for kind in next(iter(found.values())).kinds)]
    for label, kind in rows:
        print(f"{label:>22}", *(f"{'{:.3f} / {:.3f}'.format(*figures.mean(kind)):>21}" for figures in found.values()))
    lines: dict[str, Callable[[Figures], str]] = {
        "KB cold, median": lambda f: f"{f.cold_kb:.0f}",
        "KB cold, most": lambda f: f"{max(f.cold_bytes) / 1024:.0f}",
        "KB warm, median": lambda f: f"{statistics.median(f.warm_bytes) / 1024:.0f}",
        "ms cold, median": lambda f: f"{statistics.median(f.cold):.0f}",
        "ms warm, median / p95": lambda f: f"{statistics.median(f.warm):.0f} / {f.p95:.0f}",
    }
    for label, figure in lines.items():
        print(f"{label:>22}", *(f"{figure(figures):>21}" for figures in found.values()))


if __name__ == "__main__":
    main()
