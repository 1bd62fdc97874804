"""The plain command: Markdown out of a damaged text, and the damaged text out of its answer."""

import argparse
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from warraq.repair import answering, command
from warraq.repair.answering import answer_repair
from warraq.repair.command import main
from warraq.repair.options import USAGE

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
    said = "The body is not the one that was written: its hash differs from the record's."
    assert capsys.readouterr().err == f"line 1: {said}\n"
    assert json.loads(out.getvalue()) == {"problem": said}


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
    ("original", "said"),
    [
        ({"sha256": "0" * 64}, "What was restored is not the original: its hash differs from the record's."),
        ({}, "The record lacks original.sha256."),
        ({"sha256": 1}, "The record's original.sha256 is not a text."),
        (None, "The record's original is not an object."),
    ],
)
def test_a_described_answer_is_restored_to_its_own_original_only(
    capsys: pytest.CaptureFixture[str], original: object, said: str
) -> None:
    [answer] = ask("--jsonl", "--describe", lines=[{"text": DAMAGED_TEXT}])
    assert ask("--jsonl", "--restore", lines=[answer]) == [{"text": DAMAGED_TEXT}]
    answer["record"]["original"] = original
    assert main(["--jsonl", "--restore"], io.BytesIO(json.dumps(answer).encode()), io.BytesIO()) == 1
    assert capsys.readouterr().err == f"line 1: {said}\n"


DAMAGED_TEXT = f"{SENTENCE} قال نعم ، ثم خرج."
CHANGE = "changes[1]"


