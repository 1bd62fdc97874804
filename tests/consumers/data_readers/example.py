"""
Run an example of a paper in a folder, and print as JSON what it then calls NAME: pairs of words and numbers.

    python example.py FOLDER NAME < CODE
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

if __name__ == "__main__":
    os.chdir(sys.argv[1])
    names: dict[str, Any] = {}
    exec(sys.stdin.read(), names)
    held = names[sys.argv[2]]
    pairs = held.rows() if hasattr(held, "rows") else list(held.items())  # Polars; pandas
    print(json.dumps(sorted([str(word), int(number)] for word, number in pairs), ensure_ascii=False))
