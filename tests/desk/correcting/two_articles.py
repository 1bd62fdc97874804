"""Two articles whose values go into a table, and what comes back of it."""

from __future__ import annotations

import csv
import io

from desk.conftest import Desk

ONE = """\
---
# رأس كتبه المحرر
title:   "خبر أول"   # لماذا
slug: خبر-أول
date: 2023-11-08
source:
  name: رويترز     # الوكالة
  url: 'https://example.org/a?b=1'
tags:
  - ماء   # أول
  - زراعة
authors: [هدى, ليلى]
annotations:
- quote: نص
  note: >
    شرح
---
نص الخبر الأول، وفيه  مسافتان.\r
سطر آخر.
"""
TWO = "---\ntitle: =1+1\nslug: two\ndate: 2020\nsource: صدى\ntags: '007'\n---\nنص.\n"
Rows = list[list[str]]


def exported(desk: Desk) -> Rows:
    desk.run("correcting", "export", f"--table={desk.root / 'a.csv'}")
    return list(csv.reader(io.StringIO((desk.root / "a.csv").read_text("utf-8-sig"), newline="")))


def exported_again(desk: Desk) -> Rows:
    (desk.root / "a.csv").unlink()
    return exported(desk)


def updated(desk: Desk, rows: Rows, *options: str, code: int = 0, encoding: str = "utf-8-sig") -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    (desk.root / "b.csv").write_bytes(text.getvalue().encode(encoding, "replace"))
    return desk.run("correcting", "update", f"--table={desk.root / 'b.csv'}", *options, code=code)


def one(desk: Desk) -> str:
    return (desk.content / "articles" / "one.md").read_bytes().decode()


def put(rows: Rows, line: int, **cells: str) -> Rows:
    made = [list(row) for row in rows]
    for field, cell in cells.items():
        made[line][rows[0].index(field)] = cell
    return made
