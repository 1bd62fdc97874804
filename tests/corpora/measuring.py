"""
`warraq corpus` beside what others would do with the same rows in plain Dask: `python3 tasks.py bench corpus [--articles ROWS]`.

The rows are lines of this project's texts (`lines.py`), and made pages (`repair/page_bench/`), a tenth as many. Beside them stands a data frame
of Dask whose partitions are mended by ftfy, and of pages read by trafilatura before. Both read and write Parquet, with one worker; the figures
are processor seconds of all processes, their start among them. It needs ftfy and pandas, which Warraq does not: `pip install ftfy 'dask[dataframe]'`.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import count, islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEEDED = ("ftfy", "pandas", "trafilatura", "dask", "pyarrow")
ROWS = 5000
ROWS_OF_PAGE = 10
SEPARATE = 256
"""Rows of a row group, which is a partition of Dask's."""


def made_pages() -> Iterator[dict[str, str]]:
    """Yield rows with `html` and `url`, without end."""
    from warraq.repair.page_bench.making import make_pages

    for seed in count(1):
        for page in make_pages(seed):
            yield {"html": page.data.decode("utf-8", "replace"), "url": f"https://n.example/{seed}/{page.name}"}


def write(folder: Path, rows: int) -> dict[Path, int]:
    """Write the rows; give each file with how many it has."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    sys.path.insert(0, str(ROOT / "tests"))
    from corpora.lines import lines

    files = {folder / "texts.parquet": list(lines(rows))}
    files[folder / "pages.parquet"] = list(islice(made_pages(), max(1, rows // ROWS_OF_PAGE)))
    for file, found in files.items():
        pq.write_table(pa.Table.from_pylist(found), file, row_group_size=SEPARATE)
    return {file: len(found) for file, found in files.items()}


def peer(given: Path, out: Path) -> None:
    """Mend the rows in plain Dask, as its own manual shows."""
    import dask.dataframe as dd
    import ftfy
    import pandas as pd
    from distributed import Client

    is_page = given.stem == "pages"

    def mended(rows: pd.DataFrame) -> pd.DataFrame:
        import trafilatura

        texts = rows["html"].map(lambda page: trafilatura.extract(page) or "") if is_page else rows["text"]
        return pd.DataFrame({"url": rows["url"], "text": texts.map(ftfy.fix_text)})

    with Client(n_workers=1, threads_per_worker=1, dashboard_address=None):
        rows = dd.read_parquet(given, split_row_groups=True)
        rows.map_partitions(mended, meta={"url": "str", "text": "str"}).to_parquet(out)


def spent(*command: str | Path) -> float:
    """Run a program; give the processor seconds of all its processes, and end where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *command], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=ROWS, help="rows of text")
    rows = parser.parse_args().articles
    if lost := [name for name in NEEDED if find_spec(name) is None]:
        sys.exit(f"{', '.join(lost)}: not installed. {(__doc__ or '').strip().rpartition('. ')[2]}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for given, number in write(folder, rows).items():
            size = given.stat().st_size
            print(f"{given.stem}: {number} rows, {size / 1e6:.1f} MB of Parquet; load {os.getloadavg()[0]:.1f}")
            ours = spent("-m", "warraq", "corpus", given, folder / f"{given.stem}.out", "--workers", "1")
            theirs = spent(__file__, "--peer", given, folder / f"{given.stem}.peer")
            for who, seconds in (("warraq corpus", ours), ("plain Dask", theirs)):
                print(f"  {who}: {seconds:.1f} s, {number / seconds:.0f} rows a CPU second", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peer"]:
        peer(*map(Path, sys.argv[2:]))
    else:
        main()
