"""Articles with doubts that are alike, and questions of an article; what each file of an archive holds."""

from __future__ import annotations

from desk.conftest import Desk
from desk.doubtful_texts import damaged, repaired

WHO = ("المدير", "الكاتب", "الطبيب", "السفير", "المدرب", "النائب", "القائد", "الحارس", "المعلم", "التاجر")
IN_AN_ARTICLE = 10
ALIKE = "وحضر القاضي القاضي إلى القرية رقم {}"


def bodies(desk: Desk) -> dict[str, bytes]:
    """Give what each article holds, by its name."""
    return {file.name: file.read_bytes() for file in sorted((desk.content / "articles").iterdir())}


def everything(desk: Desk) -> dict[str, bytes]:
    """Give what each file of content/ holds, by its path."""
    files = sorted(file for file in desk.content.rglob("*") if file.is_file())
    return {file.relative_to(desk.content).as_posix(): file.read_bytes() for file in files}


def three_hundred(desk: Desk) -> None:
    """Put 300 doubts into 30 articles: 200 of one wording, in 200 sentences, and ten of each of ten others."""
    for number in range(20):
        alike = [ALIKE.format(number * 10 + n) for n in range(IN_AN_ARTICLE)]
        repaired(desk, f"a{number}", damaged(number, ".\n\n".join(alike)))
    for number, who in enumerate(WHO):
        others = [f"ورأى {who} {who} أن العمل تم في القرية رقم {n}" for n in range(IN_AN_ARTICLE)]
        repaired(desk, f"b{number}", damaged(100 + number, ".\n\n".join(others)))


MONTH = "عنوان الخبر\n\nوصل الوفد إلى المدينة صباحا وعاد في المساء بعد اجتماع طويل في دار البلدية."
AUTHORS = (
    '<html lang="ar"><head><title>سوق السمك الجديد يفتح أبوابه صباح السبت</title><meta name="pubdate" content="2023-11-08">'
    '<meta name="author" content="سلمى الخطيب"><script type="application/ld+json">{"@type": "NewsArticle", "headline": '
    '"سوق السمك الجديد يفتح أبوابه صباح السبت", "author": {"@type": "Person", "name": "هدى النجار"}}</script></head><body>'
    "<h1>سوق السمك الجديد يفتح أبوابه صباح السبت</h1>"
    + "<p>افتتحت البلدية صباح أمس سوق السمك الجديد على رصيف الميناء، بحضور عشرات الصيادين وأسرهم.</p>" * 2
    + "</body></html>"
)
