"""
What the local server adds to a page: the problems of the last build, over the last good page, and the reload when it changes.

A person who mends an article goes on looking at it. The problems lie over its foot, in the site's language and direction and in the page's
own scheme, and can be folded away without a script.
"""

from __future__ import annotations

import re
from html import escape

from warraq.desk.house.style import face, house_style
from warraq.language import message
from warraq.pages.direction import direction

OWN = "/-/"
"""Addresses of the server itself; no slug begins with a hyphen."""
SCRIPT = f'<script src="{OWN}reload.js" data-shown="{{shown}}"></script>'
RELOAD = f"""\
{{
  const key = "warraq-place", blocks = () => [...document.querySelectorAll("h1, h2, h3, p, li, td")];
  const words = (block) => block.textContent.slice(0, 200), top = (block) => block.getBoundingClientRect().top;
  const kept = JSON.parse(sessionStorage.getItem(key) || "null");
  sessionStorage.removeItem(key);
  const stay = () => {{
    scrollTo(scrollX, kept.y);
    // What was read stays where it was, though lines came or went above it; of equal blocks the nearest is meant.
    for (const [said, was] of kept.seen) {{
      const same = blocks().filter((block) => words(block) === said).map((block) => top(block) - was);
      if (same.length) return scrollBy(0, same.reduce((one, other) => (Math.abs(other) < Math.abs(one) ? other : one)));
    }}
  }};
  // The browser would put the page back by its height alone, after this.
  addEventListener("load", () => setTimeout(() => (history.scrollRestoration = "auto")));
  // Once the fonts are there: until then the page has another height.
  if (kept?.path === location.pathname) document.fonts.ready.then(stay);
  // A page may change before it asks: it knows by a digest what it shows.
  const page = new URLSearchParams({{ page: location.pathname, shown: document.currentScript.dataset.shown }});
  const changes = new EventSource(`{OWN}builds?${{page}}`);
  changes.onmessage = () => {{
    changes.close();
    const seen = scrollY ? blocks().filter((block) => top(block) >= 0).slice(0, 5).map((block) => [words(block), top(block)]) : [];
    sessionStorage.setItem(key, JSON.stringify({{ path: location.pathname, y: scrollY, seen }}));
    history.scrollRestoration = "manual";
    location.reload();
  }};
}}
""".encode()
STYLE = b"""\
.build-problems { position: fixed; inset: auto 0 0; z-index: 99; max-block-size: 60vh; overflow: auto; padding: .75rem clamp(1rem, 5vw, 1.25rem);
  font: 400 1rem/1.8 var(--ui, system-ui, sans-serif); color: var(--ink, light-dark(#1d1b18, #f2eee6));
  background: var(--mend-bg, light-dark(#fff3e0, #3a2a14)); border-block-start: 3px solid var(--mend, light-dark(#8a4800, #e3b46e)) }
.build-problems summary { font-weight: 700; cursor: pointer }
.build-problems pre { margin: .5rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; direction: inherit; text-align: start;
  font: 400 .9375rem/1.8 var(--ui, system-ui, sans-serif) }
@media print { .build-problems { display: none } }
"""
OWN_FILES = {
    f"{OWN}reload.js": ("text/javascript; charset=utf-8", RELOAD),
    f"{OWN}problems.css": ("text/css; charset=utf-8", STYLE),
}
PLACE = re.compile(r"^(?=[^\n:]*[^\x00-\x7f])([^\s:][^\n:]*\.\w{1,8}(?::\d+){0,2})(?=: )", re.MULTILINE)
"""A file and its line at the head of a problem, where the name has letters that a text of another direction would reorder."""
ISOLATED = r'<bdi dir="ltr">\1</bdi>'
NO_PAGE = """\
<!DOCTYPE html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>⚠</title>
<link rel="stylesheet" href="{own}css/house.css"></head>
<body><main class="wrap"><h1>{said}</h1></main></body></html>
"""


def own_file(path: str) -> tuple[str, bytes] | None:
    """Give the kind and the bytes of a file of the server itself; the desk's style and the theme's faces are for a page that has no other."""
    if path in OWN_FILES:
        return OWN_FILES[path]
    if path == f"{OWN}css/house.css":
        return "text/css; charset=utf-8", house_style().encode()
    data = face(path.removeprefix(f"{OWN}fonts/")) if path.startswith(f"{OWN}fonts/") else None
    return ("font/woff2", data) if data else None


def with_script(page: bytes, shown: str, more: bytes = b"") -> bytes:
    """Put `more`, and the script that waits for the page's next change, at the end of its body; `shown` is the digest of what it shows."""
    before, body_end, after = page.rpartition(b"</body>")
    script = SCRIPT.format(shown=shown).encode()
    return before + more + script + body_end + after if body_end else page + more + script


def with_problems(page: bytes, problems: str, language: str, shown: str) -> bytes:
    """Lay the problems of a failed build over a page; without one (b""), they have a page of their own."""
    way = direction(language)
    what = message("The site could not be built; this page is the last one that could.")
    if not page:
        what = message("The site could not be built, and there is no former one.")
    said = escape(what.text(language))
    below = page or NO_PAGE.format(language=language, direction=way, own=OWN, said=said).encode()
    over = (
        f'<link rel="stylesheet" href="{OWN}problems.css">'
        f'<aside aria-label="{said}"><details class="build-problems" lang="{language}" dir="{way}" open><summary>{said}</summary>'
        f"<pre>{PLACE.sub(ISOLATED, escape(problems))}</pre></details></aside>"
    )
    return with_script(below, shown, over.encode())
