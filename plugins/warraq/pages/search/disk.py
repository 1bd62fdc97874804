"""
The search of a site that is opened from a disk, where a browser lets no page fetch a file or load a module.

It does let a page run scripts. So each file of the index is one that hands its bytes over, under the name that it always has, and all
modules of the page are one script, in which `fetch` asks for those.
"""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace

from warraq.pages.page import File

from .contributions import ROOT
from .joined import LATER, joined, order
from .modules import sources

PAGE = "search/page.js"
"""The script of the page `/search/`."""
BEGIN = """(() => {
const HERE = document.currentScript.src;
const INDEX = new URL("index/", HERE).href;
const waiting = new Map();
globalThis.warraqIndex = (path, data) => waiting.get(path)(new Response(Uint8Array.from(atob(data), (one) => one.charCodeAt(0))));
const fetch = (url) => new Promise((resolve) => {
const script = document.createElement("script");
script.src = url;
waiting.set(decodeURIComponent(String(url).slice(INDEX.length)), resolve);
script.onload = () => script.remove();
script.onerror = () => { script.remove(); resolve(new Response("", { status: 404 })); };
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
    name, data = json.dumps(file.address.removeprefix(ROOT)), b64encode(file.data).decode()
    return replace(file, data=f'warraqIndex({name},"{data}");\n'.encode())


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
