"""
An archive of made-up articles, to look at what thousands of them feel like: `python3 tasks.py demo --articles 5000`.

The same number gives the same archive. It stands in `demo/` with settings of its own, so that `content/` is never touched.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
if str(ROOT / "tests") not in sys.path:
    sys.path.insert(0, str(ROOT / "tests"))

from project import Project  # noqa: E402 - found only now

FIRST, DAYS = date(2004, 1, 1), 8000
"""Up to the end of 2025."""
UNDATED, MONTH_ONLY = 60, 25
"""One article of so many has no date, or no day."""
SITE = """\
name: "تجربة: أرشيف مختلَق"
language: ar
description: {ar: أرشيف من أخبار مختلَقة، يُبنى للتجربة وحدها.}
"""
# Places of both genders, organisations masculine and people feminine, so that every sentence below agrees with its names.
NAMES = {
    "place": "واحة النخيل، رأس الصدف، تل الزيتون، وادي الورد، مرفأ السلام، قرية السدر، بلدة القصب، جزيرة الملح، سهل الكمون،"
    " عين الغزال، جبل الندى، باب الريح",
    "organisation": "مجلس المياه، اتحاد الصيادين، مرصد الرمال، معهد البذور، نادي الخرائط، مكتب الأسواق، صندوق الحرف، مركز الطرق",
    "person": "ليلى نوري، هند الكاتب، مريم القباني، نوال الرسام، رنا الصائغ، سعاد الوراق، منى الخياط، هدى الزجاج، سلمى الحداد",
    "topic": "الري، المكتبات، الأسواق، الصيد البحري، الطرق، التشجير، الحرف اليدوية، المدارس، الطاقة الشمسية، حماية السواحل",
}
SOURCES = "وكالة القوافل، صحيفة الواحة، بريد الجزيرة، صدى الجبل، إذاعة المرفأ، مجلة السهل"
VERBS = "يطلق، يناقش، يختتم، يستأنف، يؤجل، يوسّع، يدعم"
WORKS = "مشروع القناة، برنامج التدريب، طريق الساحل، ترميم السوق القديم، معرض الحرف، حفر الآبار، مهرجان التمور"
ENDS = "بمشاركة الأهالي، بعد عامين من العمل، رغم ارتفاع الكلفة، للمرة الثالثة، قبل نهاية العام"
SENTENCES = (
    "قالت {person} إن {work} في {place} سيتواصل، وإن {organisation} خصص له {number} مليون دينار.",
    "وأضافت أن العمل شمل {number} حيًّا في {place}، وأن نسبة الإنجاز بلغت {number}.6%.",
    "وذكر بيان صدر عن {organisation} أن {topic} في {place} من أولوياته في المرحلة المقبلة.",
    "ويرى مختصون في {topic} أن النتائج لن تظهر قبل {number} شهرًا.",
    "وكان {organisation} قد ناقش الأمر في اجتماع سابق حضره {number} عضوًا.",
    "ويبلغ عدد سكان {place} نحو {number} ألف نسمة.",
    "ورأت {person} من جهتها أن {work} يحتاج إلى وقت أطول، ولا سيما في {place}.",
)
ARTICLE = """\
---
title: {title}
slug: خبر-{place_in_row}
date: {date}
source: {source}
tags: [{tags}]
summary: {summary}
---
{text}
"""


def listed(names: str) -> list[str]:
    """Part a list written as Arabic writes it."""
    return names.split("، ")


CONCEPTS = {
    name: f"{scheme}-{number}" for scheme, names in NAMES.items() for number, name in enumerate(listed(names), 1)
}


def vocabulary() -> str:
    """Every name as a concept with a definition."""
    return "".join(
        f"{concept}:\n  scheme: {concept.split('-')[0]}\n  pref_label: {{ar: {name}}}\n"
        f"  definition: {{text: {{ar: اسم مختلَق لهذا الأرشيف.}}}}\n"
        for name, concept in CONCEPTS.items()
    )


def article(number: int) -> str:
    """Write the article of that number: some eight paragraphs, of names that recur as they do in news."""
    chance = random.Random(number)
    names = {scheme: listed(names) for scheme, names in NAMES.items()}
    told = {scheme: chance.choice(choice) for scheme, choice in names.items()} | {"work": chance.choice(listed(WORKS))}

    def sentence(pattern: str) -> str:
        place = told["place"] if chance.random() < 0.7 else chance.choice(names["place"])
        said = told | {"place": place, "person": chance.choice(names["person"])}
        return pattern.format(**said, number=chance.randint(11, 99))

    paragraphs = [" ".join(map(sentence, chance.sample(SENTENCES, 3))) for _ in range(chance.randint(4, 10))]
    day = FIRST + timedelta(chance.randrange(DAYS))
    when = "unknown" if number % UNDATED == 0 else f"{day:%Y-%m}" if number % MONTH_ONLY == 0 else day.isoformat()
    return ARTICLE.format(
        title=f"{told['organisation']} {chance.choice(listed(VERBS))} {told['work']} في {told['place']} {chance.choice(listed(ENDS))}",
        place_in_row=number,
        date=when,
        source=chance.choice(listed(SOURCES)),
        tags=", ".join(CONCEPTS[told[scheme]] for scheme in ("place", "organisation", "topic")),
        summary=paragraphs[0].split(".")[0],
        text="\n\n".join(paragraphs),
    )


def write(project: Project, articles: int) -> Project:
    """Write an archive of so many articles."""
    project.write("site.yaml", SITE)
    project.write("vocabulary/made-up.yaml", vocabulary())
    for number in range(1, articles + 1):
        project.write(f"articles/{number:06}.md", article(number))
    project.settle()
    return project


def main() -> None:
    """Write and build it; a failure ends with the build's own words."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=500)
    home = ROOT / "demo"
    shutil.rmtree(home / "content", ignore_errors=True)
    project = write(Project(home), options.parse_args().articles)
    done = project.build()
    print(done.stdout.strip())
    if done.returncode:
        sys.exit(done.returncode)
    print(f"To look at it: python3 -m http.server --directory {project.output}")


if __name__ == "__main__":
    main()
