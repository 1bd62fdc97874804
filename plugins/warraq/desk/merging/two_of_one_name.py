"""
Two texts of one name: each of two editors brought one in, while neither had the other's.

An import gives a name that is free in its own clone; a folder of any site has an `index.html`. They are two articles, and none of them is a
version of the other: ours keeps the name, theirs gets a free one, with its record, its article and its pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from warraq.archive.original import stem_of
from warraq.archive.permanent_id import id_for
from warraq.archive.record import Record
from warraq.archive.slug import slug_key
from warraq.desk.front_matter import set_value, split_body, value_of
from warraq.desk.git import git
from warraq.desk.importing.names import free_name
from warraq.desk.writing import data_of, sha256_of, text_of, write

from .conflicts import Conflict

FOLDERS = ("originals", "records", "articles")


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """Files of one name that both brought in."""

    stem: str
    files: Mapping[str, Conflict]
    """By the folder: the original, its record, its article."""
    pictures: Mapping[str, bytes]
    """Theirs, by their names in the folder of that name."""


def two_of_one_name(project: Path, content: str, found: Sequence[Conflict]) -> Iterator[TwoTexts]:
    """Yield the texts of which both clones have another one under one name."""
    by_path = {conflict.path: conflict for conflict in found}
    marker = f"{content}/originals/"
    for conflict in found:
        before, inside, name = conflict.path.rpartition(marker)
        if not inside or conflict.base is not None or not (conflict.ours and conflict.theirs):
            continue
        stem = stem_of(name)
        ends = {"originals": name, "records": f"{stem}.json", "articles": f"{stem}.md"}
        files = {folder: by_path.get(f"{before}{content}/{folder}/{end}") for folder, end in ends.items()}
        whole = {
            folder: each for folder, each in files.items() if each and each.ours and each.theirs and each.base is None
        }
        if len(whole) == len(FOLDERS):
            yield TwoTexts(
                stem, whole, _pictures(project, f"{before}{content}/images/{stem}", whole["articles"], by_path)
            )


def put_beside(content: Path, top: Path, two: TwoTexts) -> str:
    """Write ours under the name that both have and theirs under a free one; give the name of their original."""
    name = Path(two.files["originals"].path).name
    taken = {slug_key(stem_of(file.name)) for folder in FOLDERS for file in (content / folder).iterdir()}
    new = free_name(name, taken)
    stem = stem_of(new)
    for each in two.files.values():
        write(top / each.path, each.ours or b"")
    original, record, article = (two.files[folder].theirs or b"" for folder in FOLDERS)
    record, article = _renamed(record, article, new, two)
    written = {f"originals/{new}": original, f"records/{stem}.json": record, f"articles/{stem}.md": article}
    written |= {f"images/{stem}/{picture}": data for picture, data in two.pictures.items()}
    for inside, data in written.items():
        (content / inside).parent.mkdir(parents=True, exist_ok=True)
        write(content / inside, data)
    git(top, "add", "--", *(each.path for each in two.files.values()))
    git(content, "add", "--", *written)
    return new


def _renamed(record: bytes, article: bytes, name: str, two: TwoTexts) -> tuple[bytes, bytes]:
    """Give the record and the article of a text that gets another name; who edited it before has edited it still."""
    made = Record.from_bytes(record)
    text, line_end = text_of(article)
    body_was = split_body(text)[1]
    untouched = sha256(article).hexdigest() == made.article_sha256
    for old in {two.stem, quote(two.stem)}:
        text = text.replace(f"images/{old}/", f"images/{stem_of(name)}/")
    text = set_value(text, "original", name)
    if value_of(text, "id") == id_for(two.stem):  # both have it; ours keeps it, as it keeps the name
        text = set_value(text, "id", id_for(stem_of(name)))
    kept: dict[str, object] = {"original": made.original.model_copy(update={"name": name})}
    body = split_body(text)[1]
    if sha256_of(body_was) == made.body_sha256:
        kept["body_sha256"] = sha256_of(body)
    if untouched:
        kept["article_sha256"] = sha256_of(text)
    return made.model_copy(update=kept).to_bytes(), data_of(text, line_end)


def _pictures(project: Path, folder: str, article: Conflict, by_path: Mapping[str, Conflict]) -> dict[str, bytes]:
    """Give the pictures that their article shows, as they have them."""
    text = (article.theirs or b"").decode("utf-8", "replace")
    stem = re.escape(folder.rpartition("/")[2])
    found: dict[str, bytes] = {}
    for name in dict.fromkeys(re.findall(rf"images/{stem}/([\w.-]+)", text)):
        path = f"{folder}/{name}"
        if path in by_path:
            found[name] = by_path[path].theirs or b""
        elif listed := git(project, "ls-files", "-s", "-z", "--full-name", "--", f":/{path}"):
            found[name] = git(project, "cat-file", "blob", listed.split(b" ")[1].decode())
    return found
