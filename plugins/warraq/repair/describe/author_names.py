"""
What is the name of an author, among what pages and bylines put in its place.

Pages name agencies, desks, firms, their own host, a mail address or a slogan as the author. These write no article: where nobody else is
named, the author is not known.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from warraq.archive.yaml_values import CONTROLS

from ..readers.titles import title_words
from .agencies import agencies_in
from .places import is_place

LONGEST = 60
"""Code points of a name."""
MOST_WORDS = 6
MARKS = "“”‘’\"'«» .-–—()*†‡"
"""Round a name; an asterisk leads to a note about the writer."""
LETTERS = re.compile(r"[^\W\d_](?:[.\s\-/]{1,3}[^\W\d_]){0,3}[.\s]{0,2}")
"""Initials and nothing else; «أ ب» and its like are an agency."""
IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{0,80})[)\]]")
PREFIX = re.compile(
    r"\s*(?:(?:written|posted|reported|words|text|story)\s)?(?:by|von|par|por|di|door|av|af|przez|yazan|autore?|autora?|auteur|author|verfasst\svon"
    r"|كتبت?|بقلم|إعداد|اعداد|تحرير|الكاتبة?|المؤلف|نوشته|نویسنده|گزارش|خبرنگار(?!\s+ما\b)|تحریر|مصنفین?|מאת)(?:\s?[:：\-–—|/]\s*|\s+)",
    re.IGNORECASE,
)
SPLIT = re.compile(
    r"\s*(?:[;؛|/•·،、\n]|\s[-–—ـ]\s)\s*|\s+(?:and|und|et|och|og|en|e|y|i|és|ve|ile|και|и|&|with|mit|avec|con|و|اور)\s+"
    r"|(?<=[^\W\d_])\s+و(?!(?:ليد|ائل|سيم|سام|فاء|داد|جدي|جيه|حيد|ردة?|ضاح|هيب|هبي?ة?|لاء|عد|ديع|اصف|صفي|صال|اثق|سن|هاب|الي|ثاب|افي|حدة?|ضحة?)(?!\w))"
    r"(?=[^\W\d_]+\s+[^\W\d_])"
    r"|(?<=[א-ת]{2})\s+ו(?!(?:רד|רדה|רד[יה]ת|יקטור|יקטוריה|יטלי|יטה|יקי|יולט|יוי|יויאן|יליאם|לדימיר|לרי|לרי[הא]|נסה|רה|רוניקה|ולטר|נטורה|ילסון|ינסנט|יינ\w+|ייס\w*|ייצ\w+|ייז\w+|ינש\w+|ינר|ינט\w+|ינב\w+|ולף|ולק|ורט\w+|רט\w+|רש\w+)(?!\w))"
    r"(?=[א-ת'׳\-]{2,}\s+[א-ת])"
)
"""Between two names. Arabic and Hebrew write «and» in one with the name behind it, and some names begin with that letter: وليد, وائل, ורד."""
GLUED = ("و", "ו")
SLOGAN = re.compile(r"\s[-–—|ـ]\s")
"""Behind a single word it begins what a paper says of itself."""
COMMA = re.compile(r"\s*,\s*")
ADDRESS = re.compile(
    r"@|\[at\]|\(at\)|https?:|www\.|\w\.(?:com|net|org|info|de|fr|ch|at|uk|eu|sa|eg|ae|ir|il|tr|news)\b", re.IGNORECASE
)
NOT_A_NAME = re.compile(r"[|:•!؟?#*=<>{}\[\]%]|(?<!\w)\d|\d{3}|\.\.|…")
NO_AUTHOR = re.compile(
    r"""
    (?<!\w) (?:
        redaktion\w* | redacci[oó]n | r[ée]daction | redazione | redactie | redakcja | newsroom | news\s?desk | desk | editors? | editorial | staff
      | team | admin\w* | webmaster | agency | agenc\w+ | agentur\w* | press\sassociation | wires? | correspondents? | contributors? | reporters?
      | dpa | afp | ap | apa | epd | kna | sid | afx | ansa | efe | reuters | rtr | tass | xinhua | bloomberg | upi | cnn | ntb | tt | ritzau
      | ver[oö]ffentlicht\w* | published | posted | publi[ée]\w* | updated | aktualisiert | comments? | kommentare? | share | minut\w*
      | gmbh | ag | inc | ltd | llc | corp | s\.?a\.? | verlag | magazin\w* | magazine | zeitung | news | media | online | radio | tv
      | وكال[ةه] | وكالات | الوكالات | هيئ[ةه]\sالتحرير | التحرير | المحرر | محرر | فريق | غرف[ةه]\sالأخبار | قسم | موقع | صحيف[ةه] | جريد[ةه]
      | مجل[ةه] | شبك[ةه] | قنا[ةه] | رويترز | مراسلو\w* | متابع[ةه] | متابعات | خاص | مكتب | الأخبار | نيوز | أونلاين | إعلام
      | خبرگزاری | سرویس | گروه | تحریریه | مدیر | روزنامه | نیوز | ویب\sڈیسک | ڈیسک | אתר | מערכת | סוכנויות | סוכנות | ایجنسی
      | مراسل(?:نا|تنا) | مراسلة?\s(?:ال)?(?:خاصة?|صحيف[ةه]|جريد[ةه]|وكال[ةه])\w* | خبرنگار(?:\sما|ان)? | نامہ\sنگار | כתב(?:נו|תנו)
    ) (?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)
