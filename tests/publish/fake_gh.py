"""GitHub's own program as far as the workflows use it; what it was told stands in the JSON file that FAKE_GH names."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path


def main(words: list[str]) -> int:
    file = Path(os.environ["FAKE_GH"])
    state = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {"issues": [], "requests": []}
    options = {w: words[n + 1] for n, w in enumerate(words[:-1]) if w.startswith("--")}
    body = sys.stdin.read() if options.get("--body-file") == "-" else ""
    match words[:2]:
        case ["label", "create"] | ["auth", "setup-git"]:
            pass
        case ["issue", "list"]:
            found = [i for i in state["issues"] if i["open"] and i["label"] == options["--label"]]
            print(json.dumps([{"number": i["number"]} for i in found]))
        case ["issue", "create"]:
            issue = {"number": len(state["issues"]) + 1, "open": True, "label": options["--label"]}
            state["issues"].append(issue | {"title": options["--title"], "body": body})
        case ["issue", "edit"]:
            state["issues"][int(words[2]) - 1] |= {"title": options["--title"], "body": body}
        case ["issue", "close"]:
            state["issues"][int(words[2]) - 1] |= {"open": False, "comment": options["--comment"]}
        case ["pr", "list"]:
            fork = {"headRefName": "intake/x", "isCrossRepository": True}
            ours = [{"headRefName": r["head"], "isCrossRepository": False} for r in state["requests"] if r["open"]]
            print(json.dumps([fork, *ours]))
        case ["pr", "create"]:
            request = {"open": True, "head": options["--head"], "title": options["--title"], "body": body}
            state["requests"].append(request)
        case _:
            print(f"unknown: {words}", file=sys.stderr)
            return 1
    file.write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
