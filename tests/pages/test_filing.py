"""Names stand where an Arabic reader looks for them."""

from warraq.pages.filing import by_letter, index_letter
from warraq.pages.items import CountedLink


def test_the_article_and_hamza_do_not_count() -> None:
    assert [
        index_letter(name) for name in ("الأوراسي", "أستانا", "آسيا", "إيران", "البحر", "ال", "2024", "Eurasia")
    ] == [*("ا", "ا", "ا", "ا", "ب", "ا", "#", "E")]


def test_names_are_in_the_order_of_the_alphabet_under_their_letters() -> None:
    names = ["وكالة", "الكرملين", "بوتين", "أوراسيا", "آسيا", "كازاخستان"]
    found = by_letter(CountedLink(name, name, 1) for name in names)
    assert [(letter, [link.name for link in links]) for letter, links in found] == [
        ("ا", ["آسيا", "أوراسيا"]),
        ("ب", ["بوتين"]),
        ("ك", ["كازاخستان", "الكرملين"]),
        ("و", ["وكالة"]),
    ]
