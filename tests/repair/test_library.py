"""The engine for other programs: what is promised to them stays."""

from __future__ import annotations

import doctest
import importlib
import inspect
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, EntryPoints, requires
from pathlib import Path
from typing import Any

import pytest

import warraq.repair
from project import ROOT
from warraq.missing import EXTRAS, WITH_OTHERS, MissingPackageError, needed
from warraq.repair import RULES, Certainty, Edit, Rule, Suspicion, changes, packages, repair, rule, undo
from warraq.repair.engine import RuleError
from warraq.repair.library import Repaired
from warraq.repair.rules.rule_set import RuleSetError

DAMAGED = "عنوان الخبر\n\nقال الوزير ،إن الـــعمل بدأ في في الموعد.\n"
PUBLIC = """
ArgumentError Certainty Change Doubt Edit MissingPackageError Planned RULES RULES_VERSION Repaired Rule RuleError RuleSetError Rules
STAGES Suspicion UndoError UnreadableError plan repair rule rule_named rules_of_packages undo
"""
"""A name may be added, with a line in the changelog. None is taken away or renamed before a new major version."""
OF_REPAIRED = """
changes description document doubts given_bytes markdown original reason repairs rules text undo
"""
OF_RULES = "of_stage with_ without named left_out added"
FIRST = "from warraq.repair import repair; repair('قال الوزير ،إن العمل بدأ.')"


@rule(reason="a name that has changed", certainty=Certainty.CERTAIN, mends={"أ ب": "ج"}, stage="letters", signs="ب")
def changed_name(text: str) -> Iterator[Edit]:
    for match in re.finditer("أ ب", text):
        yield Edit(*match.span(), "ج")


@rule(reason="ask the author", certainty=Certainty.DOUBTFUL, mends={"سؤال": "سؤال"}, stage="doubts")
def asked(text: str) -> Iterator[Suspicion]:
    for match in re.finditer("سؤال", text):
        yield Suspicion(*match.span())


def test_the_public_names_are_these() -> None:
    assert sorted(warraq.repair.__all__) == sorted(PUBLIC.split())
    assert all(getattr(warraq.repair, name) is not None for name in warraq.repair.__all__)
    members = {name for name in (*dir(Repaired), *Repaired.__annotations__) if not name.startswith("_")}
    assert members == set(OF_REPAIRED.split())
    assert set(OF_RULES.split()) <= {*dir(RULES)}
    assert str(inspect.signature(repair)).startswith(
        "(given: 'str | bytes', *, kind: 'str | None' = None, language: 'str | None' = None, rules: 'Rules' = RULES)"
    )


@pytest.mark.parametrize("name", ["library", "rules.rule_set"])
def test_the_examples_of_docstrings(name: str) -> None:
    found = doctest.testmod(importlib.import_module(f"warraq.repair.{name}"))
    assert found.attempted and not found.failed


@pytest.mark.parametrize(
    "given",
    [DAMAGED, DAMAGED.encode(), DAMAGED.encode("cp1256"), b"\xef\xbb\xbf" + DAMAGED.encode(), "", " \n", "\ud83d"],
)
def test_what_was_given_comes_back(given: str | bytes) -> None:
    done = repair(given)
    assert done.undo() == given
    assert undo(done.text, done.changes) == done.original.text
    assert repair(done.text).text == done.text


def test_a_made_up_title_is_no_part_of_the_text_and_a_stated_one_is() -> None:
    assert (repair("نعم").text, repair("نعم").markdown, repair("نعم").document.title) == ("نعم", "نعم\n", "نعم")
    stated = repair(DAMAGED)
    assert stated.text.startswith("عنوان الخبر\n") and stated.markdown.startswith("# عنوان الخبر\n\nقال")
    assert [(d.rule, stated.original.text[d.start : d.end]) for d in stated.doubts] == [("doubled-word", "في في")]
    assert stated.reason(stated.doubts[0], "ar") != stated.reason(stated.doubts[0]) != "doubled-word"


def test_an_inferred_charset_is_a_doubt() -> None:
    done = repair(DAMAGED.encode("cp1256"))
    assert done.doubts[0].rule == "charset-inferred" and "charset" in done.reason(done.doubts[0])


