"""A small archive that has one of everything that can stand on a page; its texts are made up."""

from __future__ import annotations

from project import Project

VOCABULARY = """\
Tide:
  scheme: organisation
  pref_label: {ar: رابطة المدّ, en: Tide League}
  alt_labels: {ar: [المدّ]}
  definition: {text: {ar: رابطة مختلقة للتجربة.}, source: https://outside.example/tide}
  related: [Harbour]
Harbour:
  scheme: place
  pref_label: {ar: مرفأ السلام, en: Harbour of Peace}
"""
FULL = """\
---
title: "رابطة المدّ تجتمع في «مرفأ السلام» & تختتم"
slug: رابطة-المد-تجتمع
date: 2024-03-15
source: {name: وكالة التجربة, url: "https://outside.example/a?b=ج", via: [وكالة أخرى], rights: full}
tags: [Tide, Harbour, روسيا, روسي, روسية, C++, C#]
authors: [هدى كاتبة]
summary: اجتماع مختلق.
aliases: [عنوان-قديم, old-address]
annotations:
  - {quote: اجتمعت, kind: context, note: "شرح فيه [رابط](https://outside.example/n).", links: [https://outside.example/l]}
corrections:
  - {date: 2024-04-01, note: صُحّح الاسم.}
reviewed: {by: محرّر, date: 2024-04-02}
---
اجتمعت رابطة المدّ في مرفأ السلام أمس.[^1]

## عنوان فرعي

- أول
- ثانٍ، وانظر [المقال الآخر]({filename}second.md)

> اقتباس من كلام الرئيس.

| اسم | عدد |
|---|---|
| مرفأ | 3 |

![صورة المرفأ]({static}images/harbour.png)

[^1]: حاشية للتجربة.
"""
SECOND = """\
---
title: {title}
slug: {slug}
lang: {lang}
date: {date}
source: {source}
tags: [{tags}]
{more}
---
نص مختلق عن رابطة المدّ، للتجربة وحدها.
"""
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def second(
    name: str, title: str = "عنوان واحد", slug: str = "", lang: str = "ar", date: str = "2024-03-10", **more: str
) -> str:
    """Write a plain article's file."""
    tags = more.pop("tags", "Tide")
    source = more.pop("source", "وكالة التجربة")
    rest = "\n".join(f"{key}: {value}" for key, value in more.items())
    return SECOND.format(title=title, slug=slug or name, lang=lang, date=date, tags=tags, source=source, more=rest)


def fill(project: Project) -> Project:
    """Write the archive into a project."""
    project.write("vocabulary/all.yaml", VOCABULARY)
    project.write("images/harbour.png", PIXEL)
    project.write("articles/first.md", FULL)
    # One title twice, and a tag whose name looks like the second page of another.
    project.write("articles/second.md", second("second", tags="x, x2"))
    project.write("articles/third.md", second("third", tags="x, x page 2, x/page/2", date="2023-12"))
    project.write("articles/english.md", second("english", "Tide meets", lang="en", translation_of="رابطة-المد-تجتمع"))
    project.write("articles/undated.md", second("undated", "بلا تاريخ", date="unknown"))
    project.write(
        "articles/withdrawn.md",
        second("withdrawn", "سُحب", withdrawn="{date: 2024-05-01, reason: خطأ في المصدر}"),
    )
    project.write("articles/draft.md", second("draft", "سرّ-المسوّدة", status="draft", tags="سرّ-المسوّدة"))
    project.write("articles/later.md", second("later", "سرّ-الحظر", embargo="2030-01-01", source="سرّ-الحظر"))
    for number in range(25):
        project.write(
            f"articles/many-{number}.md", second(f"many-{number}", f"خبر {number}", date=f"2022-01-{number + 1:02}")
        )
    return project
