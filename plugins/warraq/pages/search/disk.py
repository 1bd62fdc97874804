"""
The search of a site that is opened from a disk, where a browser lets no page fetch a file or load a module.

It does let a page run scripts. So each file of the index is one that hands its bytes over, under the name that it always has; what else the
search reads, the files that cite an article, has such a script beside it; and all modules of the page are one script, whose `fetch` asks for those.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import replace

from warraq.pages.page import File, Page

from .contributions import ROOT
from .joined import LATER, joined, order
from .modules import sources

PAGE = "search/page.js"
"""The script of the page `/search/`."""
READ = ("/cite.bib", "/cite.ris")
"""Files of an article that the search reads for a file of what was found (browser/export.js)."""
BEGIN = """(() => {
const HERE = document.currentScript.src;
const INDEX = new URL("index/", HERE).href;
const given = new WeakMap();
globalThis.warraqIndex = (_, data) => given.set(document.currentScript, Uint8Array.from(atob(data), (one) => one.charCodeAt(0)));
const fetch = (url) => new Promise((resolve) => {
const script = document.createElement("script");
script.src = String(url).startsWith(INDEX) ? url : `${url}.js`;
// A script that isn't there, or that hands nothing over, is a file that can't be read.
script.onload = script.onerror = () => {
script.remove();
resolve(given.has(script) ? new Response(given.get(script)) : new Response("", { status: 404 }));
};
document.head.append(script);
});
// A folder has no page of its own on a disk.
const whole = (event) => {
const to = event.target.closest?.("a");
if (to?.protocol === "file:" && to.pathname.endsWith("/")) to.pathname += "index.html";
};
for (const kind of ["click", "auxclick"]) addEventListener(kind, whole, true);
"""
END = "})();\n"


def from_disk(file: File) -> File:
    """Give a file as a site needs it that is opened from a disk; nearly all are as they were."""
    if file.address == PAGE:
        return replace(file, data=page_script().encode())
    if not file.address.startswith(ROOT):
        return file
    return replace(file, data=_handing_over(file.address.removeprefix(ROOT), file.data))


def with_scripts(files: Iterable[Page | File]) -> Iterator[Page | File]:
    """Give the pages and files of an article, and beside each file that the search reads a script that hands it over."""
    for file in files:
        yield file
        if isinstance(file, File) and file.address.endswith(READ):
            yield File(f"{file.address}.js", _handing_over(file.address, file.data))


def _handing_over(name: str, data: bytes) -> bytes:
    return f'warraqIndex({json.dumps(name)},"{b64encode(data).decode()}");\n'.encode()


def page_script() -> str:
    """Write the script of the page: its modules, and before them those that are loaded when they are asked for."""
    written = sources()
    names: dict[str, None] = {}
    wanted = ["page.js"]
    for first in wanted:
        found = order(written, first)
        wanted += [m["module"] for name in found for m in LATER.finditer(written[name]) if m["module"] not in wanted]
    for first in reversed(wanted):
        names.update(dict.fromkeys(order(written, first)))
    return "".join([BEGIN, joined(written, list(names)).replace("import.meta.url", "HERE"), END])
