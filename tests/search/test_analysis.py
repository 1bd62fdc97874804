"""The forms under which words are searched."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from warraq.arabic.analysis import Analysis, description, learn, names_alike, spelling_key, verbs_seen
from warraq.arabic.analysis.description import SPACES, tables
from warraq.arabic.analysis.listed import description as described
from warraq.arabic.analysis.verbs_seen import Verbs
from warraq.pages.search.bench.server import Host
from warraq.pages.search.learned import Spelt, alike
from warraq.pages.search.modules import ANALYSIS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return Analysis(description())


def family(analysis: Analysis, word: str) -> str:
    return analysis.analyse("".join(analysis.fold(word))).family


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("استانا", "أستانا"),
        ("إستانا", "أستانا"),
        ("المنفعه", "المنفعة"),
        ("على", "علي"),
        ("کازاخستان", "كازاخستان"),
        ("مسئول", "مسؤول"),
        ("مَدْرَسَةٌ", "مدرسة"),
        ("مـــدرسة", "مدرسة"),
        ("\ufee1\ufe8e\ufedf\ufe8e\ufeb3", "مالاس"),
        ("\u202bكتاب\u202c", "كتاب"),
        ("٢٨٫٢", "28.2"),
        ("۲۸", "28"),
        ("1,250", "1250"),
        ("١٬٢٥٠", "1250"),
        ("Café", "cafe"),
        ("שָׁלוֹם", "שלום"),
    ],
)
def test_spellings_of_one_word_are_folded_to_one(analysis: Analysis, typed: str, written: str) -> None:
    assert analysis.tokens(typed) == analysis.tokens(written) != []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("الحديدة،وأضاف", 2),
        ("والتعاون.وقال", 2),
        ("10.2%", 1),
        ("زاد 20 في المئة من", 3),
        ("10 %20", 2),
        ("a1.20% abc% % 5", 3),
        ("2023-11-08", 3),
        ("\u064b\u0640", 0),
        ("؟!…", 0),
        ("«قال»", 1),
    ],
)
def test_words_end_where_letters_end(analysis: Analysis, text: str, words: int) -> None:
    assert len(analysis.tokens(text)) == words


@pytest.mark.parametrize(
    "related",
    [
        "كتاب الكتاب والكتاب كتب بالكتب للكتاب",
        "وزير الوزير للوزير والوزراء وزراء",
        "طبيب أطباء الأطباء",
        "مشروع مشاريع المشاريع مشروعات",
        "مدرسة مدارس بالمدارس",
        "سفينة سفن السفن",
        "نتيجة نتائج",
        "شارع شوارع",
        "قانون قوانين",
        "لجنة اللجنة للجنة لجان",
        "أعلن يعلن أعلنت وتعلن سيعلن",
        "قال يقول وقال قالت",
        "استقبل يستقبل استقبال واستقبلت",
        "انتخب ينتخب انتخاب انتخابات",
        "كشف كشفت تكشف يكشف",
        "التقى يلتقي",
        "لبنان اللبنانية ولبنان",
        "كتاب\N{ZERO WIDTH NON-JOINER}ها کتاب",
        "انتماء انتماؤه انتمائه انتماءها",
        "كتبوا كتب كتبت",
        "صعيد أصعدة",
        "قاضي قضاة القضاة",
        "دخان أدخنة",
        "اغتال يغتال اغتيل اغتيال والاغتيالات",
        "احتل يحتل احتلال الاحتلال",
        "أضرب أضربت إضراب الإضرابات",
        "أفلس أفلست يفلس إفلاس",
        "استغل تستغل استغلال",
        "نفى نفت ينفي نفي",
        "توج توجت تتويج",
        "انهار ينهار انهيار",
        "اتهم يتهم اتهام اتهامات",
        "أعلن يعلن إعلان الإعلان",
        "ناقش يناقش نوقش مناقشة المناقشات",
        "حاكم يحاكم حوكم محاكمة المحاكمات",
        "دمر يدمر دمرت تدمير",
        "وصل يصل وصول الوصول",
        "زار يزور زيارة زيارات",
        "اختفى يختفي اختفاء",
        "أوقف يوقف إيقاف",
        "خرج يخرج خروج الخروج",
        "استعاد يستعيد استعيد استعادة",
        "سياسي سياسية السياسية سياسات السياسيون وسياسية سياسيا",
        "سياحي سياحية السياحية",
        "سيناريو السيناريو",
        "سيطرة السيطرة سيطرته",
        "يناقش سيناقش وسيناقشون",
        "عليه وعليه",
    ],
)
def test_forms_of_one_word_are_one_family(analysis: Analysis, related: str) -> None:
    assert {family(analysis, word) for word in related.split()} == {family(analysis, related.split(maxsplit=1)[0])}


@pytest.mark.parametrize(
    "unrelated",
    [
        "أضرب ضرب",
        "الجزائر جزيرة",
        "وزير زير",
        "بيروت يروت",
        "كتاب كاتب",
        "شارك شركة",
        "إلغاء غاء",
        "حمراء حمير",
        "نصر أصر",
        "قضاء قاضي",
        "حكم حاكم",
        "محاكم محاكمة",
        "حافظ محافظة",
        "يخرج أخرج",
        "وفيات وفيها",
    ],
)
def test_words_that_merely_look_alike_are_of_two_families(analysis: Analysis, unrelated: str) -> None:
    one, other = unrelated.split()
    assert family(analysis, one) != family(analysis, other)


PERCENTAGES = [
    *(
        "20%",
        "٢٠٪",
        "۲۰٪",
        "%20",
        "٪٢٠",
        "20 %",
        "20\N{NO-BREAK SPACE}%",
        "20％",
        "20 في المئة",
        "20 بالمائة",
        "بـ20 في الميه",
    ),
    *("و٢٠ فى المائة", "۲۰ درصد", "20 percent", "20 per cent", "20 pour cent", "20 אחוזים"),
]


def test_a_percentage_is_one_word_however_it_is_written_and_no_plain_number(analysis: Analysis) -> None:
    for written in PERCENTAGES:
        assert analysis.tokens(f"زاد {written} منها") == ["زاد", "20%", "منها"], written
    assert analysis.analyse("20%").family != analysis.analyse("20").family
    assert analysis.tokens("بين 10-20% و1,250.5%") == ["بين", "10", "20%", "1250.5%"]


def test_a_percentage_is_found_with_every_space_and_spelling(analysis: Analysis) -> None:
    hundreds = [f"{stem}{end}" for stem in ("المئ", "المائ", "الماي", "المي") for end in "ةه"]
    for space in SPACES:
        behind = [
            *(f"ف{letter}{space}{hundred}" for letter in "يىی" for hundred in hundreds),
            *(f"{prefix}{hundred}" for prefix in ("ب", "بـ") for hundred in hundreds),
            *(f"ف{letter}{between}صد" for letter in "یي" for between in ("", space)),
            *(f"per{space}cent", f"pour{space}cent", "درصد", "אחוז"),
        ]
        for words in behind:
            assert analysis.tokens(f"20{space}{words}") == ["20%"], words


@pytest.mark.parametrize("text", ["20 في البيت", "في المئة", "a20%b", "http://x/a%20b", "20 صدام", "المئة 20"])
def test_what_is_no_percentage_is_read_word_by_word(analysis: Analysis, text: str) -> None:
    assert not [token for token in analysis.tokens(text) if "%" in token]


def test_an_archive_teaches_which_words_are_whole() -> None:
    learned = learn({"الوثاب": 9, "وثاب": 2, "والكاتب": 9, "كاتب": 40, "وكاتب": 30, "برشاقون": 8, "رشاقون": 1}, {})
    assert "وثاب" in learned
    assert "برشاق" in learned or "برشاقون" in learned
    assert not {"وكاتب", "والكاتب"} & set(learned)


def test_what_has_the_article_is_no_future() -> None:
    learned = learn({"السيكول": 9, "سيكول": 4, "سيقطن": 6, "يقطن": 9}, {})
    assert "سيكول" in learned and "سيقطن" not in learned


def test_a_hamza_on_the_alif_shows_that_there_is_no_article() -> None:
    assert "الماس" in learn({"الماس": 3}, {"الماس": 3})
    assert "الحي" not in learn({"الحي": 90, "الحت": 2}, {"الحي": 2})


def test_an_archive_teaches_its_verbs() -> None:
    words = {"يقطن": 5, "تقطن": 4, "قطنت": 2, "قطن": 3, "يوقف": 6, "توقف": 5, "اوقف": 3, "اوقفت": 2}
    seen = verbs_seen({**words, "يعاون": 2, "تعاون": 90, "يتعاون": 30, "يمين": 8})
    assert seen.imperfects == ("قطن", "وقف")
    assert ("قطن", "قطن") in seen.pasts and ("اوقف", "وقف") in seen.pasts
    analysis = Analysis(description((), seen))
    assert {family(analysis, word) for word in ["يقطن", "تقطن", "نقطن", "قطنت", "ويقطنون", "ستقطن"]} == {"قطن"}


def test_two_spellings_of_a_foreign_name_are_one_family() -> None:
    alike = names_alike({"هامبورج": 3, "هامبورغ": 9, "جدران": 4, "غدران": 2}, {"جدران"})
    assert alike == (("هامبورج", "هامبورغ"),)
    analysis = Analysis(description((), alike=alike))
    assert family(analysis, "هامبورج") == family(analysis, "هامبورغ") != family(analysis, "هامبورد")


def test_a_name_is_said_with_the_article_now_and_then_and_a_noun_often() -> None:
    spelt = [
        Spelt("بوينغ", 30, "بوينغ", "بوينغ"),
        Spelt("بوينج", 9, "بوينج", "بوينج"),
        Spelt("البوينغ", 3, "بوينغ", "بوينغ"),
    ]
    assert alike(spelt) == [("بوينج", "بوينغ")]
    assert alike([*spelt, Spelt("البوينج", 1, "بوينج", "بوينج")]) == []
    assert spelling_key("ميغاواط") == spelling_key("ميجاوات") != spelling_key("ميجاواد")
    assert spelling_key("خراط") is None


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [("chelsea", "تشيلسي"), ("google", "جوجل"), ("putin", "بوتين"), ("facebook", "فيسبوك"), ("madrid", "مدريد")],
)
def test_a_name_sounds_the_same_in_both_alphabets(analysis: Analysis, latin: str, arabic: str) -> None:
    assert analysis.consonants(latin) == analysis.consonants(arabic) != ""


def test_the_lists_are_read_whole() -> None:
    made = described()
    assert len(made["families"]) > 600
    assert len(made["pasts"]) > 500
    assert set(made) == set(tables())


def generated(count: int) -> list[str]:
    """Words that no language has, and marks in odd places."""
    rng = random.Random(7)
    letters = (
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىةٱپچژگکیە\u0640\u064b\u0651\u0655\u200c\u200f٠١٢٫٬09.,aZéאבз\ufefb\ufdfa"
    )
    arabic = "المستيونفبكلهرعد"
    made = ["".join(rng.choices(letters, k=rng.randint(1, 9))) for _ in range(count // 3)]
    signs = "%٪ 09٢,.aوب"
    made += [
        "".join(rng.choices(signs, k=rng.randint(2, 9))) + rng.choice(["", "", " في المئة", "بالمائة"])
        for _ in range(count // 6)
    ]
    return made + ["".join(rng.choices(arabic, k=rng.randint(2, 9))) for _ in range(count // 2)]


@pytest.mark.browser
def test_python_and_javascript_agree_on_every_token_of_the_archive_and_on_generated_ones(
    page: Any, tmp_path: Path
) -> None:
    (tmp_path / "analysis.js").write_bytes(ANALYSIS.read_bytes())
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title>")
    texts = [
        p.read_text("utf-8")
        for folder in ("content", "tests/site")
        for p in sorted((ROOT / folder).rglob("*.*"))
        if p.suffix in {".md", ".txt", ".yaml"}
    ]
    texts += [" ".join(generated(20_000))]
    made = description(("وثاب", "الماس"), Verbs(("قطن", "سبل"), (("قطن", "قطن"),)), (("هامبورج", "هامبورغ"),))
    ours = Analysis(made)
    host = Host(tmp_path)
    page.goto(host.url + "/")
    theirs = page.evaluate(
        """async ([description, texts]) => { const { Analysis } = await import("/analysis.js"); const a = new Analysis(description);
        return texts.map((text) => a.tokens(text).map((t) =>
          [t, ...Object.values(a.analyse(t)), ...Object.values(a.analyse(t, true)), a.sound(t), a.consonants(t)])); }""",
        [made, texts],
    )
    host.close()
    count = 0
    for text, rows in zip(texts, theirs, strict=True):
        tokens = ours.tokens(text)
        assert [row[0] for row in rows] == tokens
        for token, (_, *names) in zip(tokens, rows, strict=True):
            plain, articled = ours.analyse(token), ours.analyse(token, articled=True)
            assert names == [
                plain.bare,
                plain.core,
                plain.stem,
                plain.family,
                articled.bare,
                articled.core,
                articled.stem,
                articled.family,
                ours.sound(token),
                ours.consonants(token),
            ]
            count += 1
    assert count > 20_000
