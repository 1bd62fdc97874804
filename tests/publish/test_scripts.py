"""
Nothing that a text brings along runs: on no page, in no file that is opened by itself, in no tool.

`attacked.py` puts every attack into every place where a text may stand. A tab that ignores the policies of pages looks whether anything
of them became more than text; a tab that obeys them, whether the policies had anything to forbid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from press.running import of_review, of_site, running
from publish.attacked import GROUPS, TOGETHER, VECTORS, Attacked, attacked_site
from publish.more_vectors import MUTATIONS, STYLES
from publish.vectors import TAGS
from publish.visitor import Visitor, visitor
from warraq.archive.problem import Problem
from warraq.desk.importing.import_decisions import ImportDecision, ImportStatus
from warraq.desk.importing.inspection import Inspection, StoredMessage
from warraq.desk.importing.outcome import Outcome
from warraq.desk.importing.report import report_page
from warraq.desk.importing.same_texts import Match
from warraq.desk.review.answering import PREFIX, Review
from warraq.language import message
from warraq.press.serving import BuildState

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
MANY = 1 if TOGETHER > 31 else 3
"""Pages and files of each kind that are opened, beside all articles and concepts."""


@dataclass
class Served:
    """The attacked archive under `serve` and `review`."""

    attacked: Attacked
    state: BuildState
    site: str
    review: str


@pytest.fixture
def unguarded(chromium: Browser) -> Iterator[Visitor]:
    """Open a tab that ignores the pages' policies: only the absence of a script can stop it here."""
    yield from visitor(chromium, bypass=True)


@pytest.fixture
def guarded(chromium: Browser) -> Iterator[Visitor]:
    yield from visitor(chromium, bypass=False)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    attacked = attacked_site(tmp_path_factory.mktemp("attacked"))
    state = BuildState(attacked.project.output, "ar")
    with ExitStack() as stack:
        site = stack.enter_context(running(of_site(attacked.project.output, state)))
        review = stack.enter_context(running(of_review(Review(attacked.project.root))))
        yield Served(attacked, state, f"{site.url}/", f"{review.url}{PREFIX}")


def is_page(address: str) -> bool:
    return address == "" or address.endswith(("/", ".html"))


def some_of_each(addresses: tuple[str, ...], number: int, kind: Callable[[str], str]) -> list[str]:
    kinds: dict[str, list[str]] = {}
    for address in addresses:
        kinds.setdefault(kind(address), []).append(address)
    return [address for alike in kinds.values() for address in alike[:number]]


def kind_of_page(address: str) -> str:
    """Give the folder, and how deep in it: an article and its original side by side are two kinds."""
    return f"{address.split('/', maxsplit=1)[0]} {address.count('/')}"


def pages_of(served: Served, number: int) -> list[str]:
    # A permanent address leads on at once, to a page that is looked at.
    pages = (a for a in served.attacked.addresses if is_page(a) and not a.startswith("a/"))
    return some_of_each(tuple(pages), number, kind_of_page)


def files_of(served: Served, number: int) -> list[str]:
    files = (a for a in served.attacked.addresses if not is_page(a) and not a.startswith("search/"))
    return some_of_each(tuple(files), number, lambda a: f"{a.split('/')[0]} {a.rpartition('.')[2]}")


def test_there_are_at_least_200_attacks() -> None:
    assert len(set(VECTORS)) == len(VECTORS) >= 240


def test_nothing_of_a_text_runs_under_serve_even_without_the_policy(served: Served, unguarded: Visitor) -> None:
    articles = [a for a in served.attacked.addresses if is_page(a) and a.startswith(("articles/", "concepts/"))]
    unguarded.look_at_each([served.site + quote(a) for a in dict.fromkeys(articles + pages_of(served, MANY))])
    assert unguarded.looked_at >= 4 * len(GROUPS)
    unguarded.saw_nothing_run()


def test_nothing_runs_from_a_disk(served: Served, unguarded: Visitor) -> None:
    output = served.attacked.project.output
    some = pages_of(served, MANY)[:: 4 - MANY]
    inside = [a + "index.html" if a == "" or a.endswith("/") else a for a in some]
    unguarded.look_at_each([(output / file).as_uri() for file in inside])
    unguarded.saw_nothing_run()


def test_the_policies_have_nothing_to_forbid(served: Served, guarded: Visitor) -> None:
    guarded.look_at_each([served.site + quote(a) for a in pages_of(served, MANY)])
    guarded.saw_nothing_run()


def test_no_file_of_data_runs_where_it_is_opened(served: Served, unguarded: Visitor) -> None:
    output = served.attacked.project.output
    files = files_of(served, MANY)
    assert {"bib", "csv", "gz", "json", "jsonld", "ris", "txt", "xml"} <= {f.rpartition(".")[2] for f in files}
    opened = 0
    for address in [*(served.site + quote(f) for f in files), *((output / f).as_uri() for f in files)]:
        try:
            unguarded.page.goto(address)
        except Exception as error:
            if "Download is starting" in str(error) or "ERR_ABORTED" in str(error):
                continue
            raise
        assert unguarded.page.evaluate("[window.ran, document.scripts?.length || 0]") == [None, 0], address
        opened += 1
    assert opened >= len(files)
    unguarded.saw_nothing_run()


