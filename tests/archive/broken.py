"""Broken articles, and the exact message of each: `line:column: field: what. What to do.` without its path."""

from __future__ import annotations

from dataclasses import dataclass

from warraq.archive.kinds import KINDS
from warraq.archive.schema import ArticleKeys

RLM, LRM, NBSP = "\N{RIGHT-TO-LEFT MARK}", "\N{LEFT-TO-RIGHT MARK}", "\N{NO-BREAK SPACE}"
HEAD = "Begin the file with three lines: ---, title: …, ---"
HYPHENS = "stands where three hyphens should. Write three hyphens: ---"
QUOTES = "Put quotes around the value"
DATE_FORM = "Write year-month-day, such as 2024-03-15, or 2024-03, or 2024."
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{name}: &{name} [{', '.join(['*' + former] * 9)}]" for former, name in zip("abcdefgh", "bcdefghi", strict=True)
)
SLUG_FORM = "Use letters, digits and hyphens, at most 60."


@dataclass(frozen=True)
class Broken:
    """One file, and what is said of it (without its path)."""

    name: str
    data: bytes
    said: tuple[str, ...]


def in_utf8(text: str) -> bytes:
    return text.encode("utf-8")


def file(name: str, text: str, *said: str) -> Broken:
    return Broken(name, in_utf8(text), said)


def matter(name: str, front_matter: str, *said: str) -> Broken:
    """Make an article with this front matter below a good title and date; what is wrong begins on line 4."""
    return file(name, f"---\ntitle: x\ndate: 2024\n{front_matter}\n---\nنص.\n", *said)


def date(name: str, written: str, todo: str) -> Broken:
    return file(name, f"---\ntitle: x\ndate: {written}\n---\n", f"3:1: date: “{written}” is not a date. {todo}")


def reserved(key: str, advice: str) -> Broken:
    return matter(f"reserved {key}", f"{key}: x", f"4:1: {key}: This key is not used here. {advice}")


