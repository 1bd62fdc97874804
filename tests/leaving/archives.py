"""
Random small archives, with a marker in every place that a text can have, and for each marker whether it may leave.

What may leave is decided here a second time, from the promise alone: nothing of a draft or a text under embargo; of a withdrawn
one its address and the reason; of one that its rights hold back what describes it, and the words they allow; an original and its
name where originals are public; editors' names where site.yaml says so.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from PIL import Image

from warraq.press.intake import repair_new

from .looker import ARABIC, ARABIC_DIGITS, LATIN, LATIN_DIGITS, MARKER, marker
from .states import ALIKE, KEYS, RIGHTS, SHOWN, WHOLE, WORDS, State


@dataclass
class Text:
    """One text, and the markers that others may point at."""

    state: State
    private: bool | None
    """What it says of its original; None: what the archive says."""
    name: str = ""
    """Of its files."""
    slug: str = ""
    alias: str = ""
    title: str = ""
    tag: str = ""
    concept: str = ""
    picture: str = ""
    original: str = ""
    """The name of its original; empty where it was written by hand."""
    version_of: str = ""
    """The slug of the text of which it is another version."""


@dataclass
class Planted:
    """An archive on the disk, and its markers."""

    content: Path
    rng: Random
    may: set[str] = field(default_factory=set)
    """Markers that may leave."""
    must: set[str] = field(default_factory=set)
    """Markers that readers have to find: else nothing is proved."""
    names: set[str] = field(default_factory=set)
    """Names of files, which an issue may tell."""
    number: int = 0
    named: bool = False
    private: bool = False
    texts: list[Text] = field(default_factory=list)

    def word(self, may: bool = False, *, must: bool = False, latin: bool = False) -> str:  # noqa: FBT001, FBT002 - the question itself
        """Make a new marker."""
        self.number += 1
        made = marker(self.number, latin=latin)
        if may:
            self.may.add(made)
        if must:
            self.must.add(made)
        return made

    def chance(self, of: float) -> bool:
        return self.rng.random() < of

    def write(self, path: str, data: str | bytes) -> None:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)

    def original_leaves(self, text: Text) -> bool:
        private = self.private if text.private is None else text.private
        return text.state in WHOLE and not private


def plant(root: Path, seed: int, states: tuple[State, ...] = (), *, waiting: bool = True) -> Planted:
    """Write a random archive below a folder; `states`: of its texts, else random ones; `waiting`: an original may have no article yet."""
    rng = Random(seed)
    made = Planted(root / "content", rng)
    made.named, made.private = made.chance(0.5), made.chance(0.3)
    site = {"name": "أرشيف", "editors": "named" if made.named else "unnamed", "exports": ["tei", "skos"]}
    made.write("site.yaml", json.dumps(site | ({"originals": "private"} if made.private else {})))
    chosen = states or (State.WHOLE, *rng.choices(list(State), k=rng.randint(2, 5)))
    bodies = [_begin(made, state) for state in chosen]
    for states_alike in ALIKE:
        if len(alike := [text for text, _ in bodies if text.state in states_alike]) > 1:
            alike[-1].version_of = alike[0].slug
    repair_new(made.content)
    concepts: dict[str, object] = {}
    for text, body in bodies:
        made.write(f"articles/{text.name}.md", _article(made, text, body, concepts))
    for n in range(3):
        _concept(made, concepts, n)
    made.write("vocabulary/planted.yaml", json.dumps(concepts))
    if waiting and made.chance(0.3):
        made.write(f"originals/{made.word(latin=True)}.txt", f"خبر {made.word()} بلا مادة\n\nنص {made.word()} هنا.\n")
    return made


def _begin(made: Planted, state: State) -> tuple[Text, str]:
    """Name a text, write its original where it has one, and give the body of one that has none."""
    rng = made.rng
    text = Text(state, rng.choice([None, None, True, False]))
    made.texts.append(text)
    whole = state in WHOLE
    has_original = made.chance(0.6)
    text.name = made.word(has_original and made.original_leaves(text), latin=True)
    made.names.add(text.name)
    text.slug = made.word(state in (*SHOWN, State.WITHDRAWN), must=state in SHOWN, latin=made.chance(0.5))
    text.alias = made.word(state in (*SHOWN, State.WITHDRAWN), latin=made.chance(0.5))
    text.tag = made.word(state in SHOWN)
    text.concept = made.word(latin=True)
    begin = made.word(whole or state in (State.EXCERPT, State.OF_SOURCE), must=whole)
    text.title = made.word(state in SHOWN, must=state in SHOWN)
    lines = [
        f"قال {begin} اليوم هنا {made.word(whole, must=whole)} جاء من بعيد إلى المدينة .وأضاف أن  {made.word(whole)} كان هناك.",
        f"وهذه فقرة أخرى عن {_name_of(text.concept)} وعن {made.word(whole)} في المدينة القديمة.",
    ]
    if not has_original:
        return text, "\n\n".join(lines)
    hidden = made.word(made.original_leaves(text), latin=True)
    if made.chance(0.5):
        text.original = f"{text.name}.html"
        data = f'<h1 class="{hidden}">خبر {text.title} جديد</h1>\n' + "\n".join(
            f'<p id="{hidden}">{li}</p>' for li in lines
        )
    else:
        text.original = f"{text.name}.txt"
        data = f"خبر {text.title} جديد\r\n\r\n" + "\r\n\r\n".join(lines)
    made.write(f"originals/{text.original}", data.encode(rng.choice(["utf-8", "utf-8-sig", "cp1256", "utf-16"])))
    return text, ""


def _name_of(concept: str) -> str:
    """Give the Arabic name of a concept: the same number in the other letters."""
    digits = concept.removeprefix(LATIN)
    return ARABIC + "".join(ARABIC_DIGITS[LATIN_DIGITS.index(d)] for d in digits)


def _article(made: Planted, text: Text, body: str, concepts: dict[str, object]) -> str:
    """Write an article's file, with a marker in every key."""
    rng, whole, shown = made.rng, text.state in WHOLE, text.state in SHOWN
    if text.original:
        written = (made.content / f"articles/{text.name}.md").read_text("utf-8")
        body = written.split("---\n", 2)[2].strip("\n")
    first = MARKER.search(body)
    assert first
    source = made.word(shown)
    keys: dict[str, object] = {
        "title": f"خبر {text.title} جديد",
        "slug": text.slug,
        "aliases": [text.alias],
        "former_addresses": [f"/former/{text.alias}/", f"/?p={len(made.texts)}"],
        "extra": {"layout": made.word()},
        "date": f"20{rng.randint(10, 25)}-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}" if made.chance(0.8) else "unknown",
        "source": {
            "name": source,
            "via": [made.word(shown)],
            "url": f"https://news.example/{made.word(shown, latin=True)}",
            "archived_url": f"https://kept.example/{made.word(shown, latin=True)}",
        },
        "authors": [made.word(shown)],
        "tags": [text.tag, *([text.concept] if made.chance(0.3) else [])],
        "summary": f"هذه خلاصة طويلة فيها كلمات كثيرة جدا {made.word(whole, must=whole)}",
        "corrections": [{"date": "2026-01-02", "note": f"صُحح {made.word(shown)} هنا"}],
        "annotations": _notes(made, text, first[0]),
        "reviewed": {"by": made.word(shown and made.named), "date": "2026-02-03"},
        "settled": [{"rule": "doubled-word", "quote": made.word()}],
        **KEYS.get(text.state, {}),
    }
    if text.state in RIGHTS:
        keys["source"] |= {"rights": RIGHTS[text.state]}  # type: ignore[operator]  # the dictionary above
    if text.state is State.OF_SOURCE:
        concepts[made.word(shown, latin=True)] = {
            "scheme": "organisation",
            "pref_label": {"ar": source},
            "rights": f"excerpt {WORDS}",
        }
    if text.state in (State.WITHDRAWN, State.WITHDRAWN_DRAFT):
        reason = made.word(text.state is State.WITHDRAWN, must=text.state is State.WITHDRAWN)
        keys["withdrawn"] = {"date": "2026-03-04", "reason": f"سُحب {reason}"}
    if text.original:
        keys["original"] = text.original
    if text.private is not None:
        keys["originals"] = "private" if text.private else "public"
    if text.version_of:
        keys |= {"version_of": text.version_of, "added": "2026-05-06"}
    if made.chance(0.3):
        keys |= {"translation_of": rng.choice(made.texts).slug, "lang": "en"}
        if keys["translation_of"] == text.slug:
            del keys["translation_of"]
    front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items())
    return f"---\n# {made.word()}\n{front}\n---\n{body}\n\n{_written(made, text)}\n"


