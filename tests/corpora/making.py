"""Rows of corpora, and files that hold them in each format."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TEXTS = (
    "عنوان الخبر الأول\n\nقال الوزير ،إن الـــعمل بدأ في المدينة أمس بعد أشهر من التأخير.\n\nنشر في 8 نوفمبر 2023.",
    "Heading of the second\n\nThe cafÃ© in the old town was opened again on Monday, its owner said to reporters.",
    "خبر ثالث\n\nأعلنت البلدية أن الطريق الساحلي سيُغلق أسبوعين لإصلاحه , وقالت إن الأشغال تبدأ الأحد.",
    "رابع الأخبار\n\nوصل الوفد إلى العاصمة صباح اليوم، ومن المقرر أن يلتقي عددا من المسؤولين قبل أن يغادرها غدا.",
)


def page_of(text: str) -> str:
    """Give a text as a saved page."""
    title, *paragraphs = text.split("\n\n")
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs * 4)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><article><h1>{title}</h1>\n{body}</article></body></html>"
    )


def json_lines(rows: Sequence[Mapping[str, object]]) -> bytes:
    """Give rows as lines of JSON."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def written(folder: Path, kind: str, rows: Sequence[Mapping[str, object]]) -> Path:
    """Write rows with the keys `text` (in WARC: a page) and `url` into a file of a format; give its path."""
    file = folder / f"rows.{kind}"
    folder.mkdir(parents=True, exist_ok=True)
    lines = json_lines(rows)
    if kind == "jsonl":
        file.write_bytes(lines)
    elif kind == "jsonl.gz":
        file.write_bytes(gzip.compress(lines))
    elif kind == "jsonl.bz2":
        file.write_bytes(bz2.compress(lines))
    elif kind == "jsonl.zst":
        with pa.CompressedOutputStream(str(file), "zstd") as packed:
            packed.write(lines)
    elif kind == "csv":
        with file.open("w", encoding="utf-8-sig", newline="") as table:
            writer = csv.DictWriter(table, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    elif kind == "parquet":
        pq.write_table(pa.Table.from_pylist([dict(row) for row in rows]), file, row_group_size=3)
    elif kind == "wacz":
        with zipfile.ZipFile(file, "w") as wacz:
            wacz.writestr("archive/data.warc.gz", warc(rows, packed=True))
    else:
        file.write_bytes(warc(rows, packed=kind.endswith(".gz")))
    return file


def warc(rows: Sequence[Mapping[str, object]], *, packed: bool) -> bytes:
    """Give pages as a crawler keeps them, with what else it keeps: its request, a picture, a page that was not found."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)

    def write(url: str, kind: str, data: bytes, status: str = "200 OK", record: str = "response") -> None:
        head = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1") if record == "response" else None
        writer.write_record(writer.create_warc_record(url, record, payload=io.BytesIO(data), http_headers=head))

    for row in rows:
        url = str(row["url"])
        write(url, "text/html; charset=utf-8", str(row["text"]).encode())
        write(f"{url}.png", "image/png", b"\x89PNG")
        write(f"{url}/gone", "text/html", b"<html><p>gone</html>", "404 Not Found")
    return out.getvalue()
