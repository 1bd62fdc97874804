"""
Texts that one editor threw out while the other edited them.

They stay out: that is what a rejection is for. What the other one wrote is kept aside on this machine as it was, with its record and its
pictures, as if it had been thrown out here; so the rejection can be taken back as any other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from warraq.archive.original import stem_of
from warraq.archive.rejections import Rejection, rejections_in
from warraq.archive.slug import find_slug, slug_of
from warraq.desk.front_matter import NotEditableError, value_of
from warraq.desk.git import GitError, git
from warraq.desk.rejecting.kept import Thrown, keep

from .conflicts import Conflict, is_mended

OTHERS = ("MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD")
"""What git calls the commit that comes in."""


@dataclass(frozen=True, slots=True)
class RejectedMeanwhile:
    """A text that is thrown out, with what the other editor has of it."""

    original: str
    sha256: str
    rejection: Rejection
    conflicts: Sequence[Conflict]
    above: str
    """The way from the repository's root to content/."""

    @property
    def stem(self) -> str:
        """Give the name of its files, without an ending."""
        return stem_of(self.original)


def rejected_meanwhile(content: Path, found: Sequence[Conflict]) -> Iterator[RejectedMeanwhile]:
    """Yield the texts whose files are gone on one side and changed on the other, and which `content/rejected.yaml` lists."""
    rejections, problems = rejections_in(content)
    if problems or not rejections.files:
        return
    originals = {stem_of(file.name): file for file in (content / "originals").glob("*") if file.is_file()}
    of_text: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in found:
        if (conflict.ours is None) != (conflict.theirs is None) and (name := _stem(content, conflict)) in originals:
            of_text[name].append(conflict)
    for stem, conflicts in of_text.items():
        digest = sha256(originals[stem].read_bytes()).hexdigest()
        if rejection := rejections.of_sha256(digest):
            above = conflicts[0].path.partition(f"{content.name}/")[0]
            yield RejectedMeanwhile(originals[stem].name, digest, rejection, conflicts, above)


def _stem(content: Path, conflict: Conflict) -> str:
    """Give the name of the text that a file belongs to, without an ending; empty where that is not known."""
    folder, _, rest = conflict.path.partition(f"{content.name}/")[2].partition("/")
    if folder == "images":
        return rest.partition("/")[0]
    if folder == "articles":
        with suppress(NotEditableError):
            text = (conflict.base or conflict.ours or conflict.theirs or b"").decode("utf-8", "replace")
            return stem_of(str(value_of(text, "original") or ""))
    return Path(rest).stem if folder == "records" else ""


def is_being_mended(top: Path, each: RejectedMeanwhile) -> bool:
    """Tell whether somebody edited one of its files since git left it."""
    return any(is_mended(top / conflict.path, conflict) for conflict in each.conflicts)


def article_paths(content: Path, each: RejectedMeanwhile) -> frozenset[str]:
    """Give the paths of its articles, as messages name them."""
    articles = f"{each.above}{content.name}/articles/"
    return frozenset(c.path.removeprefix(each.above) for c in each.conflicts if c.path.startswith(articles))


def leave_out(content: Path, top: Path, each: RejectedMeanwhile) -> None:
    """Keep what the other editor has of a text aside, and take it out of content/."""
    files = _files(content, top, each)
    inside = sorted(files, key=lambda path: (not path.startswith("articles/"), path))
    article = next((path for path in inside if path.startswith("articles/")), "")
    text = files[article].decode("utf-8", "replace") if article else ""
    slug = (find_slug(text) or slug_of(Path(article).stem)) if article else ""
    keep(content, [Thrown(each.sha256, each.original, slug, tuple(inside))], files)
    folder = f"{each.above}{content.name}"
    gone = [*(f"{folder}/{path}" for path in inside), *(conflict.path for conflict in each.conflicts)]
    git(top, "rm", "-rfq", "--ignore-unmatch", "--", *(f":(literal){path}" for path in dict.fromkeys(gone)))


def _files(content: Path, top: Path, each: RejectedMeanwhile) -> Mapping[str, bytes]:
    """Give what the other editor has of a text, by the paths below content/."""
    folder = f"{each.above}{content.name}/"
    side = "HEAD" if each.conflicts[0].ours is not None else _other(top)
    found = {c.path.removeprefix(folder): data for c in each.conflicts if (data := c.ours or c.theirs) is not None}
    articles = [path for path in found if path.startswith("articles/")] or [f"articles/{each.stem}.md"]
    places = [*articles, f"records/{each.stem}.json", f"images/{each.stem}"]
    listed = (
        git(top, "ls-tree", "-r", "-z", "--name-only", "--full-tree", side, "--", *(folder + place for place in places))
        if side
        else b""
    )
    for name in filter(None, listed.decode("utf-8", "surrogateescape").split("\0")):
        found.setdefault(name.removeprefix(folder), git(top, "cat-file", "blob", f"{side}:{name}"))
    return found


def _other(top: Path) -> str:
    for name in OTHERS:
        with suppress(GitError):
            git(top, "rev-parse", "-q", "--verify", name)
            return name
    return ""
