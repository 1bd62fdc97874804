"""The plain command: Markdown out of a damaged text, and the damaged text out of its answer."""

import io
import json
from typing import Any

import pytest
import yaml

from warraq.repair.command import main

SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


def ask(*arguments: str, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    out = io.BytesIO()
    given = io.BytesIO("".join(json.dumps(x) + "\n" for x in lines).encode())
    assert main(arguments, given, out) == 0
    return [json.loads(line) for line in out.getvalue().decode().split("\n") if line]


def front_matter(article: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(article.split("---\n")[1])
    return read


def test_a_damaged_text_becomes_an_article_with_front_matter() -> None:
    out = io.BytesIO()
    assert main([], io.BytesIO(f"عنوان الخبر\r\n{SENTENCE} |\r\nمصدر | صحيفة الغد |".encode()), out) == 0
    article = out.getvalue().decode()
    assert front_matter(article)["title"] == "عنوان الخبر"
    assert front_matter(article)["source"] == "صحيفة الغد"
    assert article.endswith(f"---\n\n{SENTENCE}\n")


def test_any_encoding_is_read() -> None:
    out = io.BytesIO()
    assert main([], io.BytesIO(SENTENCE.encode("cp1256")), out) == 0
    assert SENTENCE in out.getvalue().decode()


@pytest.mark.parametrize("options", [["--jsonl"], ["--jsonl", "--describe"]])
def test_lines_are_answered_in_order_and_restored_code_point_for_code_point(options: list[str]) -> None:
    texts = [
        SENTENCE,
        "",
        " \n",
        f"{SENTENCE}<br />\r\n=”x”>{SENTENCE} |",
        "نصف \ud83d حرف",
        "\x00\u202eنص\u2028",
        "----\na: b",
        "---\ntitle: x\n---\n",
    ]
    answers = ask(*options, lines=[{"text": t} for t in texts])
    assert [a["text"] for a in ask("--jsonl", "--restore", lines=answers)] == texts


def test_changes_and_doubts_are_places_of_the_damaged_text() -> None:
    text = f"{SENTENCE} وقال الوزير الوزير نعم ، ثم خرج."
    record = ask("--jsonl", lines=[{"text": text}])[0]["record"]
    assert [text[c["start"] : c["end"]] for c in record["changes"]] == [c["before"] for c in record["changes"]]
    assert [(c["rule"], c.get("layout", False)) for c in record["changes"]] == [
        ("inferred-title", True),
        ("space-before-punctuation", False),
    ]
    assert [(d["rule"], text[d["start"] : d["end"]]) for d in record["doubts"]] == [("doubled-word", "الوزير الوزير")]


def test_a_body_that_was_edited_is_not_restored(capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask("--jsonl", lines=[{"text": SENTENCE}])[0]
    answer["text"] = answer["text"].replace("المشروع", "العمل")
    out = io.BytesIO()
    assert main(["--jsonl", "--restore"], io.BytesIO(json.dumps(answer).encode()), out) == 1
    assert capsys.readouterr().err == (
        "line 1: The body is not the one that was written: its hash differs from the record's.\n"
    )
    assert out.getvalue() == b""


@pytest.mark.parametrize(
    ("arguments", "given", "code", "told"),
    [
        ([], b"", 1, "The file holds no text. Put the original's text into it, or delete it.\n"),
        (["--jsonl"], b"[]\n", 1, 'line 1: Each line has to be an object with a "text".\n'),
        (["--jsonl"], b'{"text": 1}\n', 1, 'line 1: Each line has to be an object with a "text".\n'),
        (["--jsonl"], b'{"text": "a", "kind": "x"}\n', 1, 'line 1: "kind" is one of text, fragment, page.\n'),
        (["--jsonl", "--restore"], b'{"text": "a"}\n', 1, 'line 1: To restore a text, its "record" is needed.\n'),
        (["--yaml"], b"", 2, "usage: python -m warraq.repair [--jsonl [--describe | --restore]]\n"),
    ],
)
def test_what_is_wrong_with_the_input_is_said_without_a_traceback(
    capsys: pytest.CaptureFixture[str], arguments: list[str], given: bytes, code: int, told: str
) -> None:
    assert main(arguments, io.BytesIO(given), io.BytesIO()) == code
    assert capsys.readouterr().err == told


@pytest.mark.parametrize(
    "title",
    [
        "قال: \"نعم\" و'لا'",
        "# وسم",
        "- بند",
        "[قائمة]",
        "2024",
        "no",
        "تعليق # هنا",
        "a: b",
        "@x",
        "\N{GRINNING FACE}",
        "«نص»",
        "100%",
        "%x",
        "~",
        "null",
        "ن\u200cص",
        "x\u200f",
    ],
)
def test_the_front_matter_is_read_by_yaml_as_it_was_meant(title: str) -> None:
    from warraq.repair.writers.front_matter import front_matter as written

    assert str(front_matter(written({"title": title}))["title"]) == title
