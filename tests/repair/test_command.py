"""The plain command: Markdown out of a damaged text, and the damaged text out of its answer."""

import argparse
import io
import json
from typing import Any

import pytest
import yaml

from repair.asked_of_command import SENTENCE, ask
from warraq.repair import answering, command
from warraq.repair.answering import answer_repair
from warraq.repair.command import main
from warraq.repair.options import USAGE


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


def test_one_line_stops_no_other(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(request: dict[str, Any]) -> dict[str, Any]:
        if request["text"] == "fails":
            raise KeyError(request["text"])
        return answer_repair(request)

    monkeypatch.setitem(command.ANSWERS, frozenset(["--jsonl"]), fails)
    lines = ['{"text": "fails"}', f'{{"text": "{SENTENCE}"}}', "{", '{"text": "\\ud83d"}', '{"text": "\\\\ud83d"}']
    out = io.BytesIO()
    assert main(["--jsonl"], io.BytesIO("\n".join(lines).encode()), out) == 1
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [list(answer) for answer in answers] == [
        ["problem"],
        ["text", "record"],
        ["problem"],
        *[["text", "record"]] * 2,
    ]
    assert "This is our mistake" in answers[0]["problem"] and "KeyError" in answers[0]["problem"]
    assert [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()] == ["line 1", "line 3"]
    assert answers[4]["text"] == '---\ntitle: "\ufffd"\n---\n\n\ufffd\n'


def test_a_text_that_fails_is_our_mistake(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: bytes) -> str:
        raise KeyError

    monkeypatch.setattr(answering, "article_of", fails)
    assert main([], io.BytesIO(b"a"), io.BytesIO()) == 1
    assert "This is our mistake" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "given", "code", "told"),
    [
        ([], b"", 1, "The file holds no text. Put the original's text into it, or delete it.\n"),
        (["--jsonl"], b"[]\n", 1, 'line 1: Each line has to be an object with a "text".\n'),
        (["--jsonl"], b'{"text": 1}\n', 1, 'line 1: Each line has to be an object with a "text".\n'),
        (["--jsonl"], b'{"text": "a", "kind": "x"}\n', 1, 'line 1: "kind" is one of text, fragment, page.\n'),
        (
            ["--jsonl"],
            b"{x\n",
            1,
            "line 1: The line is not JSON: Expecting property name enclosed in double quotes (character 2).\n",
        ),
        (["--jsonl"], b'{"text": "\xc7"}\n', 1, "line 1: The line is not UTF-8: its byte 11 is 0xC7.\n"),
        (["--jsonl"], b"[" * 200_000, 1, "line 1: The line is not JSON that can be read: it is nested too deeply.\n"),
        (
            ["--jsonl"],
            b'{"text": "a", "x": 1, "x": 2, "text": "b"}\n',
            1,
            'line 1: The key "text" stands more than once in the line.\n',
        ),
        (["--jsonl"], b'{"text": "a", "x": 1, "x": 2}\n', 0, ""),
        (["--jsonl", "--restore"], b'{"problem": "No."}\n', 1, "line 1: This line was not answered before: No.\n"),
        (["--jsonl", "--restore"], b'{"text": "a"}\n', 1, 'line 1: To restore a text, its "record" is needed.\n'),
        (["--yaml"], b"", 2, f"usage: {USAGE}\nwarraq repair: error: unrecognized arguments: --yaml\n"),
        (["--describe"], b"", 2, f"usage: {USAGE}\nwarraq repair: error: these go not together: --describe\n"),
    ],
)
def test_what_is_wrong_with_the_input_is_said_without_a_traceback(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    given: bytes,
    code: int,
    told: str,
) -> None:
    monkeypatch.setattr(argparse, "_", str)  # another test's command may have given it Arabic words
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
    from warraq.repair.writers.front_matter import format_front_matter as written

    assert str(front_matter(written({"title": title}))["title"]) == title
