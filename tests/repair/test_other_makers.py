"""What PDF tools, Word, WordPress, Google Docs, databases and messengers leave in a text is mended where it is proven, else doubted."""

from __future__ import annotations

import pytest

from warraq.archive.concept import Vocabulary
from warraq.repair import Planned, plan
from warraq.repair.changes import undo
from warraq.repair.document import BlockKind
from warraq.repair.readers import read_original
from warraq.repair.repairing import repair

TITLE = "افتتاح معرض الزيتون في الميناء"
FIRST = "افتتح رئيس البلدية صباح أمس معرض الزيتون السنوي في قاعة الميناء القديم، بحضور مئات الزائرين من المدن."
SECOND = "وقال مدير المعرض إن الدورة الحالية تضم أربعين جناحا، وإن المشاركين جاؤوا من سبع دول."
WHOLE = f"{TITLE}\n{FIRST}\n{SECOND}"


def planned(text: str, name: str = "a.txt") -> Planned:
    return plan(read_original(name, text.encode()), Vocabulary())


def mended(text: str) -> str:
    done = repair(text)
    assert undo(done.document.text, done.changes) == text
    assert repair(done.document.text).document.text == done.document.text
    return done.document.text


def doubted(text: str) -> list[tuple[str, str]]:
    return [(d.rule, text[d.start : d.end]) for d in repair(text).doubts]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fields_of_an_export_are_no_words_of_the_text(end: str) -> None:
    head = [
        f"العنوان: {TITLE}",
        "الكاتب: سالم بن ناصر",
        "التاريخ: 12 مارس 2014",
        "المصدر: جريدة الميناء",
        "القسم: محليات",
    ]
    made = planned(end.join([*head, "", FIRST, SECOND]))
    stated = {key: made.front_matter[key] for key in ("title", "authors", "date", "source")}
    assert stated == {
        "title": TITLE,
        "authors": ["سالم بن ناصر"],
        "date": "2014-03-12",
        "source": "جريدة الميناء",
    }
    assert made.body.split("\n\n") == [FIRST, f"{SECOND}\n"]


def test_numbers_of_a_drawn_line_stay_and_those_of_one_spelled_backwards_turn() -> None:
    line = "وفي عام 2014 جاء إلى المعرض (في المدينة) 45 زائرا."
    drawn = "." + "ارئاز 45 (ةنيدملا يف) ضرعملا ىلإ ءاج 2014 ماع يفو"
    assert mended(f"{TITLE}\n{drawn}") == mended(f"{TITLE}\n{line[::-1]}") == f"{TITLE}\n{line}"
    assert doubted(f"{TITLE}\n{drawn}") == doubted(f"{TITLE}\n{line[::-1]}") == []


def test_a_number_that_may_run_either_way_is_doubted() -> None:
    line = "جاء إلى المعرض في المدينة 45 زائرا."[::-1]
    assert doubted(f"{TITLE}\n{line}") == [("turned-number", "54")]


def test_vowel_signs_of_a_turned_line_stand_on_their_letters() -> None:
    line = "وقال إنّ المعرض كانَ كبيرًا في هذا العامِ."
    assert mended(f"{TITLE}\n{line[::-1]}").endswith(line)


def test_a_tool_that_swaps_lam_and_alef_throughout_is_known_by_its_sure_words() -> None:
    swapped = "قالت اإلدارة إن االشتراك متاح لألعضاء خالل األسبوع، وإن سالم الطرق مهم."
    assert "الاشتراك متاح للأعضاء خلال الأسبوع" in mended(f"{TITLE}\n{swapped}")
    assert ("lam-alef-may-be-swapped", "سالم") in doubted(f"{TITLE}\n{swapped}")


def test_one_swapped_word_in_a_sound_text_proves_nothing_of_the_others() -> None:
    text = f"{TITLE}\nقالت اإلدارة لألعضاء إن الإعلان والأسماء خلال الأسبوع الأول."
    assert "لألعضاء" in mended(text)
    assert doubted(text) == [("lam-alef-may-be-swapped", "لألعضاء")]


def test_lines_of_hyphens_become_a_paragraph_and_a_verse_does_not() -> None:
    lines = "It opened yester-\nday in the hall of the neigh-\nbours. The well-known mayor\nsaid that it is long-\nterm work for north-\nern towns."
    assert mended(f"The fair\n\n{lines}\n").splitlines()[1] == (
        "It opened yesterday in the hall of the neighbours. The well-known mayor said that it is long-term work for northern towns."
    )
    assert doubted(f"The fair\n\n{lines}\n") == [("hyphen-may-be-its-own", "long-\nterm")]
    verse = "The fair\n\nTo-\nday it rains\nand all is well\nagain"
    assert mended(verse).count("\n") == 4


def test_what_stands_under_a_picture_is_no_heading() -> None:
    text = f'{TITLE}\n\n[caption id="a_1" width="300"]الوزير في قاعة المعرض[/caption]\n{FIRST}\n[our_note kind="x"]{SECOND}[/our_note]'
    [caption, *rest] = repair(text).document.blocks
    assert (caption.kind, caption.text) == (BlockKind.PARAGRAPH, "الوزير في قاعة المعرض")
    assert [block.text for block in rest] == [FIRST, SECOND]


