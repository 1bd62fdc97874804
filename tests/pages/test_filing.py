"""Names stand where an Arabic reader looks for them."""

from warraq.pages.filing import by_letter, index_letter


def test_the_article_and_hamza_do_not_count() -> None:
    assert [
        index_letter(name) for name in ("الأوراسي", "أستانا", "آسيا", "إيران", "البحر", "ال", "2024", "Eurasia")
    ] == [*("ا", "ا", "ا", "ا", "ب", "ا", "#", "E")]


def test_names_are_in_the_order_of_the_alphabet_under_their_letters() -> None:
    names = [("وكالة", 1), ("الكرملين", 2), ("بوتين", 3), ("أوراسيا", 4), ("آسيا", 5), ("كازاخستان", 6)]
    assert by_letter(names) == (
        ("ا", (("آسيا", 5), ("أوراسيا", 4))),
        ("ب", (("بوتين", 3),)),
        ("ك", (("كازاخستان", 6), ("الكرملين", 2))),
        ("و", (("وكالة", 1),)),
    )
