"""What is planned for the archive's own original, and that a plan holds together."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from warraq.archive.concept import Vocabulary
from warraq.archive.mentions import find_mentions
from warraq.archive.reading_article import read_article
from warraq.archive.reading_vocabulary import read_vocabulary
from warraq.archive.record import Origin, Record
from warraq.repair import plan
from warraq.repair.changes import apply
from warraq.repair.planning import Planned
from warraq.repair.readers import read_original

CONTENT = Path(__file__).parents[2] / "content"
NAME = "000_7041dd07729f8eff.txt"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    found, problems = read_vocabulary((p.name, p.read_bytes()) for p in sorted((CONTENT / "vocabulary").glob("*.yaml")))
    assert not problems
    return found


@pytest.fixture(scope="module")
def planned(vocabulary: Vocabulary) -> Planned:
    return plan(read_original(NAME, (CONTENT / "originals" / NAME).read_bytes()), vocabulary)


def test_the_day_is_inferred_with_its_evidence(planned: Planned) -> None:
    day = planned.record.described["date"]
    assert (day.value, day.origin) == ("2023-11-08", Origin.INFERRED)
    assert [(e.says, e.quote) for e in day.evidence] == [
        ("today", "اليوم الأربعاء"),
        ("day-and-month", "الخميس/ 9 نوفمبر"),
        ("future-year", "1 يناير 2024"),
        ("day-and-month", "14 سبتمبر"),
        ("this-year", "من هذا العام"),
        ("yesterday", "أمس"),
        ("day-and-month", "الخميس 9 نوفمبر"),
    ]


def test_the_source_is_stated_and_went_through_tass(planned: Planned) -> None:
    said = planned.record.described
    assert (said["source"].value, said["source"].origin) == ("وكالة تسنيم للأنباء", Origin.TEXT)
    assert said["source"].evidence[0].quote == "وكالة تسنيم للأنباء"
    assert said["via"].value == ("تاس",)


def test_it_is_about_the_organisations_and_the_sea(planned: Planned) -> None:
    tags = planned.record.described["tags"].value
    assert isinstance(tags, tuple)
    assert {"SCO", "CIS", "Caspian"} <= set(tags)
    assert not {"Tasnim", "TASS", "Dushanbe"} & set(tags)


def test_all_evidence_stands_where_it_is_said_to_stand(planned: Planned) -> None:
    text = (CONTENT / "originals" / NAME).read_text("utf-8")
    for described in planned.record.described.values():
        for evidence in described.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote


def test_the_record_gives_the_machine_text_from_the_original(planned: Planned) -> None:
    record = Record.from_bytes(planned.record.to_bytes())
    assert record == planned.record
    text = (CONTENT / "originals" / NAME).read_text("utf-8")
    assert hashlib.sha256(apply(text, record.changes).encode()).hexdigest() == record.text_sha256
    assert hashlib.sha256(planned.article).hexdigest() == record.article_sha256


def test_the_front_matter_has_its_order(planned: Planned) -> None:
    head = planned.article.decode().split("---\n")[1]
    keys = [line.partition(":")[0] for line in head.splitlines() if not line.startswith(" ")]
    assert keys == ["title", "slug", "date", "source", "tags", "summary", "lang", "original", "id"]


def test_a_slug_that_is_taken_gets_a_number(planned: Planned, vocabulary: Vocabulary) -> None:
    original = read_original(NAME, (CONTENT / "originals" / NAME).read_bytes())
    again = plan(original, vocabulary, {planned.slug})
    assert again.slug.endswith("-2")
    assert len(again.slug) <= 60


def test_what_a_table_says_is_believed_before_all(vocabulary: Vocabulary) -> None:
    original = read_original("a.txt", "عنوان الخبر\nقال الوزير اليوم إن العمل انتهى في موعده المحدد.".encode())
    said = plan(original, vocabulary, table={"date": "2020-02-03", "source": "صحيفة"}).record.described
    assert (said["date"].value, said["date"].origin) == ("2020-02-03", Origin.TABLE)
    assert said["source"].value == "صحيفة"


def test_the_vocabulary_knows_what_the_article_names(planned: Planned, vocabulary: Vocabulary) -> None:
    body = planned.article.decode().partition("\n---\n")[2]
    named = {m.concept_id for m in find_mentions(body, vocabulary)}
    assert len(named) >= 20
    assert {"EAEU", "Kremlin", "Tokayev", "Dushanbe", "Kazakhstanskaya-Pravda", "Caspian-states", "Ukraine"} <= named
    assert "Commonwealth" not in named


@pytest.mark.parametrize(
    "first", ["no", "1984", "«عنوان»: 'شيء' #", "---", "# عنوان", "؟!", "2023-11-08", "con", "س" * 200]
)
def test_what_is_planned_is_an_article_that_can_be_read(first: str, vocabulary: Vocabulary) -> None:
    text = f"{first}\nقال الوزير إن العمل انتهى.\n- وأضاف: نعم.\n---\n١٩٩٥. كان ذلك."
    made = plan(read_original("a.txt", text.encode()), vocabulary)
    read = read_article("content/articles/a.md", made.article)
    assert read.problems == ()
    assert read.article is not None
    assert (read.article.title, read.article.slug) == (made.record.described["title"].value, made.slug)
