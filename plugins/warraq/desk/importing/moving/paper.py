"""
The kinds of sites as a paper for docs/, made of the registry, so that it cannot differ from it.

`python3 tasks.py kinds` writes docs/kinds.md and docs/kinds.ar.md; a test fails when they differ.
"""

from __future__ import annotations

from warraq.language import Message, message
from warraq.pages.papers import paper_of, write_papers

from .kinds import KINDS

FILES = {"en": "kinds.md", "ar": "kinds.ar.md"}
"""By language, below docs/."""
TITLE = message("Moving in with a site of another program")
BEGIN = (
    message("Made from the code: python3 tasks.py kinds"),
    message(
        "`python3 tasks.py import PLACE` takes the folder, the file or the ZIP or tar file of any of these, and tells by itself which it is."
    ),
    message(
        "Each text becomes an article, its original the text as that program wrote it, and the record says from which file it came. "
        "No rule repairs it, then or later. Former addresses stand under `former_addresses:`, keys that have no place here under `extra:`, "
        "links between the texts follow, pictures come along from the folder. A text that can't be read is named in the report, and the rest "
        "comes in. Files of Markdown, with their front matter and comments, stay `originals: private`. The same text is not taken "
        "twice: of several copies a public one comes in, and answers at the addresses of the others. "
        "Another title that a copy has is named in the report. An interrupted import goes on where it stopped."
    ),
)
PARTS = {"given": message("What to import"), "taken": message("What comes along"), "lost": message("What is lost")}
OTHERS = message("What is not read")
INSTEAD = (
    (
        "Drupal, Joomla, Movable Type, Tumblr, Textpattern, Serendipity, Dotclear",
        message(
            "[jekyll-import](https://import.jekyllrb.com/) makes a Jekyll site of it: `gem install jekyll-import`."
        ),
    ),
    (
        "Word, LibreOffice, EPUB, Org",
        message("pandoc makes Markdown of a file, with pictures: `pandoc FILE -t gfm --extract-media=. -o FILE.md`."),
    ),
    (
        "HTML",
        message(
            "A folder of saved pages is imported as it is, and its texts are repaired. Of a site that still stands, `wget --mirror "
            "--page-requisites --convert-links ADDRESS` saves the pages."
        ),
    ),
)


def paper(language: str) -> str:
    """Write the paper in a language."""

    def say(given: Message) -> str:
        return given.text(language)

    parts = [f"# {say(TITLE)}", *map(say, BEGIN)]
    for kind in KINDS:
        parts += (
            f"## {kind.name}",
            "\n".join(f"- **{say(said)}**: {say(getattr(kind, part))}." for part, said in PARTS.items()),
        )
    parts += f"## {say(OTHERS)}", "\n".join(f"- **{name}**: {say(todo)}" for name, todo in INSTEAD)
    return paper_of(parts, language)


def main() -> None:
    """Write both papers."""
    write_papers(FILES, paper)


if __name__ == "__main__":
    main()