JOB = re.compile(
    r"(?:unknown|journalist\w*|redakteur\w*|autor\w*|author|writer|chief.*|senior.*|head of.*)\Z", re.IGNORECASE
)


def people(stated: str, sites: Collection[str], *, one_word: bool = True) -> Iterator[str]:
    """Yield the people that a statement of the author names, in order; `sites`: what the site calls itself, as `title_words`."""
    if ADDRESS.search(stated) or len(stated) > 6 * LONGEST:
        return
    text = CONTROLS.sub("", stated)
    if title_words(text) in sites:
        return  # a site called «Haus & Garten» is nobody, and no two
    by_agency = any(agencies_in(text))
    one_word = one_word and not by_agency and not SLOGAN.search(text)
    if prefix := PREFIX.match(text):
        text = text[prefix.end() :]
    without = IN_BRACKETS.sub(" ", text)
    for part in parts(without if any(c.isalpha() for c in without) else text):
        for piece in _apart(COMMA.split(part)):
            name = " ".join(piece.split()).strip(MARKS)
            if is_name(name, sites) and (one_word or " " in name) and not (by_agency and is_place(name)):
                yield name


def parts(text: str) -> Iterator[str]:
    """Yield what stands between two names' separators; an «and» that is written in one with a name follows a whole name."""
    at = 0
    for between in SPLIT.finditer(text):
        part = text[at : between.start()]
        if between[0].endswith(GLUED) and len(part.split()) < len(("Ana", "Lund")):
            continue
        yield part
        at = between.end()
    yield text[at:]


def _apart(pieces: list[str]) -> list[str]:
    """Tell «Müller, Julia», who is one, from «Anna Fink, Jan Marchart» and «Anna Fink, dpa»."""
    is_list = len(pieces) != 2 or all(" " in p.strip() for p in pieces) or any(NO_AUTHOR.search(p) for p in pieces)
    return pieces if is_list else [" ".join(reversed(pieces))]


def is_name(name: str, sites: Collection[str]) -> bool:
    """Say whether this may be what a person is called."""
    words = name.split()
    return bool(
        words
        and 2 <= len(name) <= LONGEST
        and len(words) <= MOST_WORDS
        and any(c.isalpha() for c in name)
        and not JOB.match(name)
        and not LETTERS.fullmatch(name)
        and not any(agencies_in(name))
        and not NOT_A_NAME.search(name)
        and not NO_AUTHOR.search(name)
        and title_words(name) not in sites
        and title_words(words[0]) not in sites
    )
