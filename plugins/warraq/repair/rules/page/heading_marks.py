"""The marks of headings: a title of Word or Google Docs, the site's name that leads home, a kicker over the headline."""

from __future__ import annotations

import re

from ...late import late

WRITTEN = late(r"""<p\s[^<>]{0,200}?class=["']?(?:[\w -]{0,80}\s)?(?:MsoTitle|title)(?=["'\s>])""", re.IGNORECASE)
"""The title in what Word and Google Docs save."""
HOME = late(
    r"""[^<>]{0,300}>\s{0,20}(?:<(?!a\b)[^<>]{0,200}>\s{0,20}){0,3}<a\b[^<>]{0,200}?\bhref=["']?(?:https?://[^/"'\s<>?#]{1,100}/?|/)["'\s>]""",
    re.IGNORECASE,
)
"""A heading that leads to the site's first page names the site."""
KICKER = late(
    r"""<(?P<tag>span|small|em|strong|div|p)\b[^<>]{0,200}?\bclass=["'][^"'<>]{0,200}?
    (?:kicker|overline|dachzeile|eyebrow|spitzmarke|pre-?title|over-?title|surtitre|ante-?titulo|occhiello|ro-?titr)
    [^<>]{0,300}>(?P<kicker>[^<>]{1,150})</(?P=tag)>\s{0,50}(?!\s{0,50}[:–—|-])""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands over a headline within its heading: «After the storm», a section's name. Where a mark joins the two they are one."""
