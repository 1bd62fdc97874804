"""A decision on a name is written into the vocabulary, the rest of its files stays, and it is taken back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from desk.conftest import Desk
from desk.naming.test_names_command import article
from press.running import of_review, running
from project import hashes
from theme.accessibility import violations
from warraq.arabic.romanised import romanised
from warraq.archive.concept import Scheme
from warraq.archive.problem import WrongValueError
from warraq.archive.reading_vocabulary import read_vocabulary, vocabulary_in
from warraq.desk.naming.concept_text import with_names
from warraq.desk.naming.deciding import Deciding
from warraq.desk.naming.suggested_id import suggested_id
from warraq.desk.review.answering import Review
from warraq.desk.review.name_answers import NameAnswers

TODAY = date(2026, 11, 27)
PREF = "A:\n  scheme: person\n  pref_label: {ar: فهد}\n"
ALT = f"{PREF}  alt_labels:\n    ar:"
OTHER = "B:\n  scheme: place\n  pref_label: {ar: زمرديا}\n"
BLOCK = "A:\n  pref_label:\n    ar: فهد # لماذا\n"
HELD = [  # how the names of a concept are written, and how with one more
    (PREF, f"{PREF}  alt_labels: {{ar: [سالم]}}\n"),
    (PREF.rstrip("\n"), f"{PREF}  alt_labels: {{ar: [سالم]}}\n"),
    (f"{BLOCK}  scheme: person\n", f"{BLOCK}  alt_labels: {{ar: [سالم]}}\n  scheme: person\n"),
    (f"{PREF}  alt_labels: {{en: [Fahd]}}\n", f"{PREF}  alt_labels: {{ar: [سالم], en: [Fahd]}}\n"),
    (f"{PREF}  alt_labels: {{}}\n", f"{PREF}  alt_labels: {{ar: [سالم]}}\n"),
    (f"{PREF}  alt_labels:\n    en: [Fahd]\n", f"{PREF}  alt_labels:\n    ar: [سالم]\n    en: [Fahd]\n"),
    (f"{ALT} [فهدان] # لماذا\n", f"{ALT} [فهدان, سالم] # لماذا\n"),
    (f"{ALT} []\n", f"{ALT} [سالم]\n"),
    (f"{ALT} فهدان\n", f"{ALT} [فهدان, سالم]\n"),
    (f"{ALT}\n    - فهدان\n{OTHER}", f"{ALT}\n    - فهدان\n    - سالم\n{OTHER}"),
    (f"{ALT}\n    - فهدان", f"{ALT}\n    - فهدان\n    - سالم\n"),
]
UNSAFE = [
    "A: {scheme: person, pref_label: {ar: فهد}}\n",
    "A:\n  scheme: person\n",
    f"{PREF}  alt_labels: سالم\n",
    f"{PREF}  alt_labels:\n    ar: 'فهدان'\n",
    f"{PREF}  alt_labels:\n    ar: {{a: b}}\n",
    "B: 1\n",
]


@pytest.mark.parametrize(("before", "after"), HELD)
def test_another_name_is_put_in_however_the_file_is_written(before: str, after: str) -> None:
    assert with_names(before, "A", ["سالم"]) == after
    vocabulary, problems = read_vocabulary([("a.yaml", after.encode())])
    assert not problems and "سالم" in vocabulary.concepts["A"].labels


@pytest.mark.parametrize("text", UNSAFE)
def test_where_that_is_not_safe_nothing_is_changed(text: str) -> None:
    with pytest.raises(WrongValueError, match="can't be changed safely"):
        with_names(text, "A", ["سالم"])


def test_a_name_becomes_a_concept(desk: Desk) -> None:
    before = (desk.content / "vocabulary" / "people.yaml").read_text("utf-8")
    Deciding(desk.content).take("Gandour", Scheme.PERSON, ["جون غاندور", "غاندور", "جون غاندور"])
    assert (desk.content / "vocabulary" / "people.yaml").read_text("utf-8") == (
        f"{before}Gandour:\n  scheme: person\n  pref_label: {{ar: جون غاندور}}\n  alt_labels:\n    ar: [غاندور]\n"
    )


def test_a_file_that_is_not_there_is_begun(desk: Desk) -> None:
    Deciding(desk.content).take("Peace", Scheme.TOPIC, ["السلام: غايته"])
    assert vocabulary_in(desk.content / "vocabulary").concepts["Peace"].pref_label == {"ar": "السلام: غايته"}


def test_what_check_refuses_is_not_written(desk: Desk) -> None:
    before = hashes(desk.content)
    deciding = Deciding(desk.content)
    for concept, names, why in (
        ("PUTIN", ["ج"], "The concept stands in"),
        ("a b", ["ج"], "can't be the id"),
        ("New", [" "], "empty"),
    ):
        with pytest.raises(WrongValueError, match=why):
            deciding.take(concept, Scheme.PERSON, names)
    with pytest.raises(WrongValueError, match="no concept Nobody"):
        deciding.join("Nobody", ["ج"])
    assert hashes(desk.content) == before


def test_decisions_are_taken_back(desk: Desk) -> None:
    deciding = Deciding(desk.content)
    deciding.decline(["أولا"], TODAY)  # the file stays, with its head
    before = hashes(desk.content)
    deciding.take("Gandour", Scheme.PERSON, ["جون غاندور"])
    deciding.join("Putin", ["بوتن"])
    deciding.decline(["نعم", "مجلس الإدارة"], TODAY)
    said = (desk.content / "vocabulary" / "declined.yaml").read_text("utf-8")
    assert said.endswith("again.\nأولا: 2026-11-27\nمجلس الإدارة: 2026-11-27\nنعم: 2026-11-27\n")
    assert "بوتن" in vocabulary_in(desk.content / "vocabulary").concepts["Putin"].labels
    for _ in range(3):
        desk.run("undoing")
    assert hashes(desk.content) == before


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("باراك أوباما", "Barak-Awbama"),
        ("فهد بن سالم", "Fhd-Bn-Salm"),
        ("كوريا", "Kurya"),
        ("بي بي 3", "Bi-Bi-3"),
        ("ءء", ""),
    ],
)
def test_names_have_latin_letters_for_ids(name: str, made: str) -> None:
    assert romanised(name) == made


def test_an_id_is_no_other_concepts() -> None:
    assert suggested_id("الكويت", ()) == "Kuwait"
    assert suggested_id("الكويت", ("kuwait", "Kuwait-2")) == "Kuwait-3"
    assert suggested_id("ءء", ()) == "Name"


@pytest.fixture
def answers(desk: Desk) -> NameAnswers:
    for name in "abcd":
        article(desk, name)
    return NameAnswers(desk.root)


def shown(answers: NameAnswers, **asked: Any) -> list[dict[str, Any]]:
    found = answers.names(asked)
    while found["waiting"]:
        found = answers.names(asked)
    return list(found["names"])


def decided(answers: NameAnswers, item: dict[str, Any], choice: str, **more: Any) -> dict[str, Any]:
    asked = {"id": item["id"], "choice": choice, "kind": item["kind"], "names": item["forms"], **more}
    return answers.decide(asked, TODAY)


def test_the_page_is_given_names_until_each_is_decided(answers: NameAnswers) -> None:
    first, second, *_ = shown(answers)
    assert (first["forms"], first["kind"], first["articles"]) == (("جون غاندور", "غاندور"), "person", 4)
    assert len(first["passages"]) == 3 and first["passages"][0]["words"][1] == "جون غاندور"
    answer = decided(answers, first, "take", concept=first["concept"])
    assert answer["step"] and not answer["refused"] and answer["decided"] == 1
    assert [item["id"] for item in shown(answers)] == [second["id"]]
    assert not shown(answers, kind="event") and not shown(answers, skipped=[second["id"]])
    assert answers.concepts({"words": "غاندور"}) == {"concepts": [{"id": first["concept"], "label": "جون غاندور"}]}
    assert decided(answers, second, "join", concept=first["concept"])["left"] == 0
    # And the next session knows.
    assert not shown(NameAnswers(answers.project))


def test_what_was_declined_does_not_return_until_it_is_taken_back(answers: NameAnswers) -> None:
    first = shown(answers)[0]
    decided(answers, first, "never")
    assert first["id"] not in [item["id"] for item in shown(NameAnswers(answers.project))]
    review = Review(answers.project)
    headers = {"X-Warraq-Token": review.token, "Content-Type": "application/json"}

    def ask(name: str, **asked: Any) -> Any:
        return json.loads(review.answer("POST", f"/review/{name}", headers, json.dumps(asked).encode()).data)

    step = ask("steps")["steps"][0]
    assert step["what"] == "“جون غاندور” is never proposed again."
    ask("take_back", number=step["number"])
    found = ask("proposed")
    while found["waiting"]:
        found = ask("proposed")
    assert found["names"][0]["id"] == first["id"]


def test_a_refused_decision_says_why_and_leaves_the_name_open(answers: NameAnswers) -> None:
    first = shown(answers)[0]
    for choice, concept, why in (("take", "a b", "can't be the id"), ("join", "Nobody", "no concept Nobody")):
        answer = decided(answers, first, choice, concept=concept)
        assert why in answer["refused"] and not answer["step"]
    assert shown(answers)[0]["id"] == first["id"]
    with pytest.raises(ValueError, match="id"):
        answers.decide({"id": first["id"], "choice": "never", "names": []}, TODAY)


def test_the_page_of_names_is_served(desk: Desk) -> None:
    review = Review(desk.root)
    page = review.answer("GET", "/review/names", {}, b"")
    assert page.status == 200 and "Names for the vocabulary" in page.data.decode()
    assert review.answer("GET", "/review/names.js", {}, b"").status == 200
    assert review.answer("POST", "/review/proposed", {"Content-Type": "application/json"}, b"{}").status == 403


@pytest.mark.browser
def test_names_are_decided_by_single_keys(desk: Desk, page: Page) -> None:
    for name in "abcd":
        article(desk, name)
    with running(of_review(Review(desk.root))) as server:
        page.goto(f"{server.url}/review/names")
        page.wait_for_selector("#item:not([hidden])")
        assert violations(page) == []
        expect(page.locator("#name")).to_have_text("جون غاندور")
        page.keyboard.press("n")
        expect(page.locator("#name")).to_have_text("فهد بن سالم الحارثي")
        page.keyboard.press("u")
        expect(page.locator("#name")).to_have_text("جون غاندور")
        page.keyboard.press("f")
        page.fill("#concept", "Gandour")
        page.keyboard.press("Control+Enter")
        expect(page.locator("#name")).to_have_text("فهد بن سالم الحارثي")
        page.keyboard.press("j")
        page.fill("#which", "Gandour")
        page.keyboard.press("Enter")
        expect(page.locator("#nothing")).to_have_text("No name is proposed any more.")
    concept = vocabulary_in(desk.content / "vocabulary").concepts["Gandour"]
    assert concept.labels == ("جون غاندور", "غاندور", "فهد بن سالم الحارثي")