def test_a_kind_and_a_language_may_be_stated() -> None:
    marked = "<p>قال الوزير</p>"
    assert repair(marked).original.kind == "fragment" and repair(marked, kind="text").original.kind == "text"
    assert repair(marked.encode(), kind="text").original.kind == "text"
    assert repair("الـــعمل", language="he").text == "الـــعمل"
    for wrong in ({"kind": "x"}, {"language": "x"}):
        with pytest.raises(ValueError, match="it is one of"):
            repair("x", **wrong)  # type: ignore[arg-type]  # what a program may pass all the same


def test_a_rule_is_turned_off_and_another_put_in() -> None:
    assert repair("الـــعمل", rules=RULES.without("tatweel")).text == "الـــعمل"
    mine = RULES.with_(changed_name, asked)
    done = repair("قال أ ب سؤال", rules=mine)
    assert done.text == "قال ج سؤال" and [d.rule for d in done.doubts] == ["asked"]
    assert done.reason(done.repairs[0]) == "a name that has changed" and done.reason(done.doubts[0]) == "ask the author"
    assert repair("قال أ ب سؤال", rules=mine.without("changed-name", asked)).text == "قال أ ب سؤال"
    assert mine.named("asked") is asked and asked in mine and asked not in RULES and len(mine) == len(RULES) + 2
    assert repr(mine.without("tatweel")) == "RULES.without('tatweel').with_(changed-name, asked)"


def test_a_set_that_cannot_be_says_why() -> None:
    strange = Rule("strange", "nowhere", "x", Certainty.CERTAIN, {}, (), lambda _: ())
    wrong: list[tuple[Callable[[], object], str]] = [
        (lambda: RULES.without("tatwel"), "no rule “tatwel”"),
        (lambda: RULES.without("tatweel").without("tatweel"), "no rule “tatweel”"),
        (lambda: RULES.with_(changed_name).with_(changed_name), "a rule “changed-name” already"),
        (lambda: RULES.with_(RULES.named("tatweel")), "a rule “tatweel” already"),
        (lambda: RULES.with_(strange), "no stage “nowhere”"),
    ]
    for make, told in wrong:
        with pytest.raises(RuleSetError, match=told):
            make()
    assert repair("الـــعمل", rules=RULES.without("tatweel").with_(RULES.named("tatweel"))).text == "العمل"


def test_a_rule_that_breaks_its_promise_is_named_with_the_place() -> None:
    @rule(reason="x", certainty=Certainty.CERTAIN, mends={}, stage="letters")
    def wild(text: str) -> Iterator[Edit]:
        yield Edit(len(text), len(text) + 5, "x")

    with pytest.raises(RuleError) as failed:
        repair("قال", rules=RULES.with_(wild))
    assert (failed.value.rule, failed.value.start, failed.value.end) == ("wild", 3, 8)


def test_changes_of_another_text_are_refused_at_their_place() -> None:
    done = repair(DAMAGED)
    with pytest.raises(changes.UndoError) as failed:
        undo(done.text.replace("، إن", "،إن"), done.changes)
    assert failed.value.at == done.text.index("، إن") + 1


def test_packages_bring_rules_that_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [
        EntryPoint(name, f"{__name__}:{value}", packages.GROUP)
        for name, value in (("one", "changed_name"), ("two", "FIRST"))
    ]
    monkeypatch.setitem(sys.modules, __name__, sys.modules.get(__name__) or importlib.import_module(__name__))
    monkeypatch.setattr(packages, "entry_points", lambda group: EntryPoints(p for p in points if p.group == group))
    assert packages.rules_of_packages("one") == (changed_name,)
    with pytest.raises(RuleSetError, match="names no rule"):
        packages.rules_of_packages()
    with pytest.raises(RuleSetError, match=r"by the name “three”\. Those that are installed: one, two"):
        packages.rules_of_packages("three")


def test_what_lacks_is_named_with_its_extra_and_other_failures_are_what_they_are() -> None:
    with (
        pytest.raises(
            MissingPackageError, match=r"needs the package babel: pip install 'warraq\[description\]'"
        ) as lacks,
        needed("description", "It"),
    ):
        raise ModuleNotFoundError(name="babel.core")
    with pytest.raises(ModuleNotFoundError, match="ours") as other, needed("description", "It"):
        raise ModuleNotFoundError("ours", name="warraq.x")
    assert not isinstance(other.value, MissingPackageError)
    again = pickle.loads(pickle.dumps(lacks.value))
    assert (str(again), again.package, again.extra) == (str(lacks.value), "babel", "description")


