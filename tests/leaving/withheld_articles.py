"""Random articles that withhold a name, which stands in any field and is written in any way."""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Callable
from urllib.parse import quote

import yaml

from warraq.archive.concept import Concept, Definition, Scheme, Vocabulary
from warraq.archive.original import Original
from warraq.archive.reading_article import read_article
from warraq.archive.record import Record
from warraq.edition import edition
from warraq.edition.edition import Edition
from warraq.repair import plan
from warraq.repair.readers import read_original

from .looker import marker


def _shape(letter: str) -> str:
    """Give a letter as a shape, isolated as in a careless extraction."""
    name = f"{unicodedata.name(letter, '')} ISOLATED FORM"
    return unicodedata.lookup(name) if letter != " " else letter


FIRST, LAST = marker(1), marker(2)
NAME = f"{FIRST} {LAST}"
SHAPES = "".join(_shape(letter) for letter in NAME)
FORMS: tuple[Callable[[random.Random], str], ...] = (
    lambda _: NAME,
    lambda _: f"و{NAME}",
    lambda _: f"ل{NAME}",
    lambda _: f"{FIRST}  {LAST}",
    lambda _: f"{FIRST}\N{NO-BREAK SPACE}{LAST}",
    lambda _: f"{FIRST[0]}\N{ARABIC FATHA}{FIRST[1:3]}\N{ARABIC TATWEEL}{FIRST[3:]} {LAST}",
)
"""How it stands in a text that people read."""
DAMAGED: tuple[Callable[[random.Random], str], ...] = (
    *FORMS,
    lambda _: SHAPES,
    lambda _: f"{FIRST[:3]}\N{SOFT HYPHEN}{FIRST[3:]} {LAST}",
    lambda _: "".join(f"&#{ord(c)};" for c in NAME),
    lambda _: f"{FIRST}&nbsp;{LAST}",
    lambda _: f"<b>{FIRST}</b> {LAST}",
    lambda _: f"|{FIRST}| {LAST}",
    lambda _: NAME.encode().decode("latin-1"),
)
SENTENCES = (
    "قال {name} إن القناة الجديدة ستفتح في الشهر المقبل بعد عامين من العمل المتواصل فيها.",
    "وأضاف مجلس المياه أن الأهالي شاركوا، وأن {name} حضر معهم.",
    "وكان الوزير .قد وعد بذلك وعد وعد في العام الماضي أمام جمع كبير من أهل القرية.",
    "ولم يحضر {name} ولا غيره من أهل البلدة في ذلك اليوم الطويل الذي انتظره الناس.",
)
BODIES = (
    "{a}\n\n{b}",
    "## {a}\n\n{b}",
    "- {a}\n- {b}\n\n{c}",
    "> {a}\n>\n> {b}",
    "| {n} | عدد |\n|---|---|\n| 5 | {n} |\n\n{a}",
    "{a}[^1]\n\n{b}\n\n[^1]: حاشية عن {n}.",
    "`{n}` ثم **{n}** و*{f}* {l}\n\n{a}",
    "[{n}](https://x.test/{q}) و<https://x.test/{f}-{l}>\n\n{a}",
    "![صورة {n}](https://x.test/a.png)\n\n{a}",
    '<abbr title="{n}">ن</abbr> {a}\n\n    {n} في نص كما هو',
    "{a}  \n{n}\n\nتعريف {n}\n:   شرح {n}",
    "قال {f}\n{l} شيئا.\n\n{b}",
)
VOCABULARY = Vocabulary(
    {
        "The-Man": Concept(
            "The-Man", Scheme.PERSON, {"ar": NAME, "en": "A man"}, definition=Definition({"ar": f"{NAME} رجل."})
        ),
        "Water": Concept(
            "Water", Scheme.ORGANISATION, {"ar": "مجلس المياه"}, definition=Definition({"ar": f"رئيسه {NAME}."})
        ),
    }
)


