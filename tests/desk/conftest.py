"""An archive to import into: it has the vocabulary of this project, and no articles."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from press.running import of_review, running
from warraq.desk.review.answering import Review
from warraq.desk.review.open_items import OpenItems

ROOT = Path(__file__).parents[2]


class Desk:
    """A project in a folder of its own, and the commands of the desk run in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ROOT / "content" / "vocabulary", root / "content" / "vocabulary")
        (root / "content" / "site.yaml").write_text("name: أرشيف التجربة\nlanguage: en\n", "utf-8")

    @property
    def content(self) -> Path:
        return self.root / "content"

    def start(self, module: str, *arguments: str) -> subprocess.Popen[str]:
        environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONUTF8": "1"}
        return subprocess.Popen(
            [sys.executable, "-m", "warraq", f"desk.{module}", *arguments],
            cwd=self.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(self, module: str, *arguments: str, code: int = 0, errors_too: bool = False) -> str:
        """Run a command in this process (a new one takes a second to start); give its output, with errors if it fails or they are asked for."""
        main = importlib.import_module(f"warraq.desk.{module}.__main__").main
        out, errors = io.StringIO(), io.StringIO()
        with (
            contextlib.chdir(self.root),
            mock.patch.object(sys, "argv", [module, *arguments]),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(errors),
        ):
            assert main() == code, errors.getvalue()
        return out.getvalue() + (errors.getvalue() if code or errors_too else "")

    def article(self, name: str, text: str) -> Path:
        file = self.content / "articles" / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
        return file


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "project").mkdir()
    return Desk(tmp_path / "project")


@pytest.fixture
def review_items(desk: Desk) -> OpenItems:
    return OpenItems.of(desk.content)


@pytest.fixture
def served_review(desk: Desk) -> Iterator[str]:
    """Give the address of the review page of a server that runs."""
    with running(of_review(Review(desk.root))) as server:
        yield f"{server.url}/review/"
