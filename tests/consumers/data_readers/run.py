"""
Run an example as the page of the data shows it, in a folder, and print as JSON what the program then holds.

    python run.py PROGRAM FOLDER < CODE
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from typing import Any


def rows_of(held: Any) -> list[dict[str, Any]]:
    """Give the rows of a table of any of these programs."""
    if hasattr(held, "to_dicts"):  # Polars
        return held.to_dicts()  # type: ignore[no-any-return]
    if hasattr(held, "to_list"):  # datasets
        return held.to_list()  # type: ignore[no-any-return]
    return held.to_dict("records")  # type: ignore[no-any-return]


def sql(code: str) -> dict[str, Any]:
    """Run statements of DuckDB; give what each found."""
    import duckdb  # type: ignore[import-not-found]  # the programs have a Python of their own

    found = []
    for statement in filter(str.strip, code.split(";")):
        answer = duckdb.sql(statement)
        found.append([dict(zip(answer.columns, row, strict=True)) for row in answer.fetchall()])
    return {"articles": found[0], "table": found[1]}


def python(code: str) -> dict[str, Any]:
    """Run Python; give the tables that it made."""
    names: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(code, names)
    articles = rows_of(names["articles"]) if "articles" in names else names["rows"]
    return {"articles": articles, "table": rows_of(names["table"]) if "table" in names else None}


if __name__ == "__main__":
    program, folder = sys.argv[1:]
    os.chdir(folder)
    run = sql if program == "DuckDB" else python
    print(json.dumps(run(sys.stdin.read()), ensure_ascii=False, default=str))
