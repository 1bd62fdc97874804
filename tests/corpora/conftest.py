"""A cluster within this process for the tests of corpora, and a package whose rule ends processes."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

NEEDED = ("dask", "distributed", "pyarrow", "fastwarc", "rensa", "warcio")
Corpus = Callable[..., int]
MISSING = [name for name in NEEDED if find_spec(name) is None]
LACKS = f"{', '.join(MISSING)}: not installed; requirements-dev.txt has them"


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Pass over tests whose modules can't be imported here; `test_needed.py` says so."""
    return True if MISSING and collection_path.name not in ("test_needed.py", "test_words.py") else None


@pytest.fixture(autouse=True)
def language_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give back the language of messages: `--lang` sets it for all that a command starts."""
    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")


@pytest.fixture(scope="session")
def scheduler() -> Iterator[str]:
    """Give the address of a scheduler in this process, with two workers that are threads."""
    from distributed import LocalCluster

    from warraq.corpus.piece_work import end_row_processes

    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=False,
        dashboard_address="127.0.0.1:0",
        protocol="tcp://",
        memory_limit=0,
    ) as cluster:
        yield str(cluster.scheduler_address)
        end_row_processes()


@pytest.fixture
def corpus(scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """Run the command on the cluster of the tests, in small pieces; all words but the scheduler are given."""
    from warraq.corpus import command, groups, pieces

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pieces, "MOST_ROWS", 7)
    monkeypatch.setattr(groups, "MOST_ROWS", 20)
    return lambda *words: command.main([*words, "--scheduler", scheduler, "--lang", "en"])


POISON = '''
"""A rule that ends the process of a text which asks for it."""

import os

from warraq.repair import Certainty, rule


@rule(reason="a text may ask for the worst", certainty=Certainty.CERTAIN, mends={}, stage="letters")
def poison(text):
    if "POISON kill" in text:
        os._exit(3)
    while "POISON loop" in text:
        pass
    if "POISON memory" in text:
        bytearray(30_000_000_000)
    if "POISON mistake" in text:
        raise LookupError(text)
    return iter(())
'''


@pytest.fixture
def poison(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Install a package with a rule that ends processes; give the name of its entry point."""
    home = tmp_path / "installed"
    info = home / "poison-1.0.dist-info"
    info.mkdir(parents=True)
    (home / "poison_of_tests.py").write_text(POISON, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: poison\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[warraq.rules]\npoison = poison_of_tests:poison\n", "utf-8")
    monkeypatch.syspath_prepend(str(home))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(home), *filter(None, [os.environ.get("PYTHONPATH")])]))
    importlib.invalidate_caches()
    return "poison"
