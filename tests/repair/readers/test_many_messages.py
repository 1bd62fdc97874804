"""A conversation that a messenger exported is no article; a text that looks a little like one is."""

from __future__ import annotations

import json

import pytest

from warraq.repair.readers import read_original
from warraq.repair.readers.many_messages import many_messages

NEWS = "افتتح رئيس البلدية صباح أمس معرض الزيتون السنوي في قاعة الميناء القديم."
POST = (
    '<div class="message default clearfix" id="message{n}"><div class="pull_right date details" title="03.04.2023 10:1{n}:00">10:1{n}'
    f'</div><div class="from_name">قناة الميناء</div><div class="text">{NEWS}</div></div>'
)
HEAD = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body><div class="history">'
)


def is_set_aside(text: str, name: str = "a.txt") -> bool:
    return many_messages(read_original(name, text.encode())) is not None


@pytest.mark.parametrize(
    "stamp",
    [
        "[٣/٤/٢٠٢٣، ١٠:١٥ ص] ",
        "\N{LEFT-TO-RIGHT MARK}[٣\N{RIGHT-TO-LEFT MARK}/٤\N{RIGHT-TO-LEFT MARK}/٢٠٢٣، ١٠:١٥:٢٢ ص] ",
        "[3/4/23, 10:15:22\N{NARROW NO-BREAK SPACE}AM] ",
        "03.04.23, 10:15 - ",
        "3/4/2023, 10:15 p. m. - ",
        "۱۴۰۲/۱/۱۴، ۱۰:۱۵ - ",
        "2023-04-03, 10:15 - ",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_of_whatsapp_are_set_aside(stamp: str, end: str) -> None:
    lines = [f"{stamp}الرسائل مشفرة.", f"{stamp}سالم: {NEWS}", "سطر ثان من الرسالة", f"{stamp}منى: نعم"]
    assert is_set_aside(end.join(lines))


def test_what_telegram_exports_or_copies_is_set_aside() -> None:
    posts = "".join(POST.format(n=n) for n in range(3))
    assert is_set_aside(f"{HEAD}{posts}</div></body></html>", "messages.html")
    wrap = f'<div class="tgme_widget_message_wrap js-widget"><div class="tgme_widget_message_text">{NEWS}</div></div>'
    assert is_set_aside(f"<html><body>{wrap}{wrap}</body></html>", "channel.html")
    assert not is_set_aside(f"<html><body>{wrap}</body></html>", "channel.html")
    data = {"name": "قناة", "messages": [{"id": n, "type": "message", "date": "2023-04-03T10:15:00"} for n in range(2)]}
    assert is_set_aside(json.dumps(data, ensure_ascii=False, indent=1))
    assert is_set_aside(f"قناة الميناء, [03.04.2023 10:15]\n{NEWS}\n\n" * 3)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{POST.format(n=1)}</div></body></html>",
        f"[٣/٤/٢٠٢٣، ١٠:١٥ ص] جريدة الميناء: {NEWS}\nسطر ثان",
        f"تغطية مباشرة\n10:15 - الوزير: {NEWS}\n10:30 - المدير: {NEWS}\n11:00 - ختام",
        f"محطات في السيرة\n3/4/2023 - الافتتاح: {NEWS}\n4/4/2023 - الختام: {NEWS}\n5/4/2023 - الوداع: {NEWS}",
        f"12 مارس 2014, 10:15 - الوزير: {NEWS}\n" * 3,
        f"نص الرسائل\n[3/4/23, 10:15] أ: {NEWS}\n[3/4/23, 10:16] ب: {NEWS}\n[3/4/23, 10:17] أ: نعم",
        '{"messages": "كثيرة"}',
    ],
)
def test_one_message_and_a_text_with_times_are_no_conversation(text: str) -> None:
    assert not is_set_aside(text)
