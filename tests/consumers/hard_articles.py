"""Articles that programs which look for a text easily misread: very short and very long ones, lists, tables, links, others' dates."""

from __future__ import annotations

LONG = (
    "أعلن مجلس المياه في واحة النخيل أن العمل في المشروع سيستمر إلى نهاية العام المقبل، وأن كلفته لن تزيد على ما قُدّر لها أول الأمر، "
    "على الرغم من ارتفاع الأسعار."
)
SHORT = "وقالت ليلى نوري إن الماء حق."
MUCH = "فيها كلام كثير، وفواصل، وفواصل، وفواصل، حتى يحسبها برنامج يبحث عن نص فقرة من المادة لا شك فيها عنده أبدا."
"""As long and as rich in commas as a paragraph."""


def _article(head: str, *blocks: str) -> str:
    return "---\n" + head + "\n---\n" + "\n\n".join(blocks) + "\n"


HARD = {
    "tiny": _article("title: خبر قصير جدا\ndate: 2024-01-02\nsource: صحيفة الواحة\nauthors: [عبد الله]", "نص قصير."),
    "one-long": _article(
        "title: فقرة واحدة طويلة\ndate: 2024-01-03\nsource: صحيفة الواحة\nauthors: [محمد عبد الله, أبو بكر الصديق, تركي آل سعود]",
        " ".join([LONG] * 14),
    ),
    "long-first": _article(
        "title: فقرة طويلة ثم قصيرات\ndate: 2024-01-04\nsource: صحيفة الواحة\nauthors: [أبو بكر]",
        " ".join([LONG] * 14),
        SHORT,
        "انتهى.",
        SHORT,
    ),
    "links": _article(
        "title: روابط\ndate: 2024-01-05\nsource: بريد\nauthors: [آل سعود, Mary-Ann de la Cruz]",
        SHORT,
        "[رابط أول طويل إلى صفحة بعيدة](https://example.org/1) و[رابط ثان طويل إلى صفحة أخرى](https://example.org/2).",
        LONG,
    ),
    "links-in-a-list": _article(
        "title: قائمة روابط\ndate: 2024-01-05\nsource: بريد",
        LONG,
        "- [واحد](https://example.org/3)\n- [اثنان](https://example.org/4)",
        LONG,
    ),
    "short-lines": _article(
        "title: أسطر قصيرة\ndate: 2024-01-06\nsource: {name: وكالة القوافل, via: [رويترز]}",
        *("واحد.", "اثنان.", "ثلاثة: نعم.", "أربعة!", SHORT, SHORT + " كثيرا.", "خمسة."),
    ),
    "structure": _article(
        "title: عناوين وجداول واقتباسات\ndate: 2024-02\nsource: {name: وكالة القوافل, url: 'https://caravan.example/x?y=1&z=2'}\n"
        f"annotations:\n- {{quote: حق موثق, kind: note, note: 'حاشية {MUCH}'}}\n- {{quote: سطر فريد, kind: context, note: 'سياق {MUCH}'}}",
        f"{LONG} حق موثق.",
        "سطر فريد هنا.",
        "## عنوان",
        SHORT,
        f"### آخر\n\n> {SHORT}",
        "| المدينة | العدد |\n| --- | --- |\n" + "\n".join(f"| مدينة بعيدة {n} | {n * 7} |" for n in range(8)),
        f"1. {SHORT} أولا\n2. {SHORT} ثانيا",
        "قصير.",
        LONG,
    ),
    "undated": _article(
        "title: بلا تاريخ وفيه تواريخ\ndate: unknown\nsource: {name: صحيفة الواحة, url: 'https://example.org/u', retrieved: 2022-02-03}\n"
        f"corrections:\n- {{date: 2023-01-01, note: 'تصويب {MUCH}'}}\n"
        "annotations:\n- {quote: سطر فريد, kind: note, note: حاشية, date: 2021-05-05, author: محرر}\n"
        "reviewed: {by: هيئة, date: 2024-05-05}\ntags: [Water-Council]",
        LONG,
        f"{SHORT} سطر فريد.",
        LONG,
    ),
    "no-source": _article("title: بلا مصدر ولا كاتب\ndate: 2019-07-01", LONG, SHORT, LONG),
    "excerpt": _article(
        "title: مقتطف\ndate: 2019-07-02\nsource: {name: صحيفة الواحة, url: 'https://example.org/e', rights: excerpt 40}",
        LONG,
        SHORT,
        LONG,
    ),
    "metadata": _article(
        "title: بيانات وحدها\ndate: 2019-07-03\nsource: {name: صحيفة الواحة, url: 'https://example.org/m', rights: metadata}",
        LONG,
    ),
    "english": _article(
        "title: An English article\ndate: 2020-01-01\nlang: en\nsource: Desert Wire\nauthors: [John Smith]",
        "The Water Council said, on Monday, that the canal will be finished next year, and that it will cost no more than planned.",
        "Short.",
        "It also said, in a second statement, that prices have gone up, and that the work will go on.",
        "- one thing and another\n- two things and others",
    ),
    "signs": _article(
        "title: 'قال \"نعم\" & <b>لا</b>: =+% 100 · «مقتبس»'\ndate: 2020-01-04\nsource: {name: 'A & B = \"C\" + 5%'}\n"
        'authors: ["O\'Neil", \'علي "الكبير"\']',
        LONG,
        SHORT,
    ),
    "thirty": _article(
        "title: ثلاثون فقرة\ndate: 2020-01-06\nsource: صحيفة الواحة",
        *(f"{LONG} ({n})" if n % 3 else f"{SHORT} {n}" for n in range(30)),
    ),
    "struck": _article(
        "title: مشطوب وبارز\ndate: 2020-01-07\nsource: صحيفة الواحة",
        f"{LONG} <s>محذوف</s> و**بارز**.",
        f"<del>{SHORT}</del>",
        LONG,
    ),
    "quotations": _article(
        "title: اقتباسات وحدها\ndate: 2020-01-08\nsource: صحيفة الواحة", f"> {LONG}\n>\n> {SHORT}", f"> {SHORT}"
    ),
    "a-table": _article(
        "title: جدول وحده\ndate: 2020-01-09\nsource: صحيفة الواحة",
        "| المدينة | العدد |\n| --- | --- |\n" + "\n".join(f"| مدينة {n} | {n * 7} |" for n in range(8)),
    ),
    "a-list": _article(
        "title: قائمة وحدها\ndate: 2020-01-10\nsource: صحيفة الواحة", "\n".join(f"- {SHORT} {n}" for n in range(8))
    ),
    "hidden": _article("title: مسودة\ndate: 2020-01-11\nstatus: draft", LONG),
}
"""By the names of their files."""