def test_nothing_runs_in_the_search_and_nothing_of_an_address(served: Served, unguarded: Visitor) -> None:
    page = unguarded.page
    page.goto(f"{served.site}search/?q={quote('الكلمة')}")
    page.wait_for_selector("[data-results] li")
    unguarded.look("results")
    for group in GROUPS:
        page.fill("[data-search-page] input", f"الكلمة {' '.join(group)}")
        page.keyboard.press("Enter")
        page.wait_for_timeout(50)
        unguarded.look(f"the question {group}")
    keys = ("q", "sort", "page", "source", "tag", "year")
    for first in range(0, len(VECTORS) - len(keys), 60):
        asked = "&".join(f"{key}={quote(VECTORS[first + n])}" for n, key in enumerate(keys))
        page.goto(f"{served.site}search/?{asked}#{quote(VECTORS[first])}")
        page.wait_for_timeout(50)
        unguarded.look(asked)
    page.goto(f"{served.site}articles/vector-0/?mark={quote(VECTORS[0])}")
    page.evaluate("vectors => { for (const each of vectors) location.hash = each; }", VECTORS)
    unguarded.look("the hash")
    unguarded.saw_nothing_run()


def test_nothing_runs_in_the_review(served: Served, unguarded: Visitor) -> None:
    page = unguarded.page
    page.goto(served.review)
    page.wait_for_selector("#item:not([hidden])")
    seen = 0
    while page.is_visible("#item"):
        unguarded.look("the review", own=1)
        page.keyboard.press("f")
        page.keyboard.press("Escape")
        page.keyboard.press("s")
        seen += 1
    assert seen >= len(GROUPS)
    unguarded.saw_nothing_run()


def test_nothing_runs_in_the_error_of_a_build(served: Served, unguarded: Visitor) -> None:
    served.state.error = "\n".join(VECTORS)
    try:
        unguarded.page.goto(f"{served.site}{quote(TAGS[0])}/")
        # The page asks whether it still stands, and is loaded anew once it does not.
        assert VECTORS[0] in unguarded.page.inner_text("pre")
        unguarded.look("the error")
    finally:
        served.state.error = None
    unguarded.saw_nothing_run()


def test_nothing_runs_in_the_report_of_an_import(tmp_path: Path, unguarded: Visitor) -> None:
    """Names of files, titles, pictures and rows of the table come from the folder that is imported."""
    outcomes = []
    for number, vector in enumerate(VECTORS):
        status = list(ImportStatus)[number % len(ImportStatus)]
        why = StoredMessage.of(message("{value}", value=vector)) if status is ImportStatus.SET_ASIDE else None
        match = list(Match)[number % len(Match)]
        outcomes.append(
            Outcome(
                ImportDecision(vector, status, vector, vector, same_as=vector, match=match, similar_to=vector),
                Inspection(
                    vector,
                    vector,
                    why,
                    title=vector,
                    doubts=1,
                    pictures_rejected=((vector, StoredMessage.of(message("x"))),),
                ),
            )
        )
    rows = [Problem(vector, 1, 0, "", message("{value}", value=vector), message("x")) for vector in VECTORS]
    file = tmp_path / "import-report.html"
    file.write_text(report_page(TAGS[0], outcomes, rows, "ar"), "utf-8", errors="replace")
    unguarded.page.goto(file.as_uri())
    assert unguarded.page.locator("tr").count() >= 2 * len(VECTORS)
    unguarded.look("the report", own=1)
    unguarded.saw_nothing_run()


def raw(vector: str, policy: str) -> str:
    return f'<!doctype html><meta charset=utf-8>{policy}<body>{vector}<a href="#"></a></body>'


def test_the_attacks_are_real_and_the_policy_alone_stops_them_too(
    served: Served, guarded: Visitor, tmp_path: Path
) -> None:
    """Unescaped in a page, many attacks run; under our policy none does."""
    page = (served.attacked.project.output / "index.html").read_text(encoding="utf-8")
    found = re.search('<meta http-equiv="?Content-Security-Policy.*?>', page)
    assert found
    attacks = [*TAGS, *MUTATIONS, *STYLES]

    def running_of(policy: str) -> set[str]:
        """Each in a frame of its own; one of the page itself may end it, and is left out."""
        (tmp_path / "raw.html").write_text("<!doctype html><meta charset=utf-8><body>", "utf-8")
        guarded.page.goto((tmp_path / "raw.html").as_uri())
        ran: list[bool] = guarded.page.evaluate(
            """async texts => {
              const frames = texts.map(text => Object.assign(document.createElement('iframe'), {srcdoc: text}));
              document.body.append(...frames);
              const ran = () => frames.map(frame => { try { return frame.contentWindow.ran === 1 } catch { return false } });
              for (let before = -1, now = 0; before < now; now = ran().filter(Boolean).length) {
                before = now;
                await new Promise(done => setTimeout(done, 1500));
              }
              return ran();
            }""",
            [raw(vector, policy).encode("utf-8", "replace").decode() for vector in attacks],
        )
        return {vector for vector, it in zip(attacks, ran, strict=True) if it}

    assert len(running_of("")) >= 50
    assert running_of(found[0]) == set()
