"""Mistakes of authors are shown right or refused, with their line and what to do."""

from __future__ import annotations

from edition.making import VOCABULARY, article, html, made
from warraq.archive.article import Annotation
from warraq.archive.reading_vocabulary import read_vocabulary
from warraq.edition import edition
from warraq.edition.links import resolve_links

PLACES = {"articles/y.md": "articles/آخر/", "images/خريطة.png": "images/خريطة.png", "articles/map.png": "x"}


def test_links_to_files_become_links_to_their_addresses() -> None:
    body = "[س]({filename}y.md#p2) ![خريطة]({static}/images/خريطة.png) [ش]({filename}/articles/y.md)"
    done = edition(article(body), None, None, VOCABULARY, PLACES)
    assert not done.problems
    page = resolve_links(html(done), lambda address: f"../../{address}")
    assert page == (
        '<p id="p1"><a href="../../articles/آخر/#p2">س</a> '
        '<img alt="خريطة" src="../../images/خريطة.png" loading="lazy"> <a href="../../articles/آخر/">ش</a></p>'
    )


def test_a_link_to_no_file_is_refused_with_its_line() -> None:
    done = edition(article("أول\n\nثان [س]({filename}z.md)"), None, None, VOCABULARY, PLACES)
    assert str(done.problems[0]) == (
        "content/articles/x.md:22:9: {filename}z.md leads to no file. "
        "Write the name of a file below content/articles/ or of one below content/."
    )


def test_a_link_in_a_note_is_resolved_or_refused_too() -> None:
    notes = [Annotation("أول", "[س]({filename}y.md)"), Annotation("ثان", "[س]({filename}z.md)")]
    done = edition(article("أول ثان", annotations=notes), None, None, VOCABULARY, PLACES)
    assert done.notes[0].html == '<a href="warraq:articles/آخر/">س</a>'
    assert [p.what.values["link"] for p in done.problems] == ["{filename}z.md"]


def test_a_footnote_that_nothing_refers_to_is_a_warning_with_its_line() -> None:
    [problem] = made("نص\n\n[^1]: حاشية").problems
    assert str(problem) == (
        "content/articles/x.md:22:1: Nothing in the text refers to the footnote [^1]. "
        "Write [^1] where it belongs, or delete the footnote."
    )
    assert problem.level == "warning"


def test_a_title_with_markup_is_text() -> None:
    done = made("نص", title="<script>alert(1)</script> «روسيا»")
    assert done.title_html.startswith("&lt;script&gt;alert(1)&lt;/script&gt; «<a ")


def test_an_author_cannot_dress_words_up_as_a_repair_nor_take_an_id() -> None:
    page = html(made('<ins class="repair" id="r1" style="x" onclick="y">س</ins>\n\n## باب {#p1 .repair}'))
    assert page == '<p id="p1"><ins>س</ins></p>\n<h2 id="heading-p1">باب</h2>'


def test_a_circle_of_broader_concepts_is_refused() -> None:
    file = (
        "A:\n  scheme: topic\n  pref_label: {ar: أ}\n  broader: [B]\n"
        "B:\n  scheme: topic\n  pref_label: {ar: ب}\n  broader: [C]\n"
        "C:\n  scheme: topic\n  pref_label: {ar: ج}\n  broader: [A]\n"
        "D:\n  scheme: topic\n  pref_label: {ar: د}\n  broader: [A, C]\n"
    )
    _, problems = read_vocabulary([("content/vocabulary/x.yaml", file.encode())])
    [problem] = problems
    assert str(problem) == (
        "content/vocabulary/x.yaml:4:3: A.broader: The concept is broader than itself: A → B → C → A. "
        "Take one of them out of broader:."
    )


def test_lists_nested_too_deeply_for_markdown_are_an_error_and_no_traceback() -> None:
    body = "\n".join("    " * depth + "- بند" for depth in range(300))
    [problem] = edition(article(body), None, None, VOCABULARY).problems
    assert problem.text().endswith(
        ": The text can't be read as Markdown: too many lists or quotations stand within one another. Indent its lines less."
    )
    assert edition(article("قال **بو**تين"), None, None, VOCABULARY).text.endswith(
        "قال بوتين"
    )  # the converter has forgotten the lists
