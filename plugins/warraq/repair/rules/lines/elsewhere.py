"""
The words of lines around an article in Persian, Urdu and Hebrew, put together for the rules that ask for such lines.

They are no words of any other language, so a rule may ask for all of them in every text.
"""

from __future__ import annotations

from ...languages import hebrew, persian, urdu
from ...late import late

ALL = persian, urdu, hebrew
ALSO_SURE = "|".join(words.ALSO_SURE for words in ALL)
ALSO_NEEDS = "|".join(words.ALSO_NEEDS for words in ALL)
HEADS = "مرتبط|زمینه|رابطه|متعلقہ|דומות|נוספ|קשור|بخوانید|پڑھ|קרא"
AGENCIES = "|".join(words.AGENCIES for words in ALL)
WRITERS = "|".join(words.WRITERS for words in ALL)
NETWORKS = "|".join(words.SHARED for words in ALL)
CALLS = "|".join(words.SHARE for words in ALL)
LABELS = "|".join(words.STAMP for words in ALL)
DAYS = "|".join(words.DAYS for words in ALL)
MONTHS = "|".join(words.MONTHS for words in ALL)
CLOCK = "|".join(words.CLOCK for words in ALL)
RIGHTS = "|".join(words.RIGHTS for words in ALL)
HOME = "|".join(words.HOME for words in ALL)
SOURCE = late(
    rf"[*•\-–—\[( ]{{0,4}}(?:(?:{'|'.join(words.SOURCE for words in ALL)}) ?[:|=/\-–—]{{1,2}} ?(?P<name>[^\n|:؟?!]{{2,60}}?)"
    rf"|(?:ذرائع|מקור) ?[:\-–—] ?(?P<agency>(?:{AGENCIES}|סוכנות|אתר|עיתון)[^\n|:؟?!]{{0,40}}?)"
    rf"|(?:منبع|ماخذ|מקור) ?\|+ ?(?P<piped>[^\n|:؟?!]{{2,60}}?))[ |.۔\])]*"
)
"""A line that only says where the text comes from. `מקור: …` may be a headline: «a source says …»; there the name has to be an agency's."""
