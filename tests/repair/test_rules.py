"""Each rule's own examples, and what is promised of all rules."""

import pkgutil
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.repair import RULES, STAGES, rule_named, rules
from warraq.repair.changes import apply
from warraq.repair.engine import Certainty, Rule, run_stage
from warraq.repair.fuzz import INVISIBLE, LINE_ENDS, WORDS

KEPT = Path(__file__).with_name("rule-names.txt")


def named(text: str) -> str:
    """Code-point names: terminals reorder what is written from right to left."""
    return " ".join(unicodedata.name(c, f"U+{ord(c):04X}") for c in text)


EXAMPLES = [pytest.param(r, d, m, id=f"{r.name}-{i}") for r in RULES for i, (d, m) in enumerate(r.mends.items())]
SOUND = [pytest.param(r, t, id=f"{r.name}-{i}") for r in RULES for i, t in enumerate(r.leaves)]


@pytest.mark.parametrize(("rule", "damaged", "after"), EXAMPLES)
def test_a_rule_mends_its_examples_or_doubts_the_words_it_names(rule: Rule, damaged: str, after: str) -> None:
    text, _, suspected = run_stage(damaged, [rule])
    if rule.certainty is Certainty.CERTAIN:
        assert named(text) == named(after)
    else:
        assert text == damaged
        assert after in [damaged[s.start : s.end] for _, s in suspected]


@pytest.mark.parametrize(("rule", "text"), SOUND)
def test_a_rule_leaves_sound_text_that_looks_like_damage(rule: Rule, text: str) -> None:
    after, changes, suspected = run_stage(text, [rule])
    assert (named(after), changes, suspected) == (named(text), (), ())


@pytest.mark.parametrize(("rule", "damaged"), [pytest.param(*e.values[:2], id=e.id) for e in EXAMPLES])
def test_the_signs_of_a_rule_do_not_hide_its_examples_from_it(rule: Rule, damaged: str) -> None:
    said = f"signs= of {rule.name} has no character of this example, so the rule is never asked about such a text"
    assert not rule.signs or not rule.signs.isdisjoint(damaged), said


def test_every_rule_has_a_name_of_its_own_a_reason_and_examples() -> None:
    assert len({r.name for r in RULES}) == len(RULES)
    assert all(r.reason and r.mends for r in RULES)
    assert {r.stage for r in RULES} <= set(STAGES)
    assert all(rule_named(r.name) is r for r in RULES)


def test_rule_names_are_only_ever_added_for_records_speak_of_them() -> None:
    kept = KEPT.read_text(encoding="utf-8").split()
    assert sorted(kept) == kept, "tests/repair/rule-names.txt is in alphabetical order, a name a line"
    new, gone = {r.name for r in RULES} - set(kept), set(kept) - {r.name for r in RULES}
    assert not new, f"add to tests/repair/rule-names.txt, in alphabetical order: {', '.join(sorted(new))}"
    assert not gone, f"no rule has these names any more, and records speak of them: {', '.join(sorted(gone))}"


def test_every_folder_of_rules_is_a_stage_that_runs() -> None:
    folders = {entry.name for entry in pkgutil.iter_modules(rules.__path__) if entry.ispkg}
    folders |= {file.parent.name for folder in rules.__path__ for file in Path(folder).glob("*/*.py")}
    assert folders - set(STAGES) == set(), "name the folder in STAGES (repair/rules/__init__.py): where it runs"
    assert len(set(STAGES)) == len(STAGES)


FRAGMENTS = [
    *(d for r in RULES for d in r.mends),
    *(t for r in RULES for t in r.leaves),
    *WORDS,
    *INVISIBLE,
    *LINE_ENDS,
    " ",
]
texts = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3)), max_size=12).map("".join)


@given(text=texts)
def test_the_edits_of_one_stage_are_disjoint_and_its_doubts_stand_in_the_text(text: str) -> None:
    for stage in STAGES:
        after, changes, suspected = run_stage(text, [r for r in RULES if r.stage == stage])  # a clash raises
        assert apply(text, changes) == after
        assert all(0 <= s.start <= s.end <= len(text) for _, s in suspected)
        text = after


@given(text=texts)
def test_the_order_of_rules_within_a_stage_makes_no_difference(text: str) -> None:
    for stage in STAGES:
        rules = [r for r in RULES if r.stage == stage]
        assert run_stage(text, rules)[0] == run_stage(text, rules[::-1])[0]