def test_the_extras_are_those_of_the_package() -> None:
    import tomllib

    extras: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "optional-dependencies"
    ]
    brought = {name: {re.split("[>=]", each)[0] for each in extras[name]} for name in EXTRAS}
    named = {"pyyaml": "yaml"}
    for extra, given in brought.items():
        ours = {each for each in given if each.startswith("warraq[")}
        others = {name for each in ours for name in re.findall(r"[a-z]+(?=[],])", each)}
        assert others == set(WITH_OTHERS.get(extra, ()))  # what other extras bring is named by these
        assert others <= EXTRAS.keys() & brought.keys()
        assert {named.get(each, each) for each in given - ours} <= set(EXTRAS[extra])


def test_what_pages_need_of_an_extra_of_another_package_is_asked_for_by_its_own_name() -> None:
    """Pip before 23.3 leaves an extra out whose name its package writes otherwise, and an import fails at the first page."""
    asked = [each for name in ("trafilatura", "justext") for each in requires(name) or () if "extra ==" not in each]
    extras = {each for text in asked for each in re.findall(r"^\w+\[([\w,]+)]", text)}
    assert extras == {"html_clean"}
    assert "lxml_html_clean" in EXTRAS["pages"]


def test_the_names_of_months_that_are_kept_are_those_of_cldr() -> None:
    """In a process of its own: Babel gives a language names of another one that was loaded before."""
    code = """
import json, pathlib
from warraq.arabic import months
kept = json.loads(pathlib.Path(months.__file__).with_name("cldr.json").read_text("utf-8"))
print([lang for lang, tables in kept.items() for table, names in tables.items()
       if list(map(tuple, names)) != list(months.read_cldr(lang, table))], len(kept))
"""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    assert subprocess.check_output([sys.executable, "-c", code], env=environment, encoding="utf-8") == "[] 7\n"


def test_a_text_loads_the_standard_library_and_no_rule_of_pages_and_compiles_few_patterns() -> None:
    code = f"""
import re, sys
from re import _compiler
made = []
compiles = _compiler.compile
def counted(pattern, flags=0):
    made.append(pattern)
    return compiles(pattern, flags)
_compiler.compile = counted
{FIRST}
third = {{name for name, module in sys.modules.items() if "site-packages" in (getattr(module, "__file__", None) or "")}}
pages = [name for name in sys.modules if name.startswith(("warraq.repair.rules.page.", "warraq.repair.rules.saved.", "warraq.repair.readers.meta"))]
print(len(made), sorted(name for name in third if "distutils" not in name), pages, "json" in sys.modules, "warraq.language" in sys.modules)
"""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    number, _, rest = done.stdout.strip().partition(" ")
    assert rest == "[] [] False False"
    assert int(number) < 80  # of some 400 that the rules have


def test_a_library_is_typed() -> None:
    assert (Path(warraq.repair.__file__).parents[1] / "py.typed").is_file()


@pytest.mark.parametrize("name", ["library.md", "library.ar.md"])
def test_the_examples_of_the_papers(name: str) -> None:
    found = doctest.testfile(str(ROOT / "docs" / name), module_relative=False, encoding="utf-8")
    assert found.attempted and not found.failed


@pytest.mark.parametrize(("name", "heading"), [("library.md", "## When not"), ("library.ar.md", "## متى لا")])
def test_the_papers_give_each_text_that_is_left_alone_a_reason_and_a_source(name: str, heading: str) -> None:
    lines = (ROOT / "docs" / name).read_text("utf-8").partition(heading)[2].splitlines()
    rows = [line.strip("|").split("|") for line in lines if line.startswith("| ") and "`" in line.split("|")[1]]
    named = [re.findall(r"\(`([\w-]+)`\)", left)[0] for left, _, _ in rows]
    assert named == sorted(path.stem for path in (ROOT / "tests/corpus/leave-alone").glob("*.txt"))
    assert all(reason.strip() and "](http" in source for _, reason, source in rows)
