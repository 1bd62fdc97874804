"""The two archives that consumers read: that of tests/site/, and 100 articles of `demo` (`python3 tasks.py audit`)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import serving
from consumers.published import Published, published
from demo.archive import write
from project import Project

URL = "https://archive.test/w"
"""The address of these sites: what cites a page, or leads to it from elsewhere, states it whole."""
IN_AUDIT = "WARRAQ_CONSUMERS"
"""Set by `audit`: what is heavy runs too, and on 100 articles of `demo` besides."""


@dataclass(frozen=True)
class ReadSite:
    """A built site and what readers must find in it."""

    output: Path
    articles: list[Published]
    served: str
    """Where it is served, without a slash at the end."""
    url: str = URL


def read_project(project: Project) -> Iterator[ReadSite]:
    """Build and serve an archive under an address."""
    project.set(SITEURL=URL)
    built = project.build()
    assert built.returncode == 0, built.stdout
    server = serving(project.output)
    yield ReadSite(project.output, published(project.content, project.output, URL), next(server))
    next(server, None)


@pytest.fixture(scope="session", params=["site", "demo"] if os.environ.get(IN_AUDIT) else ["site"])
def read_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReadSite]:
    """Build an archive under an address, once a worker."""
    home = tmp_path_factory.mktemp(request.param)
    yield from read_project(Project.of_site(home) if request.param == "site" else write(Project(home), 100))
