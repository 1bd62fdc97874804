"""Of a changed vocabulary, those articles alone may be kept in which the names are found where they were."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from warraq.arabic.clitics import with_clitics
from warraq.archive.concept import Concept, Scheme, Vocabulary
from warraq.archive.mentions import find_mentions
from warraq.press.changed_names import ChangedNames

WORDS = ("بحر", "قزوين", "البحر", "روسيا", "وبحر", "ل", "US", "us", "مـصر", "مِصر", "أمن", "امن", "و", "b2")
NAMES = st.sampled_from([*WORDS, "بحر قزوين", "بحر روسيا", "بحر-قزوين", "روسيا US", "؟"])
SEVERAL = st.sampled_from([(), (), *((word,) for word in WORDS), ("A",), ("B",), ("C", "بحر"), ("بحر", "b2")])
CONCEPTS = st.builds(
    lambda id_, name, others, ambiguous, requires: Concept(
        id_, Scheme.TOPIC, {"ar": name}, {"fa": others}, ambiguous=ambiguous, requires=requires
    ),
    st.sampled_from("ABC"), NAMES, SEVERAL, SEVERAL, SEVERAL,
)  # fmt: skip
LISTS = st.lists(CONCEPTS, max_size=2)
TOKENS = st.sampled_from([form for word in WORDS for form in with_clitics(word)] + ["A", "b", ".", "-", "\n", "كلمة"])
TEXTS = st.lists(TOKENS, max_size=6).map(" ".join)


def vocabulary_of(concepts: list[Concept]) -> Vocabulary:
    return Vocabulary({each.id: each for each in concepts})


def concept(id_: str, *labels: str, requires: tuple[str, ...] = (), ambiguous: tuple[str, ...] = ()) -> Concept:
    return Concept(id_, Scheme.TOPIC, {"ar": labels[0]}, {"ar": labels[1:]}, requires=requires, ambiguous=ambiguous)


@given(TEXTS, LISTS, LISTS, LISTS, st.sampled_from(["ar", "fa"]))
@example("بحر A", [concept("A", "بحر")], [], [concept("B", "بحر"), concept("A", "بحر")], "ar")
@example("وبحر b", [concept("A", "بحر", ambiguous=("بحر",), requires=("B",))], [], [concept("B", "us")], "ar")
def test_where_no_changed_name_may_stand_the_same_is_found(
    text: str, same: list[Concept], gone: list[Concept], new: list[Concept], lang: str
) -> None:
    first, second = vocabulary_of([*same, *gone]), vocabulary_of([*same, *new])
    changed = ChangedNames(ChangedNames("", first).kept, second)
    if not changed.may_be_in(text):
        assert find_mentions(text, first, lang) == find_mentions(text, second, lang)


def test_a_new_name_may_be_where_its_first_word_stands_and_nowhere_else() -> None:
    first = vocabulary_of([concept("A", "بحر قزوين")])
    kept = ChangedNames("", first).kept
    assert not ChangedNames(kept, first)
    changed = ChangedNames(kept, vocabulary_of([concept("A", "بحر قزوين"), concept("B", "روسيا الاتحادية")]))
    assert [changed.may_be_in(text) for text in ("وقال وَبروسيا", "فيروسيا بحر قزوين", "الاتحادية")] == [
        True,
        False,
        False,
    ]
    assert changed.may_be_in(None)


def test_another_order_or_a_list_that_can_not_be_read_may_be_anywhere() -> None:
    two = [concept("A", "بحر"), concept("B", "بحر")]
    kept = ChangedNames("", vocabulary_of(two)).kept
    for former, now in ((kept, two[::-1]), ("", two), ("{", two), ('{"A": 1}', two)):
        assert ChangedNames(former, vocabulary_of(now)).may_be_in("لا شيء")
