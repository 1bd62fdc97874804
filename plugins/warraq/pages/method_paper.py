"""
The table of all rules as a paper for docs/, beside the page of the site: made of the rules, so that it cannot differ from them.

`python3 tasks.py rules` writes docs/rules.md and docs/rules.ar.md; a test fails when they differ from the rules.
"""

from __future__ import annotations

import re
from pathlib import Path

from warraq.language import message
from warraq.repair import RULES, RULES_VERSION
from warraq.repair.engine import Certainty

from .guide_codes import write_codes
from .method_page import describe_rule
from .papers import paper_of, write_papers

FILES = {"en": "rules.md", "ar": "rules.ar.md"}
"""By language, below docs/."""


def code_cell(text: str) -> str:
    """Format a text as code in a cell of a Markdown table."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    space = " " if "`" in text else ""
    return f"{fence}{space}{text}{space}{fence}".replace("|", "\\|")


def paper(language: str) -> str:
    """Write the paper in a language."""

    def say(msgid: str, **values: object) -> str:
        return message(msgid, **values).text(language)

    parts = [
        f"# {say('How texts are repaired')}",
        say("All rules, version {version}. Made from the code: python3 tasks.py rules", version=RULES_VERSION),
    ]
    headings = {
        Certainty.CERTAIN: say("What is repaired"),
        Certainty.DOUBTFUL: say("What is only pointed at"),
    }
    for certainty, heading in headings.items():
        names = "Rule", "Stage", "Reason", "Example", "What becomes of it", "Left alone", "Languages"
        rows = [f"| {' | '.join(map(say, names))} |", "|---" * len(names) + "|"]
        for rule in RULES:
            if rule.certainty is certainty:
                each = describe_rule(rule)
                example = next(iter(each.examples), None)
                before, after = (code_cell(example.before), code_cell(example.after)) if example else ("", "")
                left = " ".join(map(code_cell, each.leaves[:1]))
                said = f"`{each.name}` | {each.stage} | {each.reason.text(language)}"
                holds = ("، " if language == "ar" else ", ").join(name.text(language) for name in each.languages)
                rows.append(f"| {said} | {before} | {after} | {left} | {holds or say('all')} |")
        parts += f"## {heading}", "\n".join(rows)
    return paper_of(parts, language)


def main() -> None:
    """Write both papers, and the codes of doubts into both guides."""
    write_papers(FILES, paper)
    for guide in write_codes(Path("docs")):
        print(f"Written: {guide.as_posix()}")


if __name__ == "__main__":
    main()