def answer_with(path: str, value: object) -> dict[str, Any]:
    """Give an answer of the command in whose record the value at `path` is another, or is missing where `value` is `...`."""
    [answer] = ask("--jsonl", lines=[{"text": DAMAGED_TEXT}])
    *outer, last = [int(key) if key.isdecimal() else key for key in path.split(".")]
    keys: Any = answer["record"]
    for key in outer:
        keys = keys[key]
    if value is ...:
        del keys[last]
    else:
        keys[last] = value
    return answer


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("body_sha256", ..., "The record lacks body_sha256."),
        ("body_sha256", 5, "The record's body_sha256 is not a text."),
        ("body_sha256", None, "The record's body_sha256 is not a text."),
        ("title", ..., "The record lacks title."),
        ("title", 5, "The record's title is not a text."),
        ("title", None, "The record's title is not a text."),
        ("title", ["a"], "The record's title is not a text."),
        ("changes", None, "The record's changes is not a list."),
        ("changes", "abc", "The record's changes is not a list."),
        ("changes", {"0": {}}, "The record's changes is not a list."),
        ("changes", 0, "The record's changes is not a list."),
        ("changes.1", None, f"The record's {CHANGE} is not an object."),
        ("changes.1", [], f"The record's {CHANGE} is not an object."),
        ("changes.1", ["rule", 0, 1, "a", "b"], f"The record's {CHANGE} is not an object."),
        ("changes.1", "space", f"The record's {CHANGE} is not an object."),
        ("changes.1", 3, f"The record's {CHANGE} is not an object."),
        ("changes.1", {}, f"The record lacks {CHANGE}.rule."),
        *((f"changes.1.{key}", ..., f"The record lacks {CHANGE}.{key}.") for key in ("rule", "start", "before")),
        *((f"changes.1.{key}", ..., f"The record lacks {CHANGE}.{key}.") for key in ("end", "after")),
        *((f"changes.1.{key}", 7, f"The record's {CHANGE}.{key} is not a text.") for key in ("rule", "before")),
        *((f"changes.1.{key}", None, f"The record's {CHANGE}.{key} is not a text.") for key in ("rule", "after")),
        ("changes.1.after", ["a"], f"The record's {CHANGE}.after is not a text."),
        *((f"changes.1.{key}", "3", f"The record's {CHANGE}.{key} is not a whole number.") for key in ("start", "end")),
        *((f"changes.1.{key}", 3.0, f"The record's {CHANGE}.{key} is not a whole number.") for key in ("start", "end")),
        *(
            (f"changes.1.{key}", None, f"The record's {CHANGE}.{key} is not a whole number.")
            for key in ("start", "end")
        ),
        ("changes.1.start", True, f"The record's {CHANGE}.start is not a whole number."),
        ("changes.1.start", float("nan"), f"The record's {CHANGE}.start is not a whole number."),
        ("changes.1.start", [0], f"The record's {CHANGE}.start is not a whole number."),
        ("changes.1.also", "tags", f"The record's {CHANGE}.also is not a list."),
        ("changes.1.also", None, f"The record's {CHANGE}.also is not a list."),
        ("changes.1.also", ["tags", 1], f"The record's {CHANGE}.also[1] is not a text."),
        ("changes.1.layout", "true", f"The record's {CHANGE}.layout is not true or false."),
        ("changes.1.layout", 1, f"The record's {CHANGE}.layout is not true or false."),
    ],
)
def test_a_record_with_a_wrong_or_missing_value_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str], path: str, value: object, said: str
) -> None:
    line = json.dumps(answer_with(path, value)).encode()
    assert main(["--jsonl", "--restore"], io.BytesIO(line), io.BytesIO()) == 1
    assert capsys.readouterr().err == f"line 1: {said}\n"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (-1, 0, "The record's changes[1] runs from -1 to 0."),
        (-2, -1, "The record's changes[1] runs from -2 to -1."),
        (84, 83, "The record's changes[1] runs from 84 to 83."),
        (83, 83, "The record's changes[1] covers 0 code points, its before has 1."),
        (83, 85, "The record's changes[1] covers 2 code points, its before has 1."),
    ],
)
def test_a_span_that_is_negative_reversed_or_of_another_length_is_refused(
    capsys: pytest.CaptureFixture[str], start: int, end: int, said: str
) -> None:
    answer = answer_with("changes.1.start", start)
    answer["record"]["changes"][1]["end"] = end
    assert main(["--jsonl", "--restore"], io.BytesIO(json.dumps(answer).encode()), io.BytesIO()) == 1
    assert capsys.readouterr().err == f"line 1: {said}\n"


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda changes: [*changes, changes[-1]], id="a change twice"),
        pytest.param(lambda changes: changes[::-1], id="another order"),
        pytest.param(lambda changes: [changes[0], {**changes[1], "after": "x"}], id="another text after it"),
        pytest.param(lambda changes: [changes[0], {**changes[1], "start": 10**30, "end": 10**30 + 1}], id="far away"),
    ],
)
def test_changes_that_do_not_fit_the_body_are_refused(
    capsys: pytest.CaptureFixture[str], spoil: Callable[[list[Any]], list[Any]]
) -> None:
    [answer] = ask("--jsonl", lines=[{"text": DAMAGED_TEXT}])
    answer["record"]["changes"] = spoil(
        [*answer["record"]["changes"][:1], {"rule": "x", "start": 0, "end": 1, "before": "y", "after": SENTENCE[0]}]
    )
    assert main(["--jsonl", "--restore"], io.BytesIO(json.dumps(answer).encode()), io.BytesIO()) == 1
    error = capsys.readouterr().err
    assert error.startswith("line 1: The record does not fit the body: at ")
    assert error.count("\n") == 1


ODD: list[object] = [None, True, "", "\ud83d", -1, 10**40, 1.5, float("inf"), [], [[]], [None], {}, {"rule": "x"}]


@pytest.mark.parametrize(
    "path",
    [
        *("text", "record", "record.body_sha256", "record.title", "record.changes", "record.changes.0"),
        *(f"record.changes.1.{key}" for key in ("rule", "start", "end", "before", "after", "also", "layout")),
    ],
)
def test_whatever_stands_in_an_answer_the_command_answers_or_says_one_line(
    capsys: pytest.CaptureFixture[str], path: str
) -> None:
    for value in ODD:
        line = json.dumps(answer_with(path.removeprefix("record."), value) if "." in path else {path: value}).encode()
        code = main(["--jsonl", "--restore"], io.BytesIO(line), io.BytesIO())
        assert (code, capsys.readouterr().err.count("\n")) in {(0, 0), (1, 1)}, value


def test_a_record_may_leave_out_the_keys_that_have_a_default() -> None:
    [answer] = ask("--jsonl", lines=[{"text": DAMAGED_TEXT}])
    for change in answer["record"]["changes"]:
        change |= {"also": [], "layout": False}
    assert ask("--jsonl", "--restore", lines=[answer]) == [{"text": DAMAGED_TEXT}]
    for change in answer["record"]["changes"]:
        del change["also"], change["layout"]
    assert ask("--jsonl", "--restore", lines=[answer]) == [{"text": DAMAGED_TEXT}]


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
