"""
Any sequence of changes, built after some of them, gives the site of a build from nothing; a state machine draws them.

What `serve` shows of saved articles before a build is what the build makes of them.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from warraq.press.warm.looked_at import make_lists
from warraq.press.warm.showing import show
from warraq.press.warm.site import WarmSite

from .building import Builds

SEQUENCES = int(os.environ.get("WARRAQ_SEQUENCES", "2"))
"""How many sequences of changes are tried."""
NAMES = st.sampled_from(["a", "b", "c", "d", "e"])
WORDS = st.sampled_from(["قناة", "ماء", "نهر", "سوق", "مجلس المياه", "واحة النخيل"])
KEYS = st.sampled_from(
    [
        "",
        "status: draft\n",
        "embargo: 2027-01-20\n",
        "withdrawn: {date: 2026-01-01, reason: خطأ}\n",
        "tags: [حر, water]\n",
        "authors: [سلمى]\n",
        "source: {name: وكالة, rights: excerpt 3}\n",
        "source: وكالة\n",
        "withheld: [{quote: سوق}]\n",
        "aliases: [old]\n",
    ]
)


class Sequences(RuleBasedStateMachine):
    """An archive that changes, and its site."""

    compiled: Path

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.builds = Builds(self.folder / "archive", self.compiled)
        self.builds.write("site.yaml", "name: أرشيف\n")
        (self.builds.content / "records").mkdir()
        (self.builds.content / "articles").mkdir()
        self.last = ""
        self.warm: WarmSite | None = None
        self.saved: set[str] = set()
        self.there: set[str] = set()
        """The files of articles as they are shown."""
        self.shows = 0

    @rule(name=NAMES, word=WORDS, keys=KEYS, day=st.integers(1, 28), other=st.none() | NAMES, lang=st.booleans())
    def write(self, name: str, word: str, keys: str, day: int, other: str | None, *, lang: bool) -> None:
        if "old" in keys and any("old" in file.read_text() for file in self.articles() if file.stem != name):
            keys = ""
        if "withheld" in keys:
            word = "سوق"
        translated = (
            f"lang: en\ntranslation_of: {other}\n" if lang and other and self.has(other) and other != name else ""
        )
        link = f" و[غيره]({{filename}}{other}.md)" if other and self.has(other) else ""
        text = f"---\ntitle: خبر {name} {word}\nslug: {name}\ndate: 2026-01-{day:02}\n{keys}{translated}---\nقال إن {word} هنا{link}.\n"
        self.builds.write(f"articles/{name}.md", text)
        self.saved.add(f"content/articles/{name}.md")

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        named = (f"{name}.md)", f"translation_of: {name}\n")
        if self.has(name) and not any(each in file.read_text() for file in self.articles() for each in named):
            (self.builds.content / f"articles/{name}.md").unlink()
            self.saved.add(f"content/articles/{name}.md")

    @rule(label=WORDS, definition=WORDS)
    def define(self, label: str, definition: str) -> None:
        concept = f"Water:\n  scheme: topic\n  pref_label: {{ar: {label}}}\n  definition: {{text: {{ar: {definition}}}, source: كتاب}}\n"
        self.builds.write("vocabulary/concepts.yaml", concept)
        self.warm = None

    @rule(days=st.integers(1, 4))
    def wait(self, days: int) -> None:
        self.builds.today += timedelta(days=days)
        self.warm = None

    @rule(name=st.sampled_from(["أرشيف", "بيت"]), address=st.sampled_from(["", "https://archive.example"]))
    def settle(self, name: str, address: str) -> None:
        self.builds.write("site.yaml", f"name: {name}\n")
        self.builds.site_url = address
        self.warm = None

    @rule(killed=st.booleans())
    def spoil(self, *, killed: bool) -> None:
        if killed:
            self.builds.build(killed=True)
        elif self.builds.output.is_dir():
            found = sorted(file for file in self.builds.output.rglob("*.html"))
            if found:
                found[len(found) // 2].write_text("x")

    @rule()
    def save(self) -> None:
        self.show()

    def show(self) -> Path | None:
        """Show what was saved; give the folder where it is."""
        if self.warm is None:
            return None
        self.shows += 1
        folder = self.folder / f"shown {self.shows}"
        folder.mkdir()
        looked_at = [
            "/",
            "/articles/a/",
            "/2026/01/",
            "/tags/حر/",
            "/concepts/",
            "/concepts/water/",
            "/concepts/Water/",
            "/x/",
        ]
        self.warm, shown = show(self.warm, self.saved, folder, looked_at)
        self.saved = set()
        assert not shown.errors
        assert shown.files == tuple(sorted(Builds.files(folder)))
        self.there = self.there - set(shown.gone) | set(shown.files)
        if self.warm.library:
            lists = [*make_lists(looked_at, self.warm.library, self.warm.look, folder)]
            assert {"index.html", "concepts/index.html"} <= set(lists)
        return folder

    @rule()
    def build(self) -> None:
        shown = self.show()
        built = self.builds.build()
        assert built == self.builds.from_nothing()
        if shown and self.warm:
            assert Builds.files(shown).items() <= built.items()
            assert self.there == {file for files in self.builds.warm().shown.values() for file in files}
        self.warm, self.saved = self.builds.warm(), set()
        self.there = {file for files in self.warm.shown.values() for file in files}

    def teardown(self) -> None:
        if hasattr(self, "builds"):
            self.build()
            shutil.rmtree(self.folder)

    def articles(self) -> list[Path]:
        return list((self.builds.content / "articles").glob("*.md"))

    def has(self, name: str) -> bool:
        return (self.builds.content / f"articles/{name}.md").is_file()


def test_any_sequence_of_changes_gives_the_site_of_a_build_from_nothing(tmp_path: Path) -> None:
    kind = type("Sequences", (Sequences,), {"compiled": tmp_path})
    run_state_machine_as_test(
        kind,
        settings=settings(
            max_examples=SEQUENCES,
            stateful_step_count=8,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
