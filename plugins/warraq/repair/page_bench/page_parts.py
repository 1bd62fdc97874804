"""What a template writes with: the article's parts in the markup of a system, and furniture, which is noted as unwanted."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from .articles import Article, Part
from .shown_dates import in_digits, shown

Phrases = Mapping[str, Sequence[str]]


class PageParts:
    """The names that a template knows; notes what it writes that is not the article."""

    def __init__(self, article: Article, phrases: Phrases, chance: random.Random) -> None:
        self.article = article
        self.title = article.title
        self.lang = article.language
        self.dir = "ltr" if article.language == "en" else "rtl"
        self.phrases = phrases
        self.chance = chance
        self.number = chance.randrange(1000, 99999)
        self.country = chance.randrange(3)
        self.written: list[str] = []
        self._left: dict[str, list[str]] = {}

    def off(self, text: str) -> str:
        """Write furniture."""
        self.written.append(text)
        return text

    def say(self, key: str) -> str:
        """Write a phrase of the language, another one each time while there are others; it is furniture."""
        return self.off(self.name(key))

    def name(self, key: str) -> str:
        """Give a phrase that is no furniture: the site's name, an agency."""
        if not self._left.get(key):
            self._left[key] = self.chance.sample(list(self.phrases[key]), len(self.phrases[key]))
        return self._left[key].pop()

    def first(self, key: str) -> str:
        """Give the first phrase of a key, each time the same."""
        return self.phrases[key][0]

    def say_all(self, key: str) -> list[str]:
        """Write all phrases of a key: a menu."""
        return [self.off(phrase) for phrase in self.phrases[key]]

    def day(self, style: str = "iso", after: int = 0, *, own_digits: bool = False) -> str:
        """Print the article's day, or one so many days after it."""
        day = self.article.day + dt.timedelta(days=after)
        return shown(day, style, self.lang, self.country, own_digits=own_digits)

    def digits(self, text: str) -> str:
        """Write a text's digits as the language has them."""
        return in_digits(text, self.lang)

    def lead(self, letters: int = 150) -> str:
        """Give the beginning of the text, as descriptions have it: whole words, and an ellipsis where it was cut."""
        text = next(p.text for p in self.article.parts if p.kind == "p")
        return text if len(text) <= letters else text[:letters].rpartition(" ")[0] + "…"

    def plain(self) -> str:
        """Give the whole text, a line a paragraph."""
        return "\n".join(line for part in self.article.parts for line in part.lines())

    def body(self, style: str = "p", between: str = "", at: int = 2, **markup: str) -> Markup:
        """
        Write the text; `between` comes in behind part `at`.

        `style`: `p`, `div`, `br`, `brbr`, `span` or `font`; `markup`: `css` (a class), `heading` (a tag), `picture`, `table` (shapes).
        """
        pieces = [_part(p, style, markup, self.number + n) for n, p in enumerate(self.article.parts)]
        if between:
            pieces.insert(min(at, len(pieces)), Markup(between))  # noqa: S704 - our own template made it
        joint = {"br": "<br>\n", "brbr": "<br /><br />\n", "font": "<br>&nbsp;<br>\n"}.get(style, "\n")
        return Markup(joint).join(pieces)  # noqa: S704 - one of the constants above

    def json(self, value: object) -> Markup:
        """Write a value as JSON inside a script."""
        return Markup(json.dumps(value, ensure_ascii=False).replace("</", "<\\/"))  # noqa: S704 - escaped for a script

    def escaped_json(self, value: object) -> Markup:
        """Write a value as JSON inside a script, in ASCII alone."""
        return Markup(json.dumps(value).replace("</", "<\\/"))  # noqa: S704 - escaped for a script


def _part(part: Part, style: str, markup: Mapping[str, str], number: int) -> Markup:
    if part.kind == "picture":
        return PICTURES[markup.get("picture", "figure")].format(number, *part.items)
    if part.kind == "table":
        return _table(part.rows, markup.get("table", "table"))
    if part.kind == "list":
        return _tags("ul", _all("li", part.items))
    bare = style in {"br", "brbr", "font"}
    if part.kind == "h":
        return _tags("b" if bare else markup.get("heading", "h2"), part.text)
    if bare:
        return escape(part.text)
    written = _tags({"div": "div", "span": "span"}.get(style, "p"), part.text, markup.get("css", ""))
    if part.kind == "q":
        written = _tags("blockquote", written)
    return written + Markup("<br>") if style == "span" else written


def _table(rows: Sequence[Sequence[str]], shape: str) -> Markup:
    if shape in {"li", "p"}:  # each cell stands by itself
        cells = _all(shape, [cell for row in rows for cell in row])
        return _tags("ul", cells) if shape == "li" else cells
    head = "th" if shape == "head" else "td"
    written = [_tags("tr", _all(head if n == 0 else "td", row)) for n, row in enumerate(rows)]
    if shape == "head":
        return _tags("table", _tags("thead", written[0]) + _tags("tbody", Markup("\n").join(written[1:])))
    return _tags("table", Markup("\n").join(written))


def _tags(tag: str, text: str, css: str = "") -> Markup:
    named = Markup(' class="{}"').format(css) if css else ""
    return Markup("<{0}{1}>{2}</{0}>").format(tag, named, text)


def _all(tag: str, texts: Sequence[str]) -> Markup:
    return Markup("\n").join(_tags(tag, text) for text in texts)


PICTURES = {
    "figure": Markup(
        '<figure><img src="/media/{0}.jpg" alt=""><figcaption>{1} <span class="credit">{2}</span></figcaption></figure>'
    ),
    "div": Markup(
        '<div class="img-box"><img src="/img/{0}.jpg" width="640"><div class="img-caption">{1}</div>'
        '<div class="img-credit">{2}</div></div>'
    ),
    "h3": Markup('<div class="photo"><img src="/img/{0}.jpg"><h3 class="photo-title">{1}</h3></div>'),
    "table": Markup(
        '<table align="left" width="200"><tr><td><img src="pic/{0}.jpg"></td></tr><tr><td>{1}</td></tr></table>'
    ),
    "p": Markup(
        '<p><img src="/img/{0}.jpg"></p><p style="text-align:center"><em>{1}</em></p><p><small>{2}</small></p>'
    ),
    "cap": Markup('<div><img src="/img/{0}.jpg"><p class="cap">{1}</p><span class="credit">{2}</span></div>'),
    "desc": Markup('<div class="photo"><img src="/img/{0}.jpg"><div class="desc">{1}</div><small>{2}</small></div>'),
    "amp": Markup(
        '<amp-img src="/amp/{0}.jpg" width="800" height="450" layout="responsive"></amp-img>'
        '<p class="wp-caption-text">{1}</p>'
    ),
    "wp": Markup(
        '<div id="attachment_{0}" class="wp-caption aligncenter"><img src="/wp-content/uploads/{0}.jpg">'
        '<p class="wp-caption-text">{1} ({2})</p></div>'
    ),
}
"""The shapes of a picture, from its number, caption and credit."""