def random_edition(chance: random.Random, number: int, *, withheld: bool = True) -> Edition:
    """Make an article, of an original or by hand, whose name is withheld."""

    def name(forms: tuple[Callable[[random.Random], str], ...] = FORMS) -> str:
        return chance.choice(forms)(chance)

    def sentence(forms: tuple[Callable[[random.Random], str], ...] = FORMS) -> str:
        return chance.choice(SENTENCES).format(name=name(forms))

    def maybe(value: object) -> object:
        return value if chance.random() < 0.5 else None

    keys: dict[str, object] = {
        "title": f"لقاء مع {name()}" if chance.random() < 0.5 else "لقاء في القرية",
        "slug": f"x-{number}",
        "date": "2023-11-08",
        "source": maybe(
            {
                "name": f"صحيفة {NAME}",
                "url": f"https://x.test/{quote(NAME)}",
                "via": [NAME],
                "archived_url": f"https://kept.test/{FIRST}-{LAST}",
            }
        ),
        "tags": maybe([NAME, "The-Man", "Water", "ماء"]),
        "summary": maybe(sentence()),
        "authors": maybe([NAME, "هدى"]),
        "corrections": maybe([{"date": "2024-01-02", "note": f"الصواب {name()}"}]),
        "reviewed": maybe({"by": NAME}),
        "withheld": [{"quote": NAME, "reason": f"طلب {NAME} ذلك"}] if chance.random() < 0.5 else [NAME],
    }
    original: Original | None = None
    record: Record | None = None
    parts = {"a": sentence(), "b": sentence(), "c": sentence(), "n": name(), "f": FIRST, "l": LAST, "q": quote(NAME)}
    body = chance.choice(BODIES).format(**parts)
    if chance.random() < 0.7:
        original, record, keys["title"], body = _of_original(chance, sentence, name)
        keys["original"] = original.name
    if NAME in body:
        before = body[max(0, body.index(NAME) - 6) : body.index(NAME)].rpartition("\n")[2]
        keys["annotations"] = [
            {
                "quote": NAME,
                "prefix": before,
                "note": f"شرح عن **{FIRST}** {LAST}",
                "author": NAME,
            },
            {
                "quote": "مجلس المياه",
                "note": f"[{NAME}](https://x.test/{quote(NAME)})",
                "links": [f"https://x.test/{quote(NAME)}", "https://y.test/"],
            },
        ]
    if chance.random() < 0.25:
        keys["source"] = {"name": f"صحيفة {NAME}", "rights": chance.choice(["excerpt 20", "metadata"])}
    elif chance.random() < 0.25:
        keys["originals"] = "private"
    elif chance.random() < 0.2:
        keys["withdrawn"] = {"date": "2024-05-06", "reason": f"طلب {NAME}"}
    if not withheld:
        del keys["withheld"]
    text = yaml.safe_dump({k: v for k, v in keys.items() if v}, allow_unicode=True, sort_keys=False)
    read = read_article(f"content/articles/x-{number}.md", f"---\n{text}---\n\n{body}\n".encode())
    assert read.article, [str(problem) for problem in read.problems]
    return edition(read.article, original, record, VOCABULARY)


def _of_original(
    chance: random.Random, sentence: Callable[..., str], name: Callable[..., str]
) -> tuple[Original, Record, str, str]:
    """Give an original in any writing, its record, its title and its body, which an editor may have changed."""
    paragraphs = [f"لقاء مع {name(DAMAGED)}", *(sentence(DAMAGED) for _ in range(4))]
    ending = chance.choice(["txt", "html"])
    if ending == "html":
        lines = "".join(f"<p>{each}</p>\n" for each in paragraphs[1:])
        data = (
            f"<html><head><title>{paragraphs[0]}</title><meta name='author' content='{NAME}'>"
            f"<script>var a={json.dumps({'n': NAME})}</script></head><body><nav><a href='/{quote(NAME)}'>{NAME}</a></nav>"
            f"<article><h1>{paragraphs[0]}</h1>\n{lines}</article></body></html>"
        )
    else:
        data = "\n\n".join(paragraphs)
    original = read_original(f"{chance.choice(['ملف', f'{FIRST}_{LAST}'])}.{ending}", data.encode())
    planned = plan(original, VOCABULARY)
    body = planned.body
    if chance.random() < 0.4:
        body = body.replace("القناة", f"قناة {NAME}", 1).replace("الأهالي", "الناس", 1)
    return original, planned.record, str(planned.front_matter["title"]), body
