"""What editors' programs are told of the front matter is what may be written there."""

from __future__ import annotations

import json
import re

from project import ROOT

KEY = re.compile(r"^(?:  - \{|  |  - )?([a-z_]+):")


def commented(name: str) -> dict[str, object]:
    """JSON as VS Code reads it: lines of comment are allowed."""
    text = (ROOT / ".vscode" / name).read_text(encoding="utf-8")
    read: dict[str, object] = json.loads(
        "\n".join(line for line in text.splitlines() if "//" not in line.split('"')[0])
    )
    return read


def test_the_settings_name_the_schema_that_is_there() -> None:
    schemas = commented("settings.json")["yaml.schemas"]
    assert isinstance(schemas, dict)
    assert all((ROOT / name).is_file() for name in schemas)


def test_every_snippet_writes_keys_that_the_schema_has() -> None:
    schema = json.loads((ROOT / "content" / "schema.json").read_text(encoding="utf-8"))
    snippets = commented("warraq.code-snippets")
    for name, snippet in snippets.items():
        assert isinstance(snippet, dict)
        keys = [match[1] for line in snippet["body"] if not line.startswith(" ") and (match := KEY.match(line))]
        assert set(keys) <= set(schema["properties"]), name


def test_the_check_task_finds_file_and_line_of_what_the_check_says() -> None:
    tasks = commented("tasks.json")["tasks"]
    assert isinstance(tasks, list)
    pattern = re.compile(tasks[0]["problemMatcher"]["pattern"]["regexp"])
    for said, found in [
        ("content/articles/خبر.md:7:9: annotations[0].quote: x. y", ("content/articles/خبر.md", "7", "9")),
        ("content/articles/خبر.md:7: x. y", ("content/articles/خبر.md", "7", None)),
        ("content/originals/a.txt: x. y", ("content/originals/a.txt", None, None)),
    ]:
        match = pattern.match(said)
        assert match and match.groups()[:3] == found
