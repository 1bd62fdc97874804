"""Files that are no articles: of no front matter, in no encoding that is known, in no YAML."""

from __future__ import annotations

from archive.broken_file import Broken, file, matter

RLM = "\N{RIGHT-TO-LEFT MARK}"
HEAD = "Begin the file with three lines: ---, title: …, ---"
HYPHENS = "stands where three hyphens should. Write three hyphens: ---"
QUOTES = "Put quotes around the value"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{name}: &{name} [{', '.join(['*' + former] * 9)}]" for former, name in zip("abcdefgh", "bcdefghi", strict=True)
)
FORMS: tuple[Broken, ...] = (
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
)
