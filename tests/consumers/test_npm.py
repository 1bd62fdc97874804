"""Programs of npm are asked for, and their absence is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from consumers import npm


def test_a_program_that_fails_is_told_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(npm.NoNpmError, match=r"(?s)python3 -c .* failed:\n.*no such thing"):
        npm.run("python3", "-c", "raise SystemExit('no such thing')", cwd=tmp_path)


def test_an_absent_consumer_fails_in_a_runner_and_is_told_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match="NOT RUN: no npm"):
        npm.absent("no npm")
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="NOT RUN: no npm"):
        npm.absent("no npm")
