"""What a host has published is read from its sitemap; a host that refuses has no empty one."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from project import Project
from warraq.press.former_sitemap import UnreadSitemapError, article_slug, published_addresses
from warraq.press.set_aside import set_aside


def sitemap(*addresses: str) -> bytes:
    locations = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{locations}</urlset>'.encode()


class Host(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status = int(self.path.strip("/"))
        self.send_response(status)
        self.end_headers()
        self.wfile.write(sitemap("https://a.example/", "https://a.example/articles/a/"))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library names it so
        pass


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("status", [404, 410])
def test_a_host_without_a_sitemap_has_never_published(host: str, status: int) -> None:
    assert published_addresses(f"{host}/{status}") == set()


@pytest.mark.parametrize("status", [403, 500, 503])
def test_a_host_that_refuses_has_no_empty_sitemap(host: str, status: int) -> None:
    with pytest.raises(UnreadSitemapError, match=f"HTTP {status}$"):
        published_addresses(f"{host}/{status}")


def test_a_sitemap_is_fetched(host: str) -> None:
    assert published_addresses(f"{host}/200") == {"", "articles/a/"}


def test_the_shortest_address_is_the_root_wherever_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "s.xml"
    file.write_bytes(
        sitemap("https://a.example/w/articles/%D8%A3/", " https://a.example/w/ ", "https://a.example/w/tags/w/")
    )
    assert published_addresses(str(file)) == {"articles/أ/", "", "tags/w/"}


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("articles/a/", "a"),
        ("articles/a", None),
        ("articles/a/compare/", None),
        ("articles/", None),
        ("tags/a/", None),
        ("x/articles/a/", None),
        ("", None),
    ],
)
def test_only_an_articles_own_address_has_its_slug(address: str, slug: str | None) -> None:
    assert (article_slug(address) or None) == slug


def test_only_broken_articles_that_were_never_published_are_set_aside(project: Project) -> None:
    for name, day in {"sound": "2024", "broken": "أمس", "cited": "أمس"}.items():
        project.article(name, date=day, title=name)
    project.write("originals/bad.txt", b"")
    project.write("originals/known.txt", b"")
    published = {"articles/cited/", "articles/known/", "tags/broken/"}
    moved = [file.relative_to(project.content).as_posix() for file, _ in set_aside(project.content, published)]
    assert moved == ["articles/broken.md", "originals/bad.txt"]
    assert sorted(f.name for f in (project.content / "articles").iterdir()) == ["cited.md", "sound.md"]
    aside = project.root / ".warraq/set-aside/content"
    assert (aside / "articles/broken.md").is_file()
    assert (aside / "originals/bad.txt").is_file()
