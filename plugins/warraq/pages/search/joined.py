"""
Several modules of the browser as one file: each request more is a round trip of a slow net.

Nothing of the language is understood but how this project writes modules: each import on a line of its own at the head, each export before what it
exports, no two modules that need each other. A module becomes a function that gives what it exports. What is published of it is shorter still
(`minified.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

IMPORT = re.compile(r'^import \{ (?P<names>[^}]*) \} from "\./(?P<module>[\w-]+\.js)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?:async )?(?:function\*?|const|class) (?P<name>\w+)", re.MULTILINE)
AGAIN = re.compile(r"^export \{ (?P<names>[^}]*) \};$", re.MULTILINE)
LATER = re.compile(r'import\("\./(?P<module>[\w-]+\.js)"\)')


def order(sources: Mapping[str, str], first: str) -> list[str]:
    """Give the modules that one imports, itself last: each after those that it imports itself."""
    found: dict[str, None] = {}

    def visit(name: str) -> None:
        if name not in found:
            for match in IMPORT.finditer(sources[name]):
                visit(match["module"])
            found[name] = None

    visit(first)
    return list(found)


def exported(source: str) -> list[str]:
    """Give the names that a module exports."""
    again = [name.strip() for match in AGAIN.finditer(source) for name in match["names"].split(",")]
    return [*(match["name"] for match in EXPORT.finditer(source)), *again]


def joined(sources: Mapping[str, str], names: list[str]) -> str:
    """Write modules as the statements that put each of them into `parts`; `names` as `order` gives them."""
    return "".join(["const parts = {};\n", *(_as_function(name, sources[name], names) for name in names)])


def joined_to(whole: str, sources: Mapping[str, str], names: list[str]) -> str:
    """Write modules that are loaded together, and go on from those of a whole; it gives what the last one exports."""
    made = "".join([_parts_of(whole), *(_as_function(name, sources[name], names) for name in names)])
    given = ", ".join(exported(sources[names[-1]]))
    return f'{made}export const {{ {given} }} = parts["{names[-1]}"];\n' if given else made


def _parts_of(whole: str) -> str:
    return f'import {{ parts }} from "./{whole}";\n'


def _as_function(name: str, source: str, names: list[str]) -> str:
    body = IMPORT.sub(_taken, source)
    # Another file may have brought a module that is loaded later.
    body = LATER.sub(
        lambda m: f'Promise.resolve(parts["{m["module"]}"]{"" if m["module"] in names else f" ?? {m[0]}"})',
        AGAIN.sub("", body),
    )
    body = re.sub("^export ", "", body, flags=re.MULTILINE).strip()
    return f'parts["{name}"] = (() => {{\n{body}\nreturn {{ {", ".join(exported(source))} }};\n}})();\n'


def _taken(match: re.Match[str]) -> str:
    return f'const {{ {match["names"].replace(" as ", ": ")} }} = parts["{match["module"]}"];'


def beside(source: str, whole: str, names: list[str]) -> str:
    """Write a module that is loaded later: what it imports of a whole, which is there, it takes out of that, and asks for no file."""
    made = IMPORT.sub(lambda match: _taken(match) if match["module"] in names else match[0], source)
    return made if made == source else _parts_of(whole) + made


def standing_for(name: str, source: str, whole: str) -> str:
    """Write the module that gives what one exports that is part of a whole: for modules that are loaded later."""
    found = ", ".join(exported(source))
    return f'{_parts_of(whole)}\nexport const {{ {found} }} = parts["{name}"];\n'
