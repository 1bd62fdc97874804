"""
The charset that a page declares, and the codec of Python that reads it.

Names are those of the WHATWG Encoding Standard, which says what browsers read: a page that says ISO-8859-1 is windows-1252, one
that says GB2312 may have letters of GB 18030.
"""

from __future__ import annotations

import codecs
import re

SCANNED = 32_768
"""Bytes of a page in which its declaration is looked for: programs that save pages put long comments before the head."""
DECLARED = re.compile(
    rb"""<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
READ_AS = {
    **dict.fromkeys(
        ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "windows-1252"), "cp1252"
    ),
    **dict.fromkeys(("iso-8859-9", "iso8859-9", "latin5", "windows-1254", "x-cp1254"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874", "dos-874"), "cp874"),
    **dict.fromkeys(("windows-1256", "x-cp1256", "cp1256"), "cp1256"),
    **dict.fromkeys(
        ("iso-8859-6", "iso-8859-6-i", "iso-8859-6-e", "arabic", "asmo-708", "ecma-114", "iso8859-6"), "iso8859-6"
    ),
    **dict.fromkeys(
        ("iso-8859-8", "iso-8859-8-i", "iso-8859-8-e", "visual", "logical", "hebrew", "iso8859-8"), "iso8859-8"
    ),
    **dict.fromkeys(("gb2312", "gb_2312-80", "x-gbk", "gbk", "gb18030", "cp936", "chinese"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(
        ("euc-kr", "ks_c_5601-1987", "ksc5601", "ks_c_5601", "windows-949", "korean", "euc_kr", "cp949"), "cp949"
    ),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cp932"), "cp932"),
    **dict.fromkeys(("euc-jp", "x-euc-jp", "euc_jp"), "euc_jp"),
    **dict.fromkeys(("koi8-r", "koi", "koi8"), "koi8-r"),
    **dict.fromkeys(("koi8-u", "koi8-ru"), "koi8-u"),
    **dict.fromkeys(("macintosh", "x-mac-roman", "mac"), "mac_roman"),
    **dict.fromkeys(("x-mac-cyrillic", "x-mac-ukrainian"), "mac_cyrillic"),
    **dict.fromkeys(("ibm866", "cp866", "866"), "cp866"),
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be", "unicode"), "utf-8"),
}
"""A page whose bytes could be searched for its declaration is in no UTF-16, whatever it says: UTF-8 is meant."""
NAMED = frozenset(
    [
        *(f"iso8859-{n}" for n in (2, 3, 4, 5, 7, 10, 13, 14, 15, 16)),
        *("cp1250", "cp1251", "cp1253", "cp1255", "cp1257", "cp1258", "iso2022_jp"),
    ]
)
"""Further codecs that a page may name, under any of the names that Python knows."""


def declared_charset(data: bytes) -> str | None:
    """Give the codec that the head of a page declares; None where it declares none, or one that is none."""
    found = DECLARED.search(data[:SCANNED])
    return codec_of((found[1] or found[2]).decode()) if found else None


def codec_of(name: str) -> str | None:
    """Give the codec of a declared name; None where there is none that a page may name."""
    name = name.strip().lower()
    if name in READ_AS:
        return READ_AS[name]
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return READ_AS.get(codec) or (codec if codec in NAMED else None)