def _notes(made: Planted, text: Text, quote: str) -> list[dict[str, object]]:
    whole = text.state in WHOLE
    return [
        {
            "quote": quote,
            "note": f"شرح {made.word(whole, must=whole)} {_links(made, text)}",
            "kind": kind,
            "author": made.word(whole and made.named, must=whole and made.named),
            "date": "2026-04-05",
            "links": [f"https://facts.example/{made.word(whole, latin=True)}"],
            **({"verdict": "صحيح"} if kind == "fact-check" else {}),
        }
        for kind in ("note", "fact-check")
    ]


def _written(made: Planted, text: Text) -> str:
    """Write what an editor put into a text: a heading, links, a picture, a footnote."""
    whole = text.state in WHOLE
    text.picture = f"images/{made.rng.choice(['', text.name + '/'])}{made.word(whole, latin=True)}.png"
    if whole and text.name in text.picture:
        made.may.add(text.name)
    made.write(text.picture, _png())
    return (
        f"## عنوان {made.word(whole)}\n\nومن هنا {_links(made, text)} كلام[^a].\n\n"
        f'![صورة {made.word(whole)}]({{static}}/{text.picture} "{made.word(whole)}")\n\n[^a]: حاشية {made.word(whole)} هنا.'
    )


def _links(made: Planted, text: Text) -> str:
    """Link other texts in every way there is; what readers see of a link to an unpublished text are its words."""
    other = made.rng.choice(made.texts)
    ways = [
        f"{{filename}}/articles/{other.name}.md",
        f"../{other.slug}/",
        f"../{other.alias}/",
        f"../../articles/{other.slug}/#p1",
        f"../../tags/{other.tag}/",
        *([f"../{other.slug}/compare/"] if other.original else []),
    ]
    if other.picture:
        ways.append(f"{{static}}/{other.picture}")
    way = made.rng.choice(ways)
    if text.state in WHOLE and other.picture and way.endswith(other.picture):
        made.may |= {part for part in other.picture.removesuffix(".png").split("/")[1:] if part}
    return f"[{made.word(text.state in WHOLE)}]({way})"


def _concept(made: Planted, concepts: dict[str, object], n: int) -> None:
    """Add the concepts that texts name, once, and one that several are tagged with, or none."""
    owners = made.texts if n == 0 else []
    for text in owners:
        tagged = json.dumps(text.concept) in (made.content / f"articles/{text.name}.md").read_text("utf-8")
        may = text.state in WHOLE or (tagged and text.state in SHOWN)
        if may:
            made.may |= {text.concept, _name_of(text.concept)}
        cited = made.rng.choice(made.texts)
        concepts[text.concept] = {
            "scheme": "person",
            "pref_label": {"ar": _name_of(text.concept)},
            "alt_labels": {"en": [made.word(may, latin=True)]},
            "definition": {
                "text": {"ar": f"تعريف {made.word(may)} هنا"},
                "source": f"content/originals/{cited.original}" if cited.original else "كتاب",
            },
        }
    if n:
        known = list(concepts)
        concepts[made.word(may=True, latin=True)] = {
            "scheme": "topic",
            "pref_label": {"ar": made.word(may=True)},
            "related": made.rng.sample(known, min(2, len(known))),
        }


def _png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (2, 2), (10, 120, 200)).save(out, "PNG")
    return out.getvalue()