BROKEN = (
    # What is no article at all.
    file("an empty file", "", f"1: The file is empty. {HEAD}"),
    file("white space only", "\n \n\t\n", f"1: The file is empty. {HEAD}"),
    file("a byte order mark only", "\ufeff", f"1: The file is empty. {HEAD}"),
    file("no front matter", "قال الوزير: نعم\n", f"1: The file has no front matter. {HEAD}"),
    file(
        "no front matter, Pelican's own way",
        "Title: x\nDate: 2024\n\nنص.\n",
        f"1: The file has no front matter. {HEAD}",
    ),
    file("a heading in place of front matter", "\n# عنوان\n", f"2: The file has no front matter. {HEAD}"),
    file(
        "front matter without end",
        "---\ntitle: x\n\nنص.\n",
        "1: The front matter does not end. Put a line of three hyphens (---) below it.",
    ),
    file("a dash and a hyphen above", "—-\ntitle: x\n---\n", f"1:1: “—-” {HYPHENS}"),
    file("a dash below", "---\ntitle: x\n—-\nنص.\n", f"3:1: “—-” {HYPHENS}"),
    file("two hyphens", "--\ntitle: x\n--\n", f"1:1: “--” {HYPHENS}"),
    file("tatweel", "ـــ\ntitle: x\n---\n", f"1:1: “ـــ” {HYPHENS}"),
    file("TOML's fence", "+++\ntitle = 'x'\n+++\n", f"1:1: “+++” {HYPHENS}"),
    # Encodings.
    Broken(
        "windows-1256",
        "---\ntitle: عنوان الخبر\n---\nنص.\n".encode("cp1256"),
        (
            "2: The file is windows-1256, not UTF-8. Convert it with: python3 tasks.py fix-encoding --only content/articles/x.md",
        ),
    ),
    Broken(
        "UTF-16",
        "---\ntitle: عنوان\n---\n".encode("utf-16"),
        (
            " The file is UTF-16, not UTF-8. Convert it with: python3 tasks.py fix-encoding --only content/articles/x.md",
        ),
    ),
    Broken(
        "UTF-16 without a mark",
        "---\ntitle: title\n---\n".encode("utf-16-le"),
        (
            " The file is UTF-16, not UTF-8. Convert it with: python3 tasks.py fix-encoding --only content/articles/x.md",
        ),
    ),
    Broken(
        "a byte of no encoding",
        "---\ntitle: x\n---\nنص".encode() + b"\xff\n",
        ("4: Byte 0xFF is not UTF-8. Write that line anew and save the file as UTF-8.",),
    ),
    file("NUL", "---\ntitle: x\x00y\n---\n", "2:9: An invisible control character (U+0000) stands here. Delete it."),
    file(
        "a control character in the text",
        "---\ntitle: x\n---\nنص \x08.\n",
        "4:4: An invisible control character (U+0008) stands here. Delete it.",
    ),
    # YAML.
    file(
        "a colon in the title",
        "---\ntitle: أخبار: عنوان\n---\n",
        f'2:13: A colon followed by a space stands inside a value without quotes. {QUOTES}: title: "أخبار: عنوان"',
    ),
    file(
        "a quote that does not end",
        '---\ntitle: "x\ndate: 2024\n---\n',
        "2:8: A value that begins with a quotation mark does not end with one. "
        'Put the closing quotation mark, or write \\" for one inside the value.',
    ),
    file(
        "words after a quote",
        '---\ntitle: "قال" الوزير\n---\n',
        "2:14: Something stands after the closing quotation mark. Put all of the value between the quotation marks.",
    ),
    file(
        "a list that does not end",
        "---\ntitle: x\ntags: [أ، ب\ndate: 2024\n---\n",
        "3:7: A list or a {…} is not closed, or a comma is missing in it. Write it as [one, two], or as lines that begin with a hyphen.",
    ),
    file(
        "a list at the end that does not end",
        "---\ntitle: x\ndate: 2024\ntags: [أ، ب\n---\n",
        "4:7: A list or a {…} is not closed, or a comma is missing in it. Write it as [one, two], or as lines that begin with a hyphen.",
    ),
    file(
        "keys in braces that do not end",
        "---\ntitle: x\nsource: {name: y\nlang: ar\ndate: 2024\n---\n",
        "3:9: A list or a {…} is not closed, or a comma is missing in it. Write it as [one, two], or as lines that begin with a hyphen.",
    ),
    file(
        "a tab as an indent",
        "---\ntitle: x\nsource:\n\tname: y\n---\n",
        "4:1: A tab stands where YAML takes spaces only. Put two spaces in its place.",
    ),
    file(
        "an indented key",
        "---\ntitle: x\n  date: 2024\n---\n",
        "3:7: The line is indented unlike its neighbours. Delete the spaces before it.",
    ),
    file(
        "a line without a colon",
        "---\ntitle: x\ndate\nlang: ar\n---\n",
        "3:1: This line is not `key: value`, or it is indented unlike its neighbours. "
        "Begin it at the left with a key and a colon, or put quotes around the value above.",
    ),
    file("an at sign", "---\ntitle: @x\n---\n", f"2:8: A value can't begin with this character. {QUOTES}."),
    file("a percent sign", "---\ntitle: %x\n---\n", f"2:8: A value can't begin with this character. {QUOTES}."),
    file("an asterisk", "---\ntitle: *عنوان*\n---\n", f"2:9: A value can't begin with & or *. {QUOTES}."),
    file(
        "curly quotes around a colon",
        "---\ntitle: “أخبار: عنوان”\n---\n",
        '2:14: Curly quotes can\'t enclose a value. Write straight quotes: "…".',
    ),
    file(
        "a key twice",
        "---\ntitle: x\ndate: 2024\ntitle: y\n---\n",
        "4:1: title: title stands twice; line 2 has it too. Keep one of them.",
    ),
    file(
        "a key twice under two names",
        "---\ntitle: x\nالعنوان: y\n---\n",
        "3:1: title: title stands twice; line 2 has it too. Keep one of them.",
    ),
    file(
        "a key with a hidden mark twice",
        f"---\ntitle: x\n{RLM}title: y\n---\n",
        "3:2: title: title stands twice; line 2 has it too. Keep one of them.",
    ),
    file(
        "a list in place of keys",
        "---\n- title\n---\n",
        "1: Lines of `key: value` should stand here. Begin with title: …",
    ),
    file(
        "words in place of keys",
        "---\ntitle x\n---\n",
        "1: Lines of `key: value` should stand here. Begin with title: …",
    ),
    matter(
        "an alias bomb", BOMB, "4:32: e[5][5][7][4][8]: Too many values within values. Write it flat, without & and *."
    ),
    # What is missing or empty.
    file("no title", "---\ndate: 2024\n---\n", "1: title: It is missing. Write title: …"),
    file("an empty title", "---\ntitle:\ndate: 2024\n---\n", "2:1: title: It is missing. Write title: …"),
    file(
        "a title of nothing",
        '---\ntitle: "  "\ndate: 2024\n---\n',
        "2:1: title: The value is empty. Write it, or take the key out.",
    ),
    file(
        "a title of marks only",
        f'---\ntitle: "{RLM}{LRM}"\ndate: 2024\n---\n',
        "2:1: title: The value is empty. Write it, or take the key out.",
    ),
    file(
        "no date",
        "---\ntitle: x\n---\n",
        "1: date: It is missing. Write date: 2024-03-15, or date: unknown where nobody knows it.",
    ),
    file("nothing between the hyphens", "---\n---\nنص.\n", "1: title: It is missing. Write title: …"),
    matter(
        "an annotation without note",
        "annotations:\n  - quote: x",
        "5:5: annotations[0].note: It is missing. Write note: …",
    ),
    matter(
        "a source without name", "source: {url: 'https://x.example/'}", "4:1: source.name: It is missing. Write name: …"
    ),
    # Dates.
    date("a month in words", "15 مارس 2024", "Write 2024-03-15"),
    date("a Levantine month", "15 تشرين الثاني 2024", "Write 2024-11-15"),
    date("a month and a year in words", "مارس 2024", "Write 2024-03"),
    date("no such month", "2024-13-45", DATE_FORM),
    date("no such day", "2023-02-29", DATE_FORM),
    date("slashes, year first", "2024/3/5", "Write 2024-03-05"),
    date("slashes, day first", "15/03/2024", DATE_FORM),
    date("a time of day", "2024-03-15 10:30", "Write 2024-03-15"),
    date("a time and a zone", "2024-03-15T10:30:00+03:00", "Write 2024-03-15"),
    date("curly quotes around a date", "“2024-03-15”", "Write 2024-03-15"),
    date("words", "أمس", DATE_FORM),
    matter("an embargo that is no date", "embargo: غدا", f"4:1: embargo: “غدا” is not a date. {DATE_FORM}"),
    # Keys.
    matter("an unknown key", "tagss: x", "4:1: tagss: There is no such key. Did you mean tags?"),
    matter(
        "an unknown key like none",
        "xyzzy: x",
        f"4:1: xyzzy: There is no such key. The keys are: {', '.join(ArticleKeys.model_fields)}.",
    ),
    matter(
        "an unknown key inside",
        "source: {nam: x, name: y}",
        "4:10: source.nam: There is no such key. Did you mean name?",
    ),
    matter("an unknown Arabic key", "العنون: x", "4:1: العنون: There is no such key. Did you mean العنوان?"),
    reserved("url", "The address of the page at its source is written as source: {name: …, url: …}."),
    reserved("source_url", "Write source: {name: …, url: …}."),
    reserved("template", "Every article has the same template; take the key out."),
    reserved("content", "The text stands below the front matter; take the key out."),
    reserved("settings", "Take the key out."),
    reserved("translation", "Write translation_of: and the slug of the article that this one translates."),
    reserved("save_as", "Write slug: for the article's own address."),
    reserved("category", "Write it among the tags:."),
    reserved("modified", "What changed is published as corrections:; take the key out."),
    # Values.
    matter(
        "a status misspelt",
        "status: drfat",
        "4:1: status: “drfat” is not one of: published, draft. Did you mean draft?",
    ),
    matter("a status of no kind", "status: x", "4:1: status: “x” is not one of: published, draft. Write one of them."),
    matter(
        "a draft that is neither", "draft: maybe", "4:1: draft: “maybe” is not one of: true, false. Write one of them."
    ),
    matter("a slug that climbs out", "slug: ../../x", f"4:1: slug: “../../x” can't be part of an address. {SLUG_FORM}"),
    matter("a slug with a slash", "slug: a/b", f"4:1: slug: “a/b” can't be part of an address. {SLUG_FORM}"),
    matter("a slug with a backslash", r"slug: a\b", rf"4:1: slug: “a\b” can't be part of an address. {SLUG_FORM}"),
    matter("a slug with a space", "slug: a b", f"4:1: slug: “a b” can't be part of an address. {SLUG_FORM}"),
    matter(
        "a slug of 61 letters", f"slug: {'ب' * 61}", f"4:1: slug: “{'ب' * 61}” can't be part of an address. {SLUG_FORM}"
    ),
    matter("a device of Windows", "slug: con", f"4:1: slug: “con” can't be part of an address. {SLUG_FORM}"),
    matter("a hidden folder", "slug: .git", f"4:1: slug: “.git” can't be part of an address. {SLUG_FORM}"),
    matter(
        "a language in words",
        "lang: العربية",
        "4:1: lang: “العربية” is not the code of a language. Write ar, fa, ur, he, en …",
    ),
    matter("tags in curly quotes", "tags: [“أ”, “ب”]", "4:1: tags: “أ” stands in curly quotes. Take the quotes out."),
    matter(
        "tags with keys", "tags: {a: b}", "4:1: tags: A list should stand here. Begin each of its lines with a hyphen."
    ),
    matter(
        "a list as a summary",
        "summary: [a, b]",
        "4:1: summary: Words should stand here, not a list or keys of its own. Write it on the line of its key, in quotes where it has brackets.",
    ),
    matter(
        "annotations in words",
        "annotations: x",
        "4:1: annotations: A list should stand here. Begin each of its lines with a hyphen.",
    ),
    matter(
        "an annotation of no kind",
        "annotations:\n  - {quote: x, note: y, kind: contxt}",
        f"5:25: annotations[0].kind: “contxt” is not one of: {', '.join(KINDS)}. Did you mean context?",
    ),
    matter(
        "withdrawn in words", "withdrawn: نعم", "4:1: withdrawn: It has keys of its own. Write {date: …, reason: …}."
    ),
    matter(
        "a source's address in words",
        "source: {name: x, url: www.x.example}",
        "4:19: source.url: “www.x.example” is not a web address. Write it whole, beginning with https://",
    ),
    matter(
        "a script as an address",
        "source: {name: x, url: 'javascript:alert(1)'}",
        "4:19: source.url: “javascript:alert(1)” is not a web address. Write it whole, beginning with https://",
    ),
    matter(
        "a decision of no kind",
        "settled:\n  - {rule: x, quote: y, decision: drop}",
        "5:25: settled[0].decision: “drop” is not one of: keep. Write one of them.",
    ),
)
