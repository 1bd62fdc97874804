"""A copy of the project in a repository of its own, and its workflows' steps run there as a runner would."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import Quiet
from git_here import git
from project import ROOT

COPIED = ("tasks.py", "pelicanconf.py", "publishconf.py", "pyproject.toml", ".gitignore", ".gitattributes")
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
TASKS = re.compile(r"^python3? tasks\.py")


@dataclass(frozen=True)
class Step:
    """What came of one step."""

    code: int
    said: str


@dataclass(frozen=True)
class Runner:
    root: Path
    """The repository's working copy."""
    web: Path
    """What is served at `host`; the site stands below `archive/`."""
    host: str

    @classmethod
    def make(cls, folder: Path) -> Runner:
        if shutil.which("bash") is None or shutil.which("git") is None:
            pytest.skip("needs bash and git, as a runner has them")
        root, web = folder / "repository", folder / "web"
        for made in (root / "content/articles", web, folder / "bin", folder / "artifacts"):
            made.mkdir(parents=True)
        for name in COPIED:
            shutil.copy(ROOT / name, root / name)
        for name in ("plugins", "theme", ".github"):
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        (root / "content/site.yaml").write_text("name: أرشيف\n", encoding="utf-8")
        gh = folder / "bin/gh"
        gh.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{Path(__file__).with_name("fake_gh.py")}" "$@"\n')
        gh.chmod(0o755)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(web)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        runner = cls(root, web, f"http://127.0.0.1:{server.server_port}")
        subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", folder / "origin.git"], check=True)
        runner.git("init", "--quiet", "--initial-branch=main")
        runner.git("remote", "add", "origin", str(folder / "origin.git"))
        return runner

    @property
    def site_url(self) -> str:
        return f"{self.host}/archive"

    @property
    def site(self) -> Path:
        """What is published."""
        return self.web / "archive"

    @property
    def state(self) -> Any:
        """What was told to GitHub."""
        return json.loads((self.web.parent / "gh.json").read_text(encoding="utf-8"))

    def git(self, *words: str) -> str:
        return git(self.root, *words)

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "x")
        self.git("push", "--quiet", "--force", "origin", "HEAD:main")

    def clean(self) -> None:
        """Leave only what is committed, as the next job's machine has it."""
        self.git("reset", "--quiet", "--hard")
        self.git("clean", "-dfq")

    def files_of(self, branch: str) -> list[str]:
        return self.git("ls-tree", "-r", "--name-only", f"origin/{branch}").splitlines()

    def article(self, name: str, text: str) -> None:
        file = self.root / f"content/articles/{name}.md"
        file.write_text(text.format(name), encoding="utf-8")

    @contextmanager
    def changed(self, name: str, text: str | None) -> Iterator[None]:
        """Change or delete (None) an article for a while."""
        file = self.root / f"content/articles/{name}.md"
        before = file.read_bytes() if file.exists() else None
        if text is None:
            file.unlink()
        else:
            self.article(name, text)
        yield
        file.unlink(missing_ok=True)
        if before is not None:
            file.write_bytes(before)

    def deploy(self) -> None:
        """Publish what was built."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.copytree(self.root / "output", self.site)

    def steps(self, workflow: str, job: str, **context: str) -> list[Step]:
        """Run the steps of a job that are ours, up to the first that fails."""
        known = {
            "steps.pages.outputs.base_url": self.site_url,
            "needs.build.outputs.site_url": self.site_url,
            "github.token": "none",
            "github.repository": "someone/archive",
        } | context
        read = yaml.safe_load((self.root / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8"))
        done: list[Step] = []
        for step in read["jobs"][job]["steps"]:
            failed = bool(done) and any(each.code for each in done)
            if not wanted(step.get("if"), known, failed=failed):
                continue
            if "run" in step:
                given = {k: EXPRESSION.sub(lambda m: known[m[1]], v) for k, v in step.get("env", {}).items()}
                done.append(self.step(step["run"], given))
            else:
                self.carry(step["uses"], step.get("with", {}))
        return done

    def carry(self, action: str, given: dict[str, Any]) -> None:
        """Keep what a job hands over, or give it to the next."""
        artifacts = self.web.parent / "artifacts"
        if action.startswith("actions/upload-artifact@"):
            kept = artifacts / given["name"]
            shutil.rmtree(kept, ignore_errors=True)
            if (handed := self.root / given["path"]).exists():
                handed.rename(kept) if given.get("retention-days") == 1 else shutil.copytree(handed, kept)
        if action.startswith("actions/download-artifact@"):
            kept = artifacts / (given.get("name") or given["pattern"])
            assert kept.is_dir() or "name" not in given
            if kept.is_dir():
                shutil.copytree(kept, self.root / given["path"], dirs_exist_ok=True)

    def step(self, command: str, given: dict[str, str]) -> Step:
        """Run one command; the tasks file would make a .venv first, and the one of these tests serves as well."""
        python = f'"{sys.executable}" -m invoke'
        environment = (
            os.environ
            | given
            | {
                "CI": "true",
                "PATH": f"{self.web.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
                "FAKE_GH": str(self.web.parent / "gh.json"),
                "GITHUB_REPOSITORY": "someone/archive",
                "GITHUB_REF_NAME": "main",
                "GITHUB_RUN_ID": "77",
                "PYTHONUTF8": "1",
            }
        )
        environment.pop("PYTHONPATH", None)
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", TASKS.sub(lambda _: python, command)],
            cwd=self.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            text=True,
            encoding="utf-8",
        )
        return Step(done.returncode, done.stdout)


def wanted(condition: str | None, known: dict[str, str], *, failed: bool) -> bool:
    """Decide a step's `if`, as far as ours go: the state of the job, a name, or names compared with words, one of which holds."""
    if condition is None:
        return not failed
    if "!cancelled()" in condition:
        return True
    if "failure()" in condition:
        return failed
    for part in condition.split("||"):
        name, _, word = part.partition("==")
        value = known.get(name.strip(), "")
        if value == word.strip().strip("'") if word else value == "true":
            return not failed
    return False
