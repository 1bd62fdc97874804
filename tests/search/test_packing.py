"""What a browser loads before its first query, written small: words that share letters, modules that share a file."""

from __future__ import annotations

import random

import pytest

from warraq.arabic.analysis import description
from warraq.arabic.analysis.description import tables
from warraq.arabic.analysis.packing import in_full, in_short, packed, unpacked
from warraq.pages.search.joined import IMPORT, beside, exported, joined, joined_to, order, standing_for
from warraq.pages.search.lettering import MARK, lettered, read
from warraq.pages.search.minified import MADE_FROM, digest
from warraq.pages.search.modules import PUBLISHED, assembled, browser_modules, sources


def test_a_description_comes_back_whole() -> None:
    assert unpacked(packed(description(("وثاب", "الماس")))) == description(("وثاب", "الماس"))
    assert unpacked(packed(tables())) == tables()


def test_words_of_any_letters_and_any_length_come_back() -> None:
    rng = random.Random(3)
    letters = [chr(code) for code in rng.sample(range(0x22, 0x2000), 300)] + ["\\", "#", "א"]
    words = sorted(
        {"".join(rng.choices(letters, k=rng.randint(0, 60))) for _ in range(400)} | {"ا" * 50, "ا" * 49 + "ب"}
    )
    made = {**tables(), "whole": words, "pasts": dict(zip(words, rng.sample(words, len(words)), strict=True))}
    assert unpacked(packed(made)) == made  # type: ignore[arg-type]


def test_what_follows_a_past_is_told_by_a_sign_of_it() -> None:
    made = tables()
    made["pasts"] = {"اعلن": "اعلن", "خرج": "خرج", "علن": "علن", "فهم": "فهم", "نشر": "نشر"}
    made["imperfects"] = {"خرج": "خرج", "علن": "اعلن", "قول": "قال", "نشر": "انتشر"}
    made["seen"] = ["فهم", "وقف"]
    written = packed(made)
    assert written["likewise"] == "11020"
    assert unpacked(written) == made


def test_what_words_belong_to_is_written_as_a_pattern_of_their_letters() -> None:
    made = tables()
    made["families"] = {"احكام": "حكم", "اقلام": "قلم", "اولاد": "ولد"}
    written = packed(made)
    assert written["patterns"] == "$%'"
    assert written["families"][1] == "###"  # type: ignore[index]
    assert unpacked(written) == made


@pytest.mark.parametrize(
    "words", [[], ["كتاب", "كتابه", "كتب"], ["=~ثانوية عامة", "=~ثانوية فنية"], ["", "ا" * 60, "ا" * 61]]
)
def test_a_plain_list_of_words_comes_back(words: list[str]) -> None:
    assert in_full(in_short(words)) == words


def test_words_of_a_plain_list_say_what_they_share() -> None:
    assert in_short(["كتاب", "كتابه", "كتب"]) == ["0كتاب", "4ه", "2ب"]


def test_modules_of_a_first_query_are_one_file_each_after_what_it_imports() -> None:
    written = sources()
    names = order(written, "search.js")
    assert names[-1] == "search.js"
    assert "page.js" not in names and "neighbours.js" not in names
    seam = assembled()["search.js"]
    assert [line for line in seam.splitlines() if line.startswith("import ")] == []
    for name in names:
        assert seam.count(f'parts["{name}"] = (() => {{') == 1


def test_a_module_says_in_short_what_it_said() -> None:
    written = {
        "a.js": 'import { b, c as d } from "./b.js";\n\n// Why.\nexport const a = () => import("./b.js");\nexport { d };\n'
        'const x = import("./c.js");\n',
        "b.js": "export async function b() {}\nexport class c {}\nexport function* e() {}\n",
    }
    assert order(written, "a.js") == ["b.js", "a.js"]
    assert exported(written["a.js"]) == ["a", "d"]
    assert exported(written["b.js"]) == ["b", "c", "e"]
    assert joined(written, ["b.js", "a.js"]) == (
        'const parts = {};\nparts["b.js"] = (() => {\nasync function b() {}\nclass c {}\nfunction* e() {}\nreturn { b, c, e };\n})();\n'
        'parts["a.js"] = (() => {\nconst { b, c: d } = parts["b.js"];\n\n// Why.\nconst a = () => Promise.resolve(parts["b.js"]);\n\n'
        'const x = Promise.resolve(parts["c.js"] ?? import("./c.js"));\nreturn { a, d };\n})();\n'
    )
    assert standing_for("b.js", written["b.js"], "a.js").endswith('export const { b, c, e } = parts["b.js"];\n')


def test_what_is_published_is_made_of_the_modules_as_they_are() -> None:
    """`python3 tasks.py lint` holds every byte of it equal to what Terser makes; it needs Node."""
    assert MADE_FROM.read_text("utf-8").strip() == digest(assembled()), "python3 tasks.py minify"
    assert {path.name for path in PUBLISHED.glob("*.js")} == set(assembled())
    published = {file.address for file in browser_modules() if file.address.endswith(".js")}
    assert published == {f"search/{name}" for name in assembled()}


def test_what_is_loaded_later_takes_what_is_there() -> None:
    source = 'import { a, b as c } from "./b.js";\nimport { d } from "./d.js";\n\nexport const e = a + c + d;\n'
    assert beside(source, "whole.js", ["b.js"]) == (
        'import { parts } from "./whole.js";\nconst { a, b: c } = parts["b.js"];\nimport { d } from "./d.js";\n\nexport const e = a + c + d;\n'
    )
    assert beside(source, "whole.js", []) == source
    assert joined_to("whole.js", {"b.js": "export const a = 1;\n"}, ["b.js"]) == (
        'import { parts } from "./whole.js";\nparts["b.js"] = (() => {\nconst a = 1;\nreturn { a };\n})();\n'
        'export const { a } = parts["b.js"];\n'
    )
    assert "export" not in joined_to("whole.js", {"b.js": "a();\n"}, ["b.js"])


def test_no_module_that_is_loaded_later_asks_for_one_of_a_first_query_by_its_name() -> None:
    """Each such file was a round trip more, though what is in it had come."""
    first = order(sources(), "search.js")
    for name, made in assembled().items():
        if name not in first:
            asked = {match["module"] for match in IMPORT.finditer(made)}
            assert not asked & set(first) - {"search.js"}, name
    assert assembled()["store.js"].startswith('import { parts } from "./search.js";')


def test_the_page_needs_two_files_to_begin() -> None:
    page = assembled()["page.js"]
    assert [line for line in page.splitlines() if line.startswith("import ")] == [
        'import { parts } from "./search.js";'
    ]
    assert 'parts["filters.js"] = ' in page and 'parts["store.js"] = ' not in page


@pytest.mark.parametrize(
    "text",
    [
        "",
        "قال الوزير: «٢٠٪»",
        "گفت که ایران",
        "“x” ï \x7f \u0085",
        "中文 😀 עברית" * 9,
        "خبر 😀",
        '"\\n',
        "\ufeff",
        "ﷺ",
    ],
)
def test_json_in_a_code_page_comes_back(text: str) -> None:
    assert read(lettered([text, 1])) == [text, 1]
    assert not lettered([text]).startswith(b"\xef") or lettered([text]).startswith(MARK)


def test_a_text_in_arabic_letters_takes_a_byte_a_letter_and_one_in_others_is_utf_8() -> None:
    assert len(lettered("خبر")) == 5
    assert lettered("中文" * 20) == MARK + ('"' + "中文" * 20 + '"').encode()


def test_only_what_is_encoded_is_escaped() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", "json")
