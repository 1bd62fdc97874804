"""Addresses are those that Pelican 4 itself gave to these files; what it made no page of is public nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.conftest import Desk
from desk.importing.moving import sites
from warraq.archive.article import Article
from warraq.desk.importing.moving.pelican_addresses import any_day

CONFIG = """AUTHOR = 'هيئة التحرير'
DEFAULT_LANG = 'ar'
ARTICLE_URL = "{date:%Y}/{date:%b}/{slug}/"
PATH = "content"
"""
TEXT = "\n" + sites.TEXT


def moved(desk: Desk, tmp_path: Path, files: dict[str, str], config: str = CONFIG) -> dict[str, Article]:
    """Import a site of these files; give the articles by their titles."""
    _, made = sites.moved(desk, tmp_path, {"pelicanconf.py": config, **files})
    return {article.title: article for article in made.values()}


@pytest.mark.parametrize(
    ("keys", "address"),
    [
        ("Title: خبر ثان بلا مسار\nDate: 2019-04-02", "/2019/Apr/khbr-thn-bl-msr/"),
        ("Title: تاريخ آخر\nDate: 3 October 2019", "/2019/Oct/trykh-akhr/"),
        ('Title: C++ & <b>HTML</b> في 50% "مقتبس"!\nDate: 2019-08-04', "/2019/Aug/c-html-fy-50-mqtbs/"),
        ("Title: Translated\nDate: 2019-07-01\nSlug: tr\nLang: en", "/tr-en.html"),
        ("Title: مترجم\nDate: 2019-07-01\nSlug: tr\nLang: ar", "/2019/Jul/tr/"),
    ],
)
def test_addresses_are_those_of_pelican(desk: Desk, tmp_path: Path, keys: str, address: str) -> None:
    [article] = moved(desk, tmp_path, {"content/a.md": keys + TEXT}).values()
    assert article.former_addresses == (address,)


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        ("Title: خبر\nDate: 2019-06-03", "published"),
        ("Title: خبر\nDate: 2019-06-03\nStatus: skip", "draft"),
        ("Title: خبر", "draft"),
        ("Title: خبر\nDate: x", "draft"),
        ("Date: 2019-06-03", "draft"),
    ],
)
def test_what_pelican_makes_no_page_of_does_not_become_public(
    desk: Desk, tmp_path: Path, keys: str, status: str
) -> None:
    [article] = moved(desk, tmp_path, {"content/a.md": keys + TEXT}).values()
    assert article.status == status


def test_settings_that_say_otherwise(desk: Desk, tmp_path: Path) -> None:
    config = CONFIG + "DEFAULT_DATE = 'fs'\nUSE_FOLDER_AS_CATEGORY = False\nWITH_FUTURE_DATES = False\n"
    files = {
        "content/folder/a.md": f"Title: أول{TEXT}",
        "content/b.md": f"Title: ثان\nDate: 2031-01-01{TEXT.format('آخر')}",
    }
    made = moved(desk, tmp_path, files, config)
    assert (made["أول"].status, made["أول"].tags) == ("published", ())
    assert str(made["ثان"].embargo) == "2031-01-01"


def test_authors_and_categories_that_a_file_does_not_state(desk: Desk, tmp_path: Path) -> None:
    files = {
        "content/news/a.md": f"Title: أول\nDate: 2019-01-01\nTags: ماء{TEXT}",
        "content/b.md": f"Title: ثان\nDate: 2031-01-01\nAuthor: منى\nCategory: فن{TEXT.format('آخر')}",
        "content/pages/deep/c.md": f"Title: صفحة{TEXT.format('ثالثا')}",
    }
    told = {title: (a.authors, a.tags, a.status, a.embargo) for title, a in moved(desk, tmp_path, files).items()}
    assert told == {
        "أول": (("هيئة التحرير",), ("news", "ماء"), "published", None),
        "ثان": (("منى",), ("فن",), "published", None),
        "صفحة": (("هيئة التحرير",), (), "published", None),
    }


def test_the_line_that_colours_code_is_not_read(desk: Desk, tmp_path: Path) -> None:
    text = "Title: خبر\nDate: 2019-01-01\n\nنص.\n\n    :::python\n    x = 1\n"
    assert moved(desk, tmp_path, {"content/a.md": text})["خبر"].body == "نص.\n\n    x = 1"


def test_days_in_any_form() -> None:
    written = ("3 Oct 2019", "October 3rd, 2019", "2019/10/3", "3 October", "", "x", "9" * 400)
    assert [any_day(each) for each in written] == ["2019-10-03"] * 3 + [""] * 4
