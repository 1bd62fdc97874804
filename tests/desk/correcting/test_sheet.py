"""A table of corrections is read by a limit of its own, which nobody else feels."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from warraq.desk.correcting.decoded import NoSheetError
from warraq.desk.correcting.sheet import read_sheet


def test_the_limit_of_cells_is_that_of_others_again(tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    (tmp_path / "a.csv").write_text(f"file,title\na,{'ط' * (limit + 1)}\n", "utf-8")
    assert len(read_sheet(tmp_path / "a.csv").rows[1][1][1]) == limit + 1
    assert csv.field_size_limit() == limit
    (tmp_path / "b.csv").write_text('file,title\na,"ط\n', "utf-8")
    with pytest.raises(NoSheetError):
        read_sheet(tmp_path / "b.csv")
    assert csv.field_size_limit() == limit
