"""
Every file dropped into tests/corpus/ is a test.

in-the-wild/     NAME.damaged.txt → NAME.repaired.txt, and NAME.doubts.txt with the words doubted, a line each (`rule: words`)
leave-alone/     NAME.txt: sound text that must not be touched, nor doubted
known-failures/  pairs that can't be mended yet; one that starts to pass must move to in-the-wild/
"""

from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from warraq.repair.changes import undo
from warraq.repair.repairing import repair

CORPUS = Path(__file__).parents[1] / "corpus"


def read(path: Path) -> str:  # bytes, so that neither Python nor git changes a line end
    return path.read_bytes().decode("utf-8", "surrogatepass")


def pairs(folder: str) -> list[ParameterSet]:
    return [pytest.param(p, id=p.name.partition(".")[0]) for p in sorted((CORPUS / folder).glob("*.damaged.txt"))]


def body(text: str) -> str:
    """Give the repaired text without a title that was made up for it."""
    document = repair(text).document
    return (document.text.partition("\n")[2] if document.title_inferred else document.text) + "\n"


def beside(path: Path, kind: str) -> Path:
    return path.with_name(path.name.replace(".damaged.", f".{kind}."))


@pytest.mark.parametrize("path", pairs("in-the-wild"))
def test_is_repaired_and_comes_back(path: Path) -> None:
    damaged = read(path)
    assert body(damaged) == read(beside(path, "repaired"))
    done = repair(damaged)
    assert undo(done.document.text, done.changes) == damaged
    if beside(path, "doubts").exists():
        doubted = [f"{d.rule}: {damaged[d.start : d.end]}" for d in done.doubts]
        assert doubted == read(beside(path, "doubts")).splitlines()


@pytest.mark.xfail(strict=True, reason="not mended yet")
@pytest.mark.parametrize("path", pairs("known-failures"))
def test_known_failure(path: Path) -> None:
    assert body(read(path)) == read(beside(path, "repaired"))


@pytest.mark.parametrize("path", sorted((CORPUS / "leave-alone").glob("*.txt")), ids=lambda p: p.stem)
def test_sound_text_is_neither_touched_nor_doubted(path: Path) -> None:
    text = read(path)
    assert body(text) == text
    assert repair(text).doubts == ()
