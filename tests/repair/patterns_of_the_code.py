"""
Print every regular expression that the code compiles, a line of JSON each: pattern, flags, file and line.

All modules are imported, and texts are repaired and described, so that patterns that are made when first needed are among them. A
process of its own: what another test imported before is compiled already.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import pkgutil
import re
import sys
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]  # where all ways to compile meet
from types import FrameType
from typing import Any

CODE = Path(__file__).parents[2] / "plugins/warraq"
found: dict[tuple[str, int], str] = {}
compiles = _compiler.compile


def caller(frame: FrameType | None) -> str | None:
    while frame is not None:
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(CODE) and file.name != "late.py":
            return f"{file.relative_to(CODE).as_posix()}:{frame.f_lineno}"
        if file.parent.name != "re" and file.name != "late.py" and file != Path(__file__):
            return None  # a library's own
        frame = frame.f_back
    return None


def noted(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
    made: re.Pattern[Any] = compiles(pattern, flags)
    if isinstance(pattern, str) and (place := caller(inspect.currentframe())):
        found.setdefault((pattern, made.flags), place)
    return made


def literals() -> None:
    """Note the patterns that functions compile: `re.sub("…", …)`, whether or not anything calls them here."""
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                of = node.func.value
                if isinstance(of, ast.Name) and of.id == "re" and isinstance(node.args[0], ast.Constant):
                    pattern = node.args[0].value
                    if (
                        isinstance(pattern, str)
                        and node.func.attr != "escape"
                        and not any(pattern == p for p, _ in found)
                    ):
                        found.setdefault(
                            (pattern, re.compile(pattern).flags), f"{path.relative_to(CODE).as_posix()}:{node.lineno}"
                        )


def main() -> None:
    re.purge()
    _compiler.compile = noted
    import warraq
    from warraq.repair import late

    late.IS_LATE = False
    for module in pkgutil.walk_packages(warraq.__path__, "warraq."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    from warraq.archive.concept import Vocabulary
    from warraq.repair import RULES, plan
    from warraq.repair.readers import read_original
    from warraq.repair.repairing import repair

    for rule in RULES:
        for text in rule.mends:
            repair(text)
    for lang in ("ar", "fa", "en"):
        page = f"<!doctype html><html lang={lang}><head><title>x</title></head><body><p>نشر في 12 مارس 2014</p><p>قال. أمس</p></body></html>"
        plan(read_original("x", page.encode()), Vocabulary({}))
    literals()
    for (pattern, flags), place in found.items():
        sys.stdout.write(json.dumps([pattern, flags, place]) + "\n")


main()
