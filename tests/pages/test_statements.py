"""Every statement that an article's page makes is true for that article: articles × statements."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from edition.making import VOCABULARY, article, made
from pages.libraries import CORRECTION
from pages.libraries import made as of_original
from theme.rendering import templates
from warraq.archive.archive import Archive, Site
from warraq.archive.article import CONFIRMED_DATE, Annotation, Reviewed, Settled, Source, Withheld
from warraq.archive.partial_date import PartialDate
from warraq.archive.record import Described, Evidence, Origin
from warraq.edition import edition
from warraq.edition.edition import Edition
from warraq.pages.about import about
from warraq.pages.article import ArticlePage, articles
from warraq.pages.home import home
from warraq.pages.method import method
from warraq.pages.missing import missing
from warraq.pages.rights import publishable
from warraq.press.rendering import Templates

CHECK = Annotation("بوتين", "صحيح", kind="fact-check", verdict="confirmed", links=("https://check.test/",))
NOTE = Annotation("بوتين", "شرح")
DAY = PartialDate(2023, 11, 8)
EDITED = "قال فلان. ثم زار منظمة شنغهاي للتعاون في روسيا\n\nوعاد عاد إلى أستانا"


def inferred(of: Edition, origin: Origin = Origin.INFERRED) -> Edition:
    """Put the origin of the date into the record."""
    assert of.record is not None
    evidence = (Evidence(start=0, end=5, quote="عنوان", says="weekday"),)
    described = {"date": Described(value=str(DAY), origin=origin, evidence=evidence)}
    record = of.record.model_copy(update={"described": described})
    return edition(of.article, of.original, record, VOCABULARY)


CLEAN = "عنوان الخبر\nقال بوتين شيئا."
ARTICLES: Mapping[str, Edition] = {
    "by hand": made("قال بوتين في روسيا شيئا."),
    "by hand, a note": made("قال بوتين شيئا.", NOTE),
    "by hand, checked": made("قال بوتين شيئا.", CHECK),
    "by hand, a name twice": made("قال بوتين في روسيا شيئا عن روسيا."),
    "by hand, a name without definition": made("زار أستانا ثم أستانا."),
    "by hand, words withheld": edition(
        replace(article("قال بوتين شيئا."), withheld=(Withheld("بوتين"),)), None, None, VOCABULARY
    ),
    "of an original": of_original(),
    "of an original, nothing repaired": of_original(text=CLEAN, body="قال بوتين شيئا."),
    "of an original, checked": of_original(CHECK),
    "of an original, a note": of_original(NOTE),
    "of an original, words withheld": of_original(withheld=(Withheld("شنغهاي"),)),
    "edited": of_original(body=EDITED),
    "reviewed": of_original(reviewed=Reviewed("هدى", DAY)),
    "corrected": of_original(corrections=(CORRECTION,)),
    "dated by inference": inferred(of_original()),
    "dated by inference, confirmed": inferred(of_original(settled=(Settled(CONFIRMED_DATE, str(DAY)),))),
    "dated by its text": inferred(of_original(), Origin.TEXT),
    "dated by an editor": inferred(of_original(date=PartialDate(2022))),
    "undated": of_original(date=None),
    "an excerpt": of_original(source=Source("وكالة", rights="excerpt 3")),
    "its original private": of_original(originals="private"),
    "metadata only": of_original(source=Source("وكالة", rights="metadata")),
}
HAND, RESTRICTED = "by hand", ("an excerpt", "metadata only")


def is_by_hand(name: str) -> bool:
    return name.startswith(HAND)


def has_original(name: str) -> bool:
    return not is_by_hand(name) and name not in RESTRICTED


def is_repaired(name: str) -> bool:
    return has_original(name) and "nothing repaired" not in name


def named(*names: str) -> Callable[[str], bool]:
    return lambda name: name in names


STATEMENTS: Mapping[str, Callable[[str], bool]] = {
    "We repair the text; we do not check": lambda name: not is_by_hand(name) and "checked" not in name,
    "We repair the text; whether the news is true is checked only": lambda name: name == "of an original, checked",
    "We do not check whether the news is true.": lambda name: is_by_hand(name) and "checked" not in name,
    "Whether the news is true is checked only": named("by hand, checked"),
    "of the text were repaired|of the text was repaired": is_repaired,
    "Compare the original with the article": lambda name: has_original(name) and name != "its original private",
    "kept, and not published": named("its original private"),
    "not published, at the request": lambda name: "withheld" in name,
    "does not lead back to it exactly": named("of an original, words withheld"),
    "text without the withheld words": named("of an original, words withheld"),
    "SHA-256": lambda name: has_original(name) and "withheld" not in name,
    " kilobytes": lambda name: has_original(name) and "withheld" not in name,
    "<dt>Original": has_original,
    "<dt>Repairs": has_original,
    "<dt>Rules": has_original,
    "<dd>none(?! outside)": named("of an original, nothing repaired"),
    "by editors": named("edited"),
    "changed by an editor": named("edited"),
    "doubtful passage": is_repaired,
    "not yet by an editor": lambda name: has_original(name) and name != "reviewed",
    "reviewed by": named("reviewed"),
    "<b>Correction": named("corrected"),
    r"\(inferred date\)": named("dated by inference"),
    "inferred from the text": named("dated by inference"),
    "names a weekday": lambda name: name.startswith("dated by") and name != "dated by an editor",
    "date unknown": lambda name: name == "undated" or is_by_hand(name),
    "passage with a note": lambda name: "checked" in name or name.endswith("a note"),
    "Only an excerpt may be published": named("an excerpt"),
    "may not be published here": named("metadata only"),
    "a name with its definition": lambda name: name in ("by hand", "by hand, a name twice") or is_repaired(name),
    "a name defined elsewhere": named("by hand, a name twice"),
    "a name that has a page of its own": lambda name: is_repaired(name) or name == "by hand, a name without definition",
}
"""What a page may state, as a pattern → of which of ARTICLES it is true."""

SITE = Site("Archive", language="en", editors="named")


@cache
def rendering() -> Templates:
    return templates(SITE)


def page_of(each: Edition) -> str:
    archive = Archive(SITE, (each.article,), vocabulary=VOCABULARY)
    library = publishable(archive, (each,), "https://archive.test", date(2027, 1, 1))
    [page] = [page for page in articles(library) if isinstance(page, ArticlePage)]
    rendered = rendering().render(page).decode()
    return html.unescape(re.sub(r"<script.*?</script>", "", rendered, flags=re.DOTALL))


@pytest.mark.parametrize("name", ARTICLES)
def test_a_page_states_what_is_true_of_its_article_and_nothing_else(name: str) -> None:
    page = page_of(ARTICLES[name])
    assert {each for each in STATEMENTS if re.search(each, page)} == {
        each for each, holds in STATEMENTS.items() if holds(name)
    }


def test_every_statement_is_true_of_one_article_and_false_of_another() -> None:
    assert {len(set(map(holds, ARTICLES))) for holds in STATEMENTS.values()} == {2}


def test_no_page_of_the_site_denies_what_a_note_of_it_does() -> None:
    archive = Archive(SITE, (article("نص"),), vocabulary=VOCABULARY)
    library = publishable(archive, (made("قال بوتين شيئا.", CHECK),), "https://archive.test", date(2027, 1, 1))
    pages = [page for kind in (home, about, missing) for page in kind(library)]
    said = [rendering().render(page).decode() for page in (*pages, *(each.make() for each in method(library)))]
    denied = [
        text for text in said if "not check whether the news is true" in text.replace("true, except where a note", "")
    ]
    assert len(said) == 4 and denied == []
