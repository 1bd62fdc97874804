"""A rule of another package may fail in every way: it is named, and nobody takes it for a mistake of ours."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Any

import pytest

from warraq.repair import RULES, ArgumentError, Certainty, Edit, Rule, RuleError, RuleSetError, packages, repair
from warraq.repair.command import main as command
from warraq.repair.rules.rules_of_others import mistake_of_others, whose_mistake

TEXT = "قال الوزير ،إن العمل بدأ"


def rule_of(find: Callable[[str], Any]) -> Rule:
    return Rule("of-others", "letters", "x", Certainty.CERTAIN, {}, (), find)


def failing(text: str) -> Iterator[Edit]:
    yield Edit(0, 1, text[0])
    raise KeyError(text)


def looking_ahead(text: str) -> Iterator[Edit]:
    raise MemoryError
    yield Edit(0, 1, text)


@pytest.mark.parametrize(
    ("find", "told"),
    [
        (failing, "of-others failed: KeyError"),
        (lambda _: ["x"], "it yields 'x', which is no Edit"),
        (lambda _: [Edit(0, 1, 5)], "it yields Edit"),  # type: ignore[arg-type]  # what a program may yield
        (lambda _: [Edit("0", 1, "a")], "it yields Edit"),  # type: ignore[arg-type]
        (lambda _: None, "of-others failed: TypeError"),
        (lambda _: [Edit(0, 3, "a"), Edit(1, 4, "b")], "which meets"),
        (lambda text: [Edit(0, len(text) + 1, "a")], "leaves the text"),
    ],
)
def test_a_rule_that_fails_is_named(find: Callable[[str], Any], told: str) -> None:
    with pytest.raises(RuleError, match=told) as failed:
        repair(TEXT, rules=RULES.with_(rule_of(find)))
    assert failed.value.rule == "of-others"
    said = str(mistake_of_others(failed.value))
    assert "“of-others” of another package failed" in said and TEXT not in said and "leave it out" in said


def test_what_is_no_mistake_of_a_rule_is_not_told_as_one() -> None:
    with pytest.raises(MemoryError):
        repair(TEXT, rules=RULES.with_(rule_of(looking_ahead)))
    assert mistake_of_others(KeyError()) is None
    assert mistake_of_others(RuleError("x", "tatweel", 0, 1)) is None
    theirs = RuleError("x", "tatweel", 0, 1, ["of-others"])
    assert "“of-others”" in str(mistake_of_others(theirs))
    assert whose_mistake(theirs) == mistake_of_others(theirs)
    assert "This is our mistake: please report it" in str(whose_mistake(KeyError()))


def test_what_is_no_argument_says_what_may_stand_there() -> None:
    for given in (3, None, ["a"]):
        with pytest.raises(ArgumentError, match="A text or bytes"):
            repair(given)  # type: ignore[arg-type]  # what a program may pass all the same
    wrong: list[Any] = [None, [], "tatweel"]
    for rules in wrong:
        with pytest.raises(ArgumentError, match="a set of rules"):
            repair("a", rules=rules)
    with pytest.raises(RuleSetError, match="3 is no rule"):
        RULES.with_(3)  # type: ignore[arg-type]


def test_the_command_names_whose_rule_failed_and_what_cannot_be_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad_rules.py").write_text(
        "from warraq.repair import Rule, Certainty\n"
        "def find(text):\n"
        "    return text.nothing\n"
        "bad = Rule('of-others', 'letters', 'x', Certainty.CERTAIN, {}, (), find)\n",
        "utf-8",
    )
    (tmp_path / "broken_rules.py").write_text("import no_such_module\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    values = {"bad": "bad_rules:bad", "broken": "broken_rules", "lost": "bad_rules:gone"}
    points = EntryPoints(EntryPoint(name, value, packages.GROUP) for name, value in values.items())
    monkeypatch.setattr(packages, "entry_points", lambda group: points.select(group=group))
    text = tmp_path / "text"
    text.write_bytes(TEXT.encode())
    said = {}
    for name in values:
        with text.open("rb") as given:
            assert command(["--text", "--with", name], given, sys.stdout.buffer) in {1, 2}
        said[name] = capfd.readouterr().err
    assert "“of-others” of another package failed: AttributeError, bad_rules.py:3." in said["bad"]
    assert "warraq.rules: broken = broken_rules can't be loaded: ModuleNotFoundError" in said["broken"]
    assert "warraq.rules: lost = bad_rules:gone can't be loaded: AttributeError" in said["lost"]
    lines = tmp_path / "lines"
    lines.write_bytes(b'{"text": "a"}\n{"text": "b"}\n')
    with lines.open("rb") as given:
        assert command(["--jsonl", "--with", "bad"], given, sys.stdout.buffer) == 1
    assert capfd.readouterr().out.count("of another package failed") == 2
