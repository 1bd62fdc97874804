"""Every mention leads to its concept; the first of each is glossed."""

from edition.making import html, made


def test_the_first_mention_in_the_body_is_glossed_and_linked() -> None:
    """Later ones are links by a script (`tests/theme/test_marks.py`): a text of links is no text to programs that look for one."""
    done = made("قالت روسيا.\n\nوعادت روسيا.", title="روسيا تقول")
    assert [(m.id, m.first) for m in done.marks] == [("m-Russia-1", False), ("m-Russia-2", True), ("m-Russia-3", False)]
    [entry] = [e for s in done.sections for e in s.entries]
    assert (entry.mark.id, entry.html, entry.sources, entry.lang) == (
        "m-Russia-2",
        "دولة.",
        ("https://x.test/ru",),
        "ar",
    )
    assert html(done).count('href="warraq:concepts/russia/"') == 1
    assert 'id="m-Russia-2" href="warraq:concepts/russia/"' in html(done)
    assert "href" not in done.title_html


def test_a_name_that_only_the_title_has_is_glossed_there() -> None:
    done = made("نص.", title="روسيا تقول")
    assert [e.mark.id for e in done.title_entries] == ["m-Russia-1"]


def test_a_name_inside_another_word_is_not_a_mention_and_one_with_clitics_is() -> None:
    done = made("في فيروسيا ونعمان قال لبحر قزوين وأستانا.")
    assert [done.text[m.start : m.end] for m in done.marks] == ["لبحر قزوين", "وأستانا"]


def test_names_go_across_inline_markup() -> None:
    done = made("زار **بحر** قزوين.")
    assert '<strong><a class="mention first a1" id="m-Caspian-1"' in html(done)
    assert done.concepts == ("Caspian",)


def test_an_address_names_no_concept() -> None:
    done = made("كتب على https://example.org/روسيا/خبر وإلى روسيا@example.org وعلى example.org/روسيا: تقدمت روسيا.")
    assert [(m.id, m.start) for m in done.marks] == [("m-Russia-1", done.text.rindex("روسيا"))]
