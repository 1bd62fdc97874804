"""Countries, capitals and organisations that a site may switch on: whose they are, what they name, and which are published."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

import pytest

from project import Project
from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.archive.mentions import Mention, find_mentions
from warraq.archive.reading_vocabulary import read_site, vocabulary_in
from warraq.archive.starter import LISTS, NAMES, with_lists
from warraq.archive.starter.making import LANGUAGES, SOURCES, made
from warraq.repair.describe.passages import Passage
from warraq.repair.describe.tags import subjects

ALL = with_lists(Vocabulary(), NAMES)
HELD = json.loads(LISTS.read_text("utf-8"))


def test_the_file_has_its_checksum_and_says_whose_it_is() -> None:
    written = json.dumps(HELD["lists"], ensure_ascii=False, sort_keys=True)
    assert HELD["sha256"] == sha256(written.encode()).hexdigest()
    assert [each.get("licence") for each in HELD["sources"]] == ["Unicode-3.0", "public domain", None]


def test_the_script_makes_the_same_file_again() -> None:
    try:
        same = all(version(str(each["by"])) == each["version"] for each in HELD["sources"] if "by" in each)
    except PackageNotFoundError:
        same = False
    if not same:
        pytest.skip("other versions of " + ", ".join(str(each.get("by", "")) for each in SOURCES))
    assert made() == LISTS.read_bytes()


def test_countries_have_names_in_five_languages_and_most_capitals_coordinates() -> None:
    countries, capitals = HELD["lists"]["countries"], HELD["lists"]["capitals"]
    assert len(countries) > 190 and all(set(each["pref_label"]) == set(LANGUAGES) for each in countries.values())
    assert sum("coordinates" in each for each in capitals.values()) > 80
    assert ALL.concepts["Cairo"].coordinates == (30.05, 31.25)
    assert {id_.lower() for id_ in ALL.concepts}.__len__() == len(ALL.concepts)


def test_without_a_list_the_vocabulary_is_as_it_was() -> None:
    own = Vocabulary({"A": Concept("A", Scheme.PLACE, {"ar": "أ"})})
    assert with_lists(own, ()) is own


def test_an_own_concept_stands_in_the_place_of_one_of_a_list() -> None:
    own = Vocabulary({"Misr": Concept("Misr", Scheme.PLACE, {"ar": "مصر"})})
    made_of = with_lists(own, ("countries", "capitals"))
    assert "Egypt" not in made_of.concepts and made_of.concepts["Cairo"].broader == ("Misr",)
    assert with_lists(own, ("capitals",)).concepts["Amman"].broader == ()
    assert made_of.starters == made_of.concepts.keys() - {"Misr"}


def named(text: str) -> set[str]:
    return {mention.concept_id for mention in find_mentions(text, ALL)}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("وصل إلى مسقط رأسه في القرية", set()),
        ("زار مسقط عاصمة سلطنة عمان", {"Muscat", "Oman"}),
        ("خبير مالي يشرح", set()),
        ("زار مالي ووصل إلى باماكو", {"Mali", "Bamako"}),
        ("مدرسة بنين جديدة", set()),
        ("صلاة المغرب", set()),
        ("سيول جارفة في الوادي", set()),
        ("استيقظ باكرا", set()),
        ("وصل إلى أكرا عاصمة غانا", {"Accra", "Ghana"}),
        ("إيقاد الشرارة", set()),
        ("فاز ريال مدريد", {"Real-Madrid"}),
        ("قالت صحيفة واشنطن بوست", {"Washington-Post"}),
        ("وقالت أميركا وقال البيت الأبيض", {"United-States"}),
        ("دعت الأمم المتحدة سوريا", {"UN", "Syria"}),
    ],
)
def test_names_that_are_other_words_too_count_in_company_alone(text: str, ids: set[str]) -> None:
    assert named(text) == ids


def about(*lines: str) -> list[str]:
    passages: list[Passage] = []
    at = 0
    for line in lines:
        passages.append(Passage(line, at, line))
        at += len(line) + 1
    found: list[Mention] = list(find_mentions("\n".join(lines), ALL))
    return [mention.concept_id for mention in subjects(found, passages, (), ALL.starters)]


LONG = "كلمة " * 200


def test_a_country_is_a_tag_where_the_text_is_about_it() -> None:
    assert about("زلزال في اليابان", "نص") == ["Japan"]
    assert about("زلزال", "في اليابان وفي اليابان", "اليابان") == ["Japan"]
    assert about("زلزال", "نص", "اليابان اليابان", "اليابان واليابان") == ["Japan"]


@pytest.mark.parametrize(
    "lines",
    [
        ("زلزال", "في اليابان", "اليابان"),
        ("زلزال", "نص", "اليابان", "اليابان", "اليابان"),
        ("زلزال", "نص", "اليابان اليابان اليابان اليابان"),
        ("زلزال", "نص", f"اليابان {LONG}", f"اليابان {LONG} اليابان", "اليابان"),
        ("زلزال", f"{LONG} اليابان", "اليابان", "اليابان"),
        ("«الرياض» تزور المصنع", "قال لـ«الرياض»"),
        ("خبر", "الرياض - واس: نص", "الرياض (واس) - نص", "الرياض: نص", "الرياض، نص"),
    ],
)
def test_and_no_tag_where_it_is_named_in_passing(lines: tuple[str, ...]) -> None:
    assert about(*lines) == []


def test_a_site_switches_lists_on() -> None:
    site, problems = read_site("content/site.yaml", "name: أ\nvocabulary: [countries, capitals]\n".encode())
    assert site and site.starter_lists == ("countries", "capitals") and not problems
    _, problems = read_site("content/site.yaml", "name: أ\nvocabulary: [cities]\n".encode())
    (problem,) = problems
    assert problem.text() == (
        "content/site.yaml:2:14: vocabulary[0]: There is no list “cities” to begin a vocabulary with. "
        "Write some or all of: countries, capitals, organisations."
    )


def test_tools_read_the_lists_of_the_site(tmp_path_factory: pytest.TempPathFactory) -> None:
    project = Project.empty(tmp_path_factory.mktemp("site"))
    project.write("vocabulary/own.yaml", "A:\n  scheme: place\n  pref_label: {ar: أ}\n")
    assert set(vocabulary_in(project.content / "vocabulary").concepts) == {"A"}
    project.write("site.yaml", "name: أ\nvocabulary: organisations\n")
    assert {"A", "UN"} <= set(vocabulary_in(project.content / "vocabulary").concepts)


def test_only_what_articles_name_is_published_and_credited(tmp_path_factory: pytest.TempPathFactory) -> None:
    project = Project.empty(tmp_path_factory.mktemp("site"))
    project.article("a", "زلزال في اليابان، ودعت الأمم المتحدة إلى المساعدة.")
    project.write("articles/draft.md", "---\ntitle: مسودة\ndate: 2024\nstatus: draft\n---\nفي كندا.\n")
    built = project.build()
    assert not built.returncode, built.stdout
    without = project.hashes("output")
    assert not any(path.startswith("concepts/japan") for path in without)
    project.write("site.yaml", "name: أرشيف التجربة\nvocabulary: [countries, capitals, organisations]\n")
    built = project.build()
    assert not built.returncode, built.stdout
    pages = {
        path.split("/")[1] for path in project.hashes("output") if path.startswith("concepts/") and path.count("/") > 1
    }
    assert pages == {"japan", "un"}
    listed = (project.output / "concepts" / "index.html").read_text("utf-8")
    assert "Unicode CLDR" in listed
    everything = "".join(file.read_text("utf-8", "replace") for file in project.output.rglob("*.html"))
    assert "Canada" not in everything and "كندا" not in everything
    # Switched off, the site is what it was.
    project.write("site.yaml", "name: أرشيف التجربة\n")
    assert not project.build().returncode
    assert project.hashes("output") == without
