"""Articles that lack a value, or have one that is none."""

from __future__ import annotations

from archive.broken_file import Broken, date, file, matter, reserved
from warraq.archive.kinds import KINDS
from warraq.archive.schema import ArticleKeys

RLM, LRM = "\N{RIGHT-TO-LEFT MARK}", "\N{LEFT-TO-RIGHT MARK}"
DATE_FORM = "Write year-month-day, such as 2024-03-15, or 2024-03, or 2024."
SLUG_FORM = "Use letters, digits and hyphens, at most 60."
VALUES: tuple[Broken, ...] = (
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
