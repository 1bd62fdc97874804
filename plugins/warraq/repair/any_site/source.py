"""
What of an article's source is prose, in the three formats that Pelican reads.

A source is repaired as it was written, so that a change has a place in the file, and could be written back. So nothing may be touched that is not
prose: markup, addresses, code, the names of metadata and what programs read of their values.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..late import late

Span = tuple[int, int]
PROSE_KEYS = "title|subtitle|summary|description|excerpt|subject|abstract"
"""Metadata whose value is words for readers; the other values are read by programs."""
ANYWHERE = late(
    r"""
      \b(?:https?|ftp)://[^\s<>"'«»]++ | \bwww\.[^\s<>"'«»]++ | \bmailto:[^\s<>"'«»]++
    | [\w.+-]{1,64}+@[\w-]{1,63}+(?:\.[\w-]{1,63}+)++
    | \{[%{#] (?:(?![%}#]\}).){0,2000}+ [%}#]\}                        # of Jinja and Liquid
    | \{(?:filename|attach|static|author|category|index|tag)\}[^\s)>"']*+
    | (?<!\\)\$\$ [^$]{1,2000}+ \$\$ | (?<!\\)\$ [^$\n]{1,300}+ \$      # formulas
    """,
    re.VERBOSE | re.DOTALL,
)
"""What is no prose in any format."""
INLINE_TAG = r"""
    </?(?:a|abbr|b|bdi|cite|del|dfn|em|font|i|ins|mark|q|s|small|span|strike|strong|u)\b(?:[^<>"']|"[^"]{0,2000}+"|'[^']{0,2000}+')*+>"""
"""A tag within a sentence: what stands before and behind it is one text."""
OF_MARKDOWN = late(
    r"""
      ^(?P<fence>[ ]{0,3}(?:`{3,}|~{3,}))[^\n]*+\n(?:(?!(?P=fence))[^\n]*+\n)*+(?:(?P=fence)[^\n]*+|[^\n]*+\Z)?
    | ^(?:[ ]{4}|\t)(?![ \t]*(?:[-*+>]|\d{1,9}[.)])[ ])[^\n]*+            # code, or what goes on with an item: either is left
    | (?P<ticks>`++)(?:(?!(?P=ticks)).){1,2000}?(?P=ticks)
    | !\[ | (?P<inline>\[(?=[^\[\]\n]{1,300}\]\()                      # a link, before and behind its text
      | \]\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+(?:\s"[^"\n]{0,300}+")?\)
      | (?:(?<=\w)|(?<=[.،؛؟!:»)]))[*_~]{1,3}(?!\w) | (?<!\w)[*_~]{1,3}(?=\w) | INLINE_TAG )
    | \]\[[^\]\n]*+\] | ^[ ]{0,3}\[[^\]\n]++\]:[^\n]*+ | \[\^[^\]\n]{1,100}+\]:? | \[TOC\]
    | <!--(?:(?!-->).)*+(?:-->)?
    | <(?P<raw>script|style|pre|code|textarea)\b(?:(?!</(?P=raw)\b).)*+(?:</(?P=raw)\s*>)?
    | </?[A-Za-z!?](?:[^<>"']|"[^"]{0,2000}+"|'[^']{0,2000}+')*+> | &(?:\#\w{1,8}|\w{2,32});
    | \{:?[^{}\n]*+\}                                                    # attributes
    | ^[ \t]*+(?:(?:[>*+\-#]++|\d{1,9}[.)]|\|)[ \t]*+)*+                   # what a line begins with
    | ^[ \t]*+[=\-:|+_*~ \t]{2,}+$ | [*_~|]++ | (?<![ ])[ ]{2,}+$ | \\.
    """.replace("INLINE_TAG", INLINE_TAG),
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
OF_HTML = late(
    r"""
      <!--(?:(?!-->).)*+(?:-->)?
    | <(?P<raw>script|style|pre|code|textarea|svg|math)\b(?:(?!</(?P=raw)\b).)*+(?:</(?P=raw)\s*>)?
    | (?P<inline>INLINE_TAG)
    | </?[A-Za-z!?](?:[^<>"']|"[^"]{0,2000}+"|'[^']{0,2000}+')*+> | &(?:\#\w{1,8}|\w{2,32});
    """.replace("INLINE_TAG", INLINE_TAG),
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
OF_REST = late(
    r"""
      ^(?P<indent>[ \t]*+)\.\.(?:[ ][^\n]*+)?$(?:\n(?:(?P=indent)[ \t]++[^\n]*+|[ \t]*+$))*+  # directives, targets, comments
    | (?<=::\n)(?:[ \t]*+\n)++(?:[ \t]++[^\n]*+(?:\n|\Z)|[ \t]*+\n)++                          # literal blocks
    | ^[ \t]*+:[^:\n]{1,60}+:(?=\s|$)
    | (?::[\w:+.-]++:)?`{1,2}(?:[^`\n]|\n(?!\s*+\n))*?`{1,2}(?::[\w:+.-]++:|__?)? | \|[^|\n]{1,200}+\|_? | \[[^\]\n]{1,200}+\]_ | \b\w++(?<=_)
    | ^[ \t]*+(?P<sign>[=\-`:.'"~^_*+\#<>])(?P=sign)++[ \t]*+$ | ^[ \t]*+[=+\-| ]{3,}+$
    | (?P<inline>(?:(?<=\w)|(?<=[.،؛؟!:»)]))\*{1,2}(?!\w) | (?<!\w)\*{1,2}(?=\w))
    | ^[ \t]*+(?:(?:[*+\-•]|\(?[\w\#]{1,4}[.)])[ \t]++|\|[ ])*+ | \*++ | ::$ | \\.
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
FORMATS = {
    **dict.fromkeys(("md", "markdown", "mkd", "mdown"), OF_MARKDOWN),
    **dict.fromkeys(("html", "htm"), OF_HTML),
    "rst": OF_REST,
}
"""By the ending of the file."""
YAML_HEAD = late(r"\A---[ \t]*\n(?:(?!---[ \t]*$|\.\.\.[ \t]*$).*\n)*+(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
META_HEAD = late(r"\A(?:[A-Za-z0-9_-]++:[^\n]*+(?:\n|\Z)(?:[ ]{4,}[^\n]*+(?:\n|\Z))*+)++")
"""Of Python-Markdown's `meta`."""
HEAD_LINE = late(r"^[A-Za-z0-9_-]++:[ \t]*+", re.MULTILINE)
OF_PROSE = late(rf"(?:{PROSE_KEYS}):", re.IGNORECASE)
REST_FIELD = late(r"^:(?P<key>[^:\n]{1,60}+):[^\n]*+(?:\n[ \t]++[^\n]*+)*+", re.MULTILINE)
UNDERLINED = late(r"^(?P<title>[^\n]++)\n(?P<line>([=\-`:.'\"~^_*+#<>])\3+)[ \t]*$", re.MULTILINE)


class Markup(NamedTuple):
    """The places of a source that are no prose, each in order and apart."""

    inline: list[Span]
    """Within a sentence: its words before and behind are one text."""
    others: list[Span]


def markup_of(text: str, ending: str) -> Markup:
    """Find all that is no prose."""
    found = [match.span() for match in ANYWHERE.finditer(text)]
    inline: list[Span] = []
    for match in FORMATS[ending].finditer(text):
        (found if match["inline"] is None else inline).append(match.span())
    if ending == "rst":
        found += [m.span() for m in REST_FIELD.finditer(text) if not OF_PROSE.fullmatch(f"{m['key'].strip()}:")]
    elif ending not in ("html", "htm"):
        found += _of_head(text)
    others = _apart(found)
    return Markup([span for span in inline if not meets(*span, others)], others)


def lines_of_fixed_length(text: str, ending: str) -> list[Span]:
    """Give the titles of reStructuredText that may not grow: the line below is as long as it has to be."""
    if ending != "rst":
        return []
    return [m.span("title") for m in UNDERLINED.finditer(text) if len(m["title"].rstrip()) >= len(m["line"])]


def _of_head(text: str) -> Iterator[Span]:
    head = YAML_HEAD.match(text) or META_HEAD.match(text)
    if not head:
        return
    starts = [match.start() for match in HEAD_LINE.finditer(text, 0, head.end())]
    yield 0, starts[0] if starts else head.end()
    for start, end in zip(starts, [*starts[1:], head.end()], strict=True):
        key = HEAD_LINE.match(text, start)
        if key and OF_PROSE.match(text, start) and not head[0].startswith("---"):
            yield key.span()
        else:
            # A value of YAML may be quoted, and a sign more would end it: of such a head nothing is touched.
            yield start, end


def _apart(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def meets(start: int, end: int, spans: Sequence[Span]) -> bool:
    """Tell whether a change reaches into one of the places; one that only touches its edge does not."""
    at = bisect_left(spans, (start, start))
    near = spans[max(at - 1, 0) : at + 2]
    if start == end:
        return any(s < start < e for s, e in near)
    return any(start < e and s < end for s, e in near)
