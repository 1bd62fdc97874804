"""
How the data are read by programs that many use, as the page of the data shows it; `tests/consumers/test_data.py` runs each as it stands.

What looks like a day is made a moment by most of them: 1998 becomes the first of January, 2024-03 the first of March. So each reads days
as the text that they are.
"""

from __future__ import annotations

ROWS = """\
import gzip, json
from glob import glob

rows = []
for name in sorted(glob("articles*.jsonl.gz")):
    with gzip.open(name, "rt", encoding="utf-8") as lines:
        rows += map(json.loads, lines)
"""
EXAMPLES: dict[str, str] = {
    "Python": ROWS + 'print(len(rows), rows[0]["date"], rows[0]["title"])\n',
    "pandas": ROWS
    + """
import pandas
articles = pandas.DataFrame(rows)
print(articles.groupby("source").size())
table = pandas.read_csv("articles.csv", dtype=str, keep_default_na=False)
""",
    "Polars": """\
import polars
articles = polars.scan_ndjson("articles*.jsonl.gz").collect()
print(articles.group_by("source").len())
table = polars.read_csv("articles.csv", infer_schema=False)
""",
    "DuckDB": """\
SELECT date::VARCHAR AS date, title, source
FROM read_json('articles*.jsonl.gz')
ORDER BY date DESC;
SELECT * FROM read_csv('articles.csv', all_varchar = true);
""",
    "Hugging Face datasets": ROWS
    + """
from datasets import Dataset
articles = Dataset.from_list(rows)
print(articles.features)
""",
    "Frictionless": """\
frictionless validate datapackage.json
""",
}
"""By the names of the programs; in the folder of the downloaded files."""
