"""The papers on hosts: each command runs as its host would run it, and nginx sends the page of what isn't there."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
import tomllib
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
import yaml

from consumers.conftest import IN_AUDIT
from consumers.npm import absent
from project import ROOT
from publish.workflows import tasks

PAPERS = [pytest.param(ROOT / "docs" / name, id=name) for name in ("hosts.md", "hosts.ar.md")]
STUB = '#!/bin/sh\necho "$(basename "$0") $* | ${SITEURL:-}" >> "$STUB_LOG"\n'
NGINX = shutil.which("nginx") or "/usr/sbin/nginx"


def blocks(paper: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", paper.read_text("utf-8"), re.DOTALL)


def as_run(commands: list[str], given: dict[str, str], folder: Path) -> list[str]:
    """Run lines of a shell with the variables of a host; give each program with its words and the SITEURL that it was given."""
    folder.mkdir()
    for name in ("python3", "rsync", "mv"):
        (folder / name).write_text(STUB, "utf-8")
        (folder / name).chmod(0o755)
    log = folder / "log"
    environment = {"PATH": f"{folder}:{os.environ['PATH']}", "STUB_LOG": str(log), **given}
    for command in commands:
        subprocess.run(["sh", "-euc", command], env=environment, check=True)
    return log.read_text("utf-8").splitlines()


@pytest.mark.skipif(os.name == "nt", reason="the commands are of a POSIX shell")
@pytest.mark.parametrize("paper", PAPERS)
def test_each_command_builds_for_the_address_that_its_host_gives(paper: Path, tmp_path: Path) -> None:
    [gitlab], [netlify], [own] = blocks(paper, "yaml"), blocks(paper, "toml"), blocks(paper, "sh")
    [cloudflare] = re.findall(r"`(SITEURL=[^`]+)`", paper.read_text("utf-8"))
    job = yaml.safe_load(gitlab)["pages"]
    assert job["artifacts"]["paths"] == ["public"]
    build = tomllib.loads(netlify)["build"]
    assert build["publish"] == "output"
    build_there = "python3 tasks.py build --published | https://there.example"
    there = {"CI_PAGES_URL": "https://there.example"}
    assert as_run(job["script"], there, tmp_path / "gitlab") == [build_there, "mv output public | "]
    assert as_run([build["command"]], {"URL": "https://there.example"}, tmp_path / "netlify") == [build_there]
    built = "python3 tasks.py build --published | https://archive.example"
    assert as_run([cloudflare], {}, tmp_path / "cloudflare") == [built]
    first, second = as_run([own], {}, tmp_path / "own")
    assert first == built and second.startswith("rsync ")
    assert "build" in tasks()


@pytest.mark.parametrize("paper", PAPERS)
def test_every_python_that_it_names_is_one_that_the_tests_run_with(paper: Path) -> None:
    matrix = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text("utf-8"))["jobs"]["tests"]["strategy"][
        "matrix"
    ]
    tested = {*matrix["python"], *(more["python"] for more in matrix["include"])}
    text = paper.read_text("utf-8")
    named = set(re.findall(r'PYTHON_VERSION = "([\d.]+)"|PYTHON_VERSION` \| `([\d.]+)`|image: python:([\d.]+)', text))
    assert {version for several in named for version in several if version} == {"3.13"} <= tested


@pytest.mark.skipif(IN_AUDIT not in os.environ, reason="`python3 tasks.py audit` runs it")
@pytest.mark.parametrize("paper", PAPERS)
def test_nginx_answers_with_the_page_of_the_site_what_is_not_there_and_hides_the_lists(
    paper: Path, tmp_path: Path
) -> None:
    if not Path(NGINX).is_file():
        absent("nginx is not installed")
    root = tmp_path / "archive"
    root.mkdir()
    for name in ("404.html", "index.html", "_redirects", "redirects.nginx.conf"):
        (root / name).write_text(f"this is {name}", "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    [server] = blocks(paper, "nginx")
    server = server.replace("listen 80", f"listen 127.0.0.1:{port}").replace("/var/www/archive", str(root))
    user = "" if os.geteuid() else "user root;"  # else its workers may not read pytest's folders
    temporary = " ".join(
        f"{name}_temp_path {tmp_path}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    conf = tmp_path / "nginx.conf"
    conf.write_text(
        f"{user} pid {tmp_path}/pid; error_log {tmp_path}/error.log; daemon off; events {{}} http {{ access_log off; {temporary}\n{server}}}",
        "utf-8",
    )

    def answer(path: str) -> tuple[int, str]:
        for _ in range(200):
            try:
                with urlopen(f"http://127.0.0.1:{port}{path}") as found:
                    return found.status, found.read().decode()
            except HTTPError as error:
                return error.code, error.read().decode()
            except URLError:
                time.sleep(0.05)
        raise AssertionError((tmp_path / "error.log").read_text("utf-8"))

    with subprocess.Popen([NGINX, "-c", str(conf)]) as process:
        try:
            assert answer("/") == (200, "this is index.html")
            for path in ("/articles/none/", "/_redirects", "/redirects.nginx.conf"):
                assert answer(path) == (404, "this is 404.html")
        finally:
            process.terminate()