WORD = (
    '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">'
    '<!--[if gte mso 9]><xml><o:AllowPNG/><w:View>Normal</w:View></xml><![endif]--><style><!-- p.MsoNormal {mso-style-parent:"";} --></style>'
    "</head><body><div class=WordSection1><p class=MsoTitle>{0}<o:p></o:p></p><p class=MsoNormal style='mso-bidi-language:AR'>{1}<o:p></o:p></p>"
    '<!--[if gte vml 1]><v:shape id="x"><v:imagedata src="a.png"/></v:shape><![endif]--><![if !vml]><img src="a.png"><![endif]>'
    "<p class=MsoNormal>{2}<![if !supportEmptyParas]>&nbsp;<![endif]></p></div></body></html>"
)
DOCS = (
    '<b style="font-weight:normal" id="docs-internal-guid-1a2b"><p dir="rtl" style="line-height:1.38"><span style="font-size:11pt">{0}</span></p>'
    '<p dir="rtl"><span style="white-space:pre-wrap">{1}</span></p><br><p dir="rtl"><span>{2}</span></p></b>'
)
SETTINGS = (
    '{0}\n\nNormal 0 false false false EN-US X-NONE AR-SA /* Style Definitions */ table.MsoNormalTable {{mso-style-name:"جدول";}}\n'
    "{1}\n<!--[if gte mso 9]><xml><w:Zoom>0</w:Zoom></xml><![endif]-->{2}"
)


@pytest.mark.parametrize(
    ("made", "name"), [(WORD, "a.html"), (DOCS, "a.html"), (SETTINGS, "a.txt")], ids=["word", "docs", "settings"]
)
def test_what_word_and_google_docs_keep_for_themselves_is_no_text(made: str, name: str) -> None:
    text = (
        made.format(TITLE, FIRST, SECOND)
        if "{{" in made
        else made.replace("{0}", TITLE).replace("{1}", FIRST).replace("{2}", SECOND)
    )
    article = planned(text, name)
    assert article.front_matter["title"] == TITLE
    assert article.body.split("\n\n") == [FIRST, f"{SECOND}\n"]


def test_the_first_heading_of_a_live_blog_is_kept() -> None:
    posts = "".join(
        f"<li><time>1{n}:15</time><h3>{heading}</h3><p>{said}</p></li>"
        for n, (heading, said) in enumerate([("وصول الوفود إلى القاعة", FIRST), ("بدء الجلسة الأولى", SECOND)])
    )
    head = f'<!DOCTYPE html><html lang="ar"><head><title>{TITLE}</title></head><body>'
    page = f"{head}<article><h1>{TITLE}</h1><ul>{posts}</ul></article></body></html>"
    body = planned(page, "a.html").body
    assert body.startswith(f"## وصول الوفود إلى القاعة\n\n{FIRST}") and "## بدء الجلسة الأولى" in body


@pytest.mark.parametrize("line", ["ءءءء ءءء", "ءاخس ءاحر مساء سماء", "ةماسة ةلاعة"])
def test_a_line_that_would_run_backwards_either_way_is_doubted_and_not_turned(line: str) -> None:
    text = f"خبر من المكتبة\n{line}\n{FIRST}"
    done = repair(text)
    assert done.document.text == text
    assert "line-may-be-backwards" in [d.rule for d in done.doubts]


@pytest.mark.parametrize("remnants", ["a>" * 99, "b>p> " * 99])
def test_however_many_rests_of_tags_stand_one_after_the_other_all_go_at_once(remnants: str) -> None:
    done = repair(f"{remnants}ثم قال الوزير نعم")
    assert done.document.text.split() == ["ثم", "قال", "الوزير", "نعم"] * 2  # the title, and the text
    assert not repair(done.document.text).changes


def test_turkish_that_was_read_as_windows_1254_is_turkish_again() -> None:
    text = "Zeytin fuarı limanda açıldı\nBelediye başkanı dün eski liman salonunda yıllık zeytin fuarını açtı; komşu şehirlerden çok ziyaretçi geldi."
    strange = "".join(bytes([b]).decode("cp1254", "ignore") or chr(b) for b in text.encode())
    assert mended(strange) == text


def test_a_headline_that_asks_is_the_title_mark_for_mark() -> None:
    asking = "هل ينجح معرض الزيتون هذا العام؟"
    assert planned(f"العنوان: {asking}\nالكاتب: سالم بن ناصر\n\n{FIRST}\n{SECOND}").front_matter["title"] == asking
    assert planned(f"{asking}\n\n{FIRST}\n{SECOND}").front_matter["title"] == asking
    assert repair(f"«{asking}»\n\n{FIRST}").document.title_inferred
    assert repair(f"{asking}\nنعم.\n{FIRST}").document.title_inferred
