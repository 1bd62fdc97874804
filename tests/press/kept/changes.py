"""Every kind of change of an archive, of its theme and of its site, and how many articles are printed anew for it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date

from project import ROOT

from .building import Builds

VOCABULARY = "vocabulary/concepts.yaml"


def replaced(path: str, before: str, after: str) -> Callable[[Builds], None]:
    """Give the change that replaces words of a file."""

    def change(builds: Builds) -> None:
        text = (builds.content / path).read_text(encoding="utf-8")
        changed, number = re.subn(before, after, text, count=1, flags=re.MULTILINE)
        assert number, f"{path} has no {before}"
        builds.write(path, changed)

    return change


def put(path: str, text: str) -> Callable[[Builds], None]:
    return lambda builds: builds.write(path, text)


def gone(*paths: str) -> Callable[[Builds], None]:
    def change(builds: Builds) -> None:
        for path in paths:
            (builds.content / path).unlink()

    return change


def set_to(**values: object) -> Callable[[Builds], None]:
    def change(builds: Builds) -> None:
        for name, value in values.items():
            setattr(builds, name, value)

    return change


def own_theme(path: str, before: str, after: str) -> Callable[[Builds], None]:
    def change(builds: Builds) -> None:
        theme = builds.root / "theme"
        shutil.copytree(ROOT / "theme", theme, ignore=shutil.ignore_patterns("static"))
        (theme / "static").symlink_to(ROOT / "theme/static")
        text = (theme / path).read_text(encoding="utf-8")
        assert before in text
        (theme / path).write_text(text.replace(before, after), encoding="utf-8")
        builds.theme = theme
        builds.compiled = builds.root / "compiled"
        builds.compiled.mkdir()

    return change


def by_hand(path: str, data: bytes | None) -> Callable[[Builds], None]:
    """Give the change of somebody who writes to the site itself."""

    def change(builds: Builds) -> None:
        file = builds.output / path
        if data is None:
            file.unlink()
        else:
            file.write_bytes(data)

    return change


def with_logo(builds: Builds) -> None:
    builds.write("theme/logo.svg", LOGO)
    replaced("site.yaml", "^months: .*", "months: ar\ntheme: {logo: logo.svg}")(builds)
    builds.build()
    builds.write("theme/logo.svg", LOGO.replace("9", "8"))


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40"><path d="M0 0h90v40H0z"/></svg>'
NEW = "---\ntitle: خبر جديد\ndate: 2022-05-02\ntags: [حر]\n---\nنص الخبر الجديد عن القناة.\n"
OWN_PAGE = "---\ntitle: هيئة التحرير\n---\nنحن من [افتتح القناة]({filename}../articles/canal.md).\n"
EMBARGOED = NEW.replace("---\nنص", "embargo: 2027-02-01\n---\nنص")
VERSION = """\
---
title: أقدم ما في الأرشيف
slug: أقدم-ما-في-الأرشيف-v3
date: 1998
version_of: أقدم-ما-في-الأرشيف
added: 2025-01-01
---
نص ثالث عن الري في واحة النخيل لا يُعرف من تاريخه إلا السنة.
"""


CHANGES: dict[str, tuple[Callable[[Builds], None], int | None]] = {
    "nothing": (lambda _: None, 0),
    "a text": (replaced("articles/festival.md", r"\Z", "\nوسطر في آخره.\n"), 1),
    "a title, which neighbours name": (replaced("articles/festival.md", "^title: ", "title: جديد "), 1),
    "one more": (put("articles/new.md", NEW), 1),
    "one less": (gone("articles/dense.md"), 0),
    "a date": (replaced("articles/festival.md", r"^date: .*$", "date: 1999-01-02"), 1),
    "another address": (
        replaced("articles/festival.md", "^slug: .*$", "slug: other\naliases: [مهرجان-التمور-يعود]"),
        1,
    ),
    "a draft": (replaced("articles/festival.md", "^title: ", "status: draft\ntitle: "), None),
    "a withdrawal": (
        replaced("articles/festival.md", "^title: ", "withdrawn: {date: 2026-01-01, reason: خطأ}\ntitle: "),
        None,
    ),
    "one more version": (put("articles/year-v3.md", VERSION), 1),
    "a version that stands alone": (replaced("articles/year-v2.md", "^version_of: .*\n", ""), 1),
    "a withdrawal of what has a version": (
        replaced("articles/year.md", "^title: ", "withdrawn: {date: 2026-01-01, reason: خطأ}\ntitle: "),
        None,
    ),
    "words withheld from what has a version": (
        replaced("articles/year.md", "^title: ", "withheld: [الري]\ntitle: "),
        None,
    ),
    "one more original": (put("originals/news.txt", "وصل الوفد إلى المدينة\n\nقال الوزير إن | العمل مستمر .\n"), 1),
    "a definition": (replaced(VOCABULARY, r"^(    text: *\{? *ar: |      ar: )", r"\1جديد "), None),
    "one more concept": (
        lambda b: b.write("vocabulary/more.yaml", "festival:\n  scheme: topic\n  pref_label: {ar: دورته التاسعة}\n"),
        1,
    ),
    "a concept that no text names": (
        lambda b: b.write("vocabulary/more.yaml", "Ural:\n  scheme: place\n  pref_label: {ar: جبال الأورال}\n"),
        0,
    ),
    "words that mean the same": (put("vocabulary/synonyms.yaml", "القناة: [الترعة]\n"), 0),
    "the archive's name": (replaced("site.yaml", "^name: .*$", "name: بيت الورق"), None),
    "what scholars are offered": (
        replaced("site.yaml", "^months: .*", "months: ar\nexports: [tei, skos, records]"),
        None,
    ),
    "months": (replaced("site.yaml", "^months: .*", "months: ar_MA"), None),
    "digits": (replaced("site.yaml", "^months: .*", "months: ar\ndigits: arab"), None),
    "a page of one's own": (put("pages/team.md", OWN_PAGE), 0),
    "a page of one's own in the navigation": (
        put("pages/team.md", OWN_PAGE.replace("---\nن", "menu: yes\n---\nن")),
        None,
    ),
    "words of one's own for the home": (put("pages/home.md", "وعد.\n"), 0),
    "words of one's own for the method": (put("pages/method.md", "كيف نعمل.\n"), 0),
    "words of one's own for every foot": (put("pages/footer.md", "ذيل.\n"), None),
    "the navigation": (
        replaced("site.yaml", "^months: .*", "months: ar\nnavigation: [archive, {method: كيف نعمل}]"),
        None,
    ),
    "rules of one's own": (put("theme/custom.css", ".body { text-align: start }\n"), None),
    "a logo": (with_logo, None),
    "looks": (replaced("site.yaml", "^months: .*", 'months: ar\ntheme: {accent: "#7a1f3d", measure: 24}'), None),
    "calendars": (replaced("site.yaml", "^months: .*", "months: ar\ncalendars: [umalqura, gregory]"), None),
    "the address of the site": (set_to(site_url="https://other.example"), None),
    "no address": (set_to(site_url=""), None),
    "a template": (own_theme("templates/article.html", "<article", "<article class=x"), None),
    "a late part": (own_theme("templates/includes/late/around.html", "‹", "«"), None),
    "a translation": (own_theme("translations/ar/theme.po", "أقدم", "الأقدم"), None),
    "a page that somebody changed": (by_hand("articles/great-canal-opens/index.html", b"<p>changed"), 1),
    "a page that somebody deleted": (by_hand("articles/great-canal-opens/index.html", None), 1),
    "a list that somebody changed": (by_hand("index.html", b"<p>changed"), 0),
    "another day": (set_to(today=date(2027, 3, 1)), 0),
}
