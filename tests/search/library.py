"""A handful of made-up articles to search in, and a browser page that has the search open."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from warraq.pages.page import File
from warraq.pages.search.bench.server import Host
from warraq.pages.search.holdings import Holding
from warraq.pages.search.index import build
from warraq.pages.search.modules import browser_modules
from warraq.pages.search.names import Name

OWN = (("مركب", "سفينة", "بيت عائم"),)
"""The words that this archive's editors take for one another."""
NAMES = {
    "Water-Council": Name("Water-Council", "مجلس المياه", ("مجلس المياه", "Water Council", "شورای آب", "WCO")),
    "~مركب": Name("~مركب", "مركب | سفينة | بيت عائم", ("مركب", "سفينة", "بيت عائم")),
}
VERSION = Holding(
    "articles/bridge-v2/",
    "الجسر الجديد يفتح أبوابه غدا",
    "أعلن الوزير أن الجسر سيُفتح غدا بالفوانيس، وقال إن العمل انتهى.",
    "2024-03-15",
    "صحيفة الواحة",
    ("جسور",),
    version_of="articles/bridge/",
    version_day="١ أبريل ٢٠٢٤",
)
"""Another version of the first article."""
HOLDINGS = (
    VERSION,
    Holding(
        "articles/bridge/",
        "الجسر الجديد يفتح أبوابه",
        "أعلن الوزير أن الجسر سيُفتح اليوم، وقال إن العمل انتهى.",
        "2024-03-15",
        "صحيفة الواحة",
        ("جسور",),
    ),
    Holding(
        "articles/canal/",
        "قناة الماء الكبرى",
        "أعلنت الهيئة وصول المياه إلى السفينة الكبرى في الميناء.",
        "2023-11-08",
        "وكالة القوافل",
        ("Water-Council",),
    ),
    Holding(
        "articles/council/",
        "اجتماع في الواحة",
        "اجتمع مجلس المياه أمس، وناقش ثلاثة مشاريع بكلفة 28.2 مليون. وزاد الطلب 20 في المئة.",
        "2023-11",
        "وكالة القوافل",
    ),
    Holding(
        "articles/ships/",
        "السفن في البحر",
        "وصلت سفن كبيرة إلى بيروت من لبنان؛ وفيها أسماك ونفط، بحسب رئيسها. وعددها 20.",
        "2022",
        "صحيفة الواحة",
    ),
    Holding(
        "articles/doctors/",
        "أطباء يحذّرون",
        "حذّر أطبّاء المستشفى من المرض الجديد،والمدارس أغلقت أبوابها. وغاب ٢٠٪ من التلاميذ.",
        "2021-05-02",
        "صحيفة الواحة",
    ),
    Holding(
        "articles/hamza/",
        "مسئولون في المؤتمر",
        "استقبل المسؤول الضيوف استقبالا حارا، ويستقبل غيرهم غدا.",
        "",
        "وكالة القوافل",
    ),
    Holding(
        "articles/far/",
        "الوزير والبحر",
        "قال الوزير كلاما كثيرا في أمور لا صلة لها بما نحن فيه، ثم ذهب بعد أيام طويلة إلى البحر ولم يعد منه إلا بعد سنة كاملة فرأى الجسر.",
        "2020-01-01",
        "صحيفة الواحة",
    ),
    Holding(
        "articles/persian/",
        "گشایش کانال آب",
        "شورای آب کتاب‌های تازه خرید.",
        "2019-06-07",
        "پیک بیابان",
        language="fa",
    ),
    Holding(
        "articles/markup/", "<b>عنوان</b> & «علامات»", "فيه <script>alert(1)</script> ونص.", "2018-01-01", "<i>مصدر</i>"
    ),
)


def put(folder: Path, files: Iterable[File]) -> Path:
    """Write files below a folder."""
    for file in files:
        place = folder / file.address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.data)
    return folder


def written_site(folder: Path) -> Path:
    """Write a site that has nothing but the search of these articles."""
    put(
        folder, [*browser_modules(OWN), *build(HOLDINGS, NAMES), File("index.html", b"<!doctype html><title>x</title>")]
    )
    return folder


class SearchTab:
    """Asks the search in a tab."""

    def __init__(self, page: Any, host: Host, below: str = "") -> None:
        self.page = page
        page.goto(f"{host.url}/{below}index.html")
        page.evaluate("async (m) => { window.module = await import(m); }", f"{host.url}/{below}search/search.js")

    def __call__(self, query: str, **options: object) -> Any:
        return self.page.evaluate("([query, options]) => window.module.search(query, options)", [query, options])

    def slugs(self, query: str, **options: object) -> list[str]:
        """Give the slugs of the results, in order."""
        return [result["url"].rstrip("/").rsplit("/", 1)[-1] for result in self(query, **options)["results"]]
