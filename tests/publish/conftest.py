"""The archive of this room, built once for each place where it can stand."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest

import programs
from conftest import Quiet
from project import ROOT, Project
from publish.archive import fill


@dataclass(frozen=True)
class Stood:
    """A site that can be visited."""

    url: str
    """Of its home, with `/` at the end."""
    folder: Path


@pytest.fixture(scope="session", params=["/", "/warraq-أرشيف/"], ids=["root", "subpath"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stood]:
    """Serve the archive where its SITEURL says."""
    root = tmp_path_factory.mktemp("served")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    host = f"http://127.0.0.1:{server.server_port}"
    path = request.param
    project = fill(Project.empty(tmp_path_factory.mktemp("archive")))
    site_url = f"{host}{quote(path)}".rstrip("/")
    with (project.root / "settings.py").open("a", encoding="utf-8") as settings:
        settings.write(f"SITEURL = {site_url!r}\n")
    built = project.build()
    assert built.returncode == 0, built.stdout
    project.output.rename(root / path.strip("/") if path != "/" else root / "x")
    if path == "/":
        for inside in (root / "x").iterdir():
            inside.rename(root / inside.name)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Stood(f"{site_url}/", root / path.strip("/"))
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Stood:
    """Make the archive a bundle on a disk."""
    project = fill(Project.empty(tmp_path_factory.mktemp("disk")))
    environment = project.environment(PYTHONPATH=str(ROOT / "plugins"))
    programs.run(
        "warraq.press.bundle", "--settings", "settings.py", cwd=project.root, env=environment
    ).check_returncode()
    return Stood((project.root / "bundle").as_uri() + "/", project.root / "bundle")
