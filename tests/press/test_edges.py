"""Limits, order and edges of small parts: the zip, former sitemaps, the exchange, the terminal, the intake, the build's day."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from threading import Thread

import pytest
from rich.console import Console

from project import Project
from warraq.archive.article import Article
from warraq.archive.partial_date import PartialDate
from warraq.archive.problem import Level, Problem
from warraq.language import Message, message
from warraq.pages.decisions import is_public
from warraq.press import exchange
from warraq.press.bundle import pack
from warraq.press.checking import check_archive, problem_order
from warraq.press.day import build_day
from warraq.press.former_sitemap import UnreadSitemapError, article_slug, published_addresses
from warraq.press.intake import keep_original, repair_new, take_in
from warraq.press.set_aside import set_aside
from warraq.press.settings import settings_problems
from warraq.press.terminal import MANY_STEPS, progress

TODO = message("Delete it.")


def problem(number: int) -> Problem:
    return Problem("a.md", number, 0, "", Message("x", {}), TODO, Level.WARNING)


# The zip


def test_two_zips_of_one_folder_are_equal_and_hold_its_files_in_their_order(tmp_path: Path) -> None:
    folder = tmp_path / "bundle"
    for name in ("b.html", "a/index.html", "ب.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    pack(folder, tmp_path / "bundle.zip")
    first = (tmp_path / "bundle.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "bundle.zip") as packed:
        assert packed.namelist() == ["bundle/a/index.html", "bundle/b.html", "bundle/ب.html"]
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in packed.infolist()} == {zipfile.ZIP_DEFLATED}
        assert {info.external_attr >> 16 & 0o777 for info in packed.infolist()} == {0o644}
        assert packed.read("bundle/ب.html").decode() == "ب.html"
    (folder / "b.html").touch()
    pack(folder, tmp_path / "bundle.zip")
    assert (tmp_path / "bundle.zip").read_bytes() == first
    assert sorted(file.name for file in tmp_path.iterdir()) == ["bundle", "bundle.zip"]


# Former sitemaps


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


# The exchange


def test_only_an_interrupted_exchange_is_reported_as_finished(tmp_path: Path) -> None:
    output = tmp_path / "output"
    assert exchange.finish_interrupted(output) is False
    exchange.old(output).mkdir()
    assert exchange.finish_interrupted(output) is True
    exchange.new(output).mkdir()
    assert exchange.finish_interrupted(output) is False
    assert not exchange.new(output).exists()


def test_the_former_site_steps_aside_before_the_new_one_takes_its_place_and_is_put_aside_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "output"
    output.mkdir()
    exchange.new(output).mkdir()
    steps: list[str] = []
    rename = Path.rename

    def record(path: Path, target: Path) -> Path:
        steps.append(f"{path.name} → {target.name}")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", record)
    exchange.exchange(output)
    assert steps == ["output → output.old", "output.new → output", "output.old → output.spare"]


# The terminal


@pytest.mark.parametrize(("count", "printed"), [(MANY_STEPS - 1, ""), (MANY_STEPS, "Checking\n")])
def test_away_from_a_terminal_only_long_work_is_announced(
    capsys: pytest.CaptureFixture[str], count: int, printed: str
) -> None:
    tracked = progress(Message("Checking", {}), "en", Console(file=StringIO()))
    assert list(tracked(range(count), count)) == list(range(count))
    assert capsys.readouterr().out == printed


# What is published


def article(slug: str, **values: object) -> Article:
    return Article(f"content/articles/{slug}.md", slug, slug, "نص", 5, **values)  # type: ignore[arg-type]  # a test's own values


@pytest.mark.parametrize(
    ("values", "public"),
    [
        ({}, True),
        ({"status": "draft"}, False),
        ({"embargo": PartialDate(2027, 1, 15)}, True),
        ({"embargo": PartialDate(2027, 1, 16)}, False),
        ({"embargo": PartialDate(2027, 1)}, True),
        ({"embargo": PartialDate(2027, 2)}, False),
        ({"embargo": PartialDate(2027)}, True),
        ({"embargo": PartialDate(2026), "status": "draft"}, False),
    ],
)
def test_an_article_is_public_from_the_first_day_of_its_embargo_on(values: dict[str, object], public: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_public(article("a", **values), date(2027, 1, 15)) is public


def test_a_library_has_the_newest_first_the_undated_last_and_equal_days_by_their_slugs(project: Project) -> None:
    for slug, day in {"b": "2024-03-15", "a": "2024-03-15", "z": "2025", "u": "unknown", "t": "unknown"}.items():
        project.article(slug, title=slug, date=day)
    checked = check_archive(project.content, date(2027, 1, 15), repairing=False)
    assert [e.article.slug for e in checked.library("", date(2027, 1, 15)).editions] == ["z", "a", "b", "t", "u"]


def test_problems_stand_by_file_line_column_and_field() -> None:
    places = [("a", 0, 0, ""), ("a", 2, 9, ""), ("a", 10, 1, ""), ("a", 10, 1, "b"), ("a", 10, 2, ""), ("b", 1, 1, "")]
    problems = [Problem(*place, Message("x", {}), TODO) for place in reversed(places)]
    assert [(p.path, p.line, p.column, p.field) for p in sorted(problems, key=problem_order)] == places


@pytest.mark.parametrize(
    ("epoch", "day"), [("0", date(1970, 1, 1)), ("86399", date(1970, 1, 1)), ("86400", date(1970, 1, 2))]
)
def test_the_day_of_a_build_is_that_of_its_second_in_utc(epoch: str, day: date) -> None:
    assert build_day({"SOURCE_DATE_EPOCH": epoch}) == day


@pytest.mark.parametrize("epoch", ["x", "1.5", "9" * 30])
def test_a_day_that_is_not_a_number_of_seconds_ends_the_build(epoch: str) -> None:
    with pytest.raises(SystemExit, match="is not a number of seconds"):
        build_day({"SOURCE_DATE_EPOCH": epoch})


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("", False),
        ("https://a.example", False),
        ("http://a.example/w", False),
        ("a.example", True),
        ("ftp://a.example", True),
        ("https://", True),
        ("https://a.example/?x", True),
        ("https://a.example/#x", True),
    ],
)
def test_the_address_of_a_site_is_whole_and_has_no_query(address: str, wrong: bool) -> None:  # noqa: FBT001 - a row of the table
    theme = Path(__file__).parents[2] / "theme"
    assert bool(list(settings_problems({"SITEURL": address, "THEME": theme}))) is wrong


def test_a_changed_original_has_one_error_and_not_also_that_its_record_fails(project: Project) -> None:
    file = project.write("originals/a.txt", TEXT)
    repair_new(project.content)
    file.write_bytes(file.read_bytes().replace("ناجحا".encode(), "فاشلا".encode()))
    [problem] = check_archive(project.content, date(2027, 1, 15), repairing=False).errors
    assert "does not lead" not in str(problem.what)


# The intake

TEXT = "عنوان الخبر هنا\nقال الوزير إن الاجتماع كان ناجحا.\n"


def test_the_same_bytes_are_kept_once_wherever_they_stand(project: Project) -> None:
    kept = project.write("originals/old/a.txt", "نص")
    assert keep_original(project.content, "نص".encode(), "b.txt") == (kept, False)
    assert keep_original(project.content, "نس".encode(), "b.txt") == (project.content / "originals/b.txt", True)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("a.txt", "a-2.txt"),  # a.html has the article a.md
        ("A.HTM", "A-2.htm"),  # one file on some systems
        ("taken.txt", "taken-2.txt"),  # an article of that name is there
        ("c.docx", "c.txt"),
        ("خبر جديد.html", "خبر-جديد.html"),
    ],
)
def test_an_original_gets_a_name_of_its_own(project: Project, name: str, file: str) -> None:
    project.write("originals/a.html", "x")
    project.article("taken")
    kept, is_new = keep_original(project.content, b"data", name)
    assert (kept.name, is_new) == (file, True)
    assert kept.read_bytes() == b"data"


def test_a_second_original_of_one_name_gets_the_next_number(project: Project) -> None:
    names = [keep_original(project.content, bytes([65 + number]), "a.txt")[0].name for number in range(4)]
    assert names == ["a.txt", "a-2.txt", "a-3.txt", "a-4.txt"]


def repaired(*names: str) -> list[str]:
    return [f"content/articles/{name}.md" for name in names]


def test_an_intake_repairs_all_or_one_or_all_but_some(project: Project) -> None:
    for name in "abcd":
        project.write(f"originals/{name}.txt", TEXT.replace("هنا", name))
    assert [new.display_path for new in repair_new(project.content, only="b.txt").new] == repaired("b")
    assert [new.display_path for new in repair_new(project.content, but={"c.txt"}).new] == repaired("a", "d")
    assert [new.display_path for new in repair_new(project.content).new] == repaired("c")
    assert repair_new(project.content).new == ()


def test_an_error_elsewhere_does_not_stop_an_intake(project: Project) -> None:
    project.article("x", date="أمس")
    project.write("originals/a.txt", TEXT)
    taken = repair_new(project.content)
    assert [new.display_path for new in taken.new] == repaired("a")
    assert taken.problems == ()


def test_an_unreadable_text_is_refused_and_not_kept(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(b"")
    assert take_in(project.content, str(file), "en") == 1
    assert "content/originals/bad.txt" in capsys.readouterr().err
    assert not (project.content / "originals/bad.txt").exists()


def test_a_new_text_is_repaired_and_the_same_again_is_recognised(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, "utf-8")
    assert take_in(project.content, str(file), "en") == 0
    first = capsys.readouterr().out
    assert first.startswith("Repaired a.txt: ")
    assert take_in(project.content, str(file), "en") == 0
    assert capsys.readouterr().out.startswith("This text is there already: ")
    assert [f.name for f in (project.content / "originals").iterdir()] == ["a.txt"]


# Setting aside


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
