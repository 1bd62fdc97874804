"""
What the local server adds to a page: the problems of the last build, over the last good page, and the reload when it changes.

A person who mends an article goes on looking at it. The problems lie over its foot, in the site's language and direction and in the page's
own scheme, and can be folded away without a script.
"""

from __future__ import annotations

from html import escape

from warraq.language import message
from warraq.pages.direction import direction

OWN = "/-/"
"""Addresses of the server itself; no slug begins with a hyphen."""
SCRIPT = f'<script src="{OWN}reload.js" data-shown="{{shown}}"></script>'
RELOAD = f"""\
{{
  const place = "warraq-place", kept = JSON.parse(sessionStorage.getItem(place) || "[]");
  sessionStorage.removeItem(place);
  // Once the fonts are there: until then the page has another height.
  if (kept[0] === location.pathname) document.fonts.ready.then(() => scrollTo(scrollX, kept[1]));
  // A page may change before it asks: it knows by a digest what it shows.
  const page = new URLSearchParams({{ page: location.pathname, shown: document.currentScript.dataset.shown }});
  const changes = new EventSource(`{OWN}builds?${{page}}`);
  changes.onmessage = () => {{
    changes.close();
    sessionStorage.setItem(place, JSON.stringify([location.pathname, scrollY]));
    location.reload();
  }};
}}
""".encode()
STYLE = b"""\
.build-problems { position: fixed; inset: auto 0 0; z-index: 99; max-block-size: 60vh; overflow: auto; padding: .75rem 1.25rem;
  font: 1rem/1.8 system-ui, sans-serif; color: light-dark(#1d1b18, #f2eee6); background: light-dark(#fff3e0, #3a2a14);
  border-block-start: 3px solid light-dark(#8a4800, #e3b46e) }
.build-problems summary { font-weight: 700; cursor: pointer }
.build-problems pre { margin: .5rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; direction: inherit; font: .9375rem/1.8 monospace }
@media print { .build-problems { display: none } }
"""
OWN_FILES = {
    f"{OWN}reload.js": ("text/javascript; charset=utf-8", RELOAD),
    f"{OWN}problems.css": ("text/css; charset=utf-8", STYLE),
}
NO_PAGE = """\
<!DOCTYPE html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>⚠</title></head>
<body></body></html>
"""


def with_script(page: bytes, shown: str, more: bytes = b"") -> bytes:
    """Put `more`, and the script that waits for the page's next change, at the end of its body; `shown` is the digest of what it shows."""
    before, body_end, after = page.rpartition(b"</body>")
    script = SCRIPT.format(shown=shown).encode()
    return before + more + script + body_end + after if body_end else page + more + script


def with_problems(page: bytes, problems: str, language: str, shown: str) -> bytes:
    """Lay the problems of a failed build over a page; without one (b""), they have a page of their own."""
    way = direction(language)
    below = page or NO_PAGE.format(language=language, direction=way).encode()
    what = message("The site could not be built; this page is the last one that could.")
    if not page:
        what = message("The site could not be built, and there is no former one.")
    over = (
        f'<link rel="stylesheet" href="{OWN}problems.css">'
        f'<details class="build-problems" lang="{language}" dir="{way}" open><summary>{escape(what.text(language))}</summary>'
        f"<pre>{escape(problems)}</pre></details>"
    )
    return with_script(below, shown, over.encode())
