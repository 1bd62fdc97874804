"""
Words that a swapped lam-alef makes of others: `خالل` of `خلال`.

A font draws lam and alef as one shape, and PDF tools that take it apart the wrong way round write `ال` for `لا` throughout a text. In the
midst of a word only knowledge of words tells: these swapped forms are no words, so each is one word damaged; others are words as well.
"""

from __future__ import annotations

from ...alphabet import LETTER, MARK, TATWEEL
from ...late import late

EDGE = f"(?<![{LETTER}{MARK}{TATWEEL}_#@])"
END = f"(?![{LETTER}{MARK}{TATWEEL}_])"
BEFORE = "[وفبكل]{0,2}(?:ال)?"
"""Clitics and the article."""
STEMS = (
    "خالل احتالل استقالل استغالل استدالل إحالل انحالل انقالب انطالق إطالق اطالق إغالق اغالق إعالن اعالن إعالم اعالم إسالم اسالم إصالح اصالح "
    "اختالف ائتالف إبالغ استهالك استالم إخالص استخالص اختالس انزالق اضطالع انفالت استطالع إطالل إقالع هؤالء دوالر ثالثاء ثالثين "
    "ثالثون ثالثمائة عالقات عالقته عالقتها عالقتهم مجاالت حاالت احتفاالت اتصاالت احتماالت مقاالت رحالت حمالت تدخالت مشكالت حفالت عائالت "
    "تعامالت معامالت تشكيالت بطوالت طاوالت معدالت مواصالت سجالت مؤهالت مقاوالت تعديالت تسهيالت مراسالت محاوالت اغتياالت ممثالت أفالم أحالم "
    "مالعب مالحظ مالبس مالمح مالئم مالءمة مالحقة زمالء زمالئ وكالء عمالء عقالء تالميذ كالم ميالد أوالد سالح هالل ضالل آالف خالفات "
    "أخالق أمالك إخالء إيالء استيالء الئحة تالوة فضال قائال قليال طويال جميال كامال مستقبال ريالا "
    "الالعب الالجئ الالزم الالحق الواليات العبين العبون السيما بالغات محالت مأكوالت أكالت جوالت حواالت صاالت انتقاالت مجادالت تساؤالت دالالت "
    "اتصاال احتفاال إقباال مقبوال شماال حلوال نزوال مسجال عامال منزال مدخال اختالالت ثالثيات استقاللية إسرائيال بنجالديش فالديمير التينية"
)
"""What such words begin with."""
WHOLE = (
    "الحقا ألي إال أال أوال وال بالد بالده بالدها بالدنا بالدهم بالدي ألنه ألنها ألنهم ألننا ألول ألكثر ألجل ألسباب ألحد والء عالء بالء "
    "العالج الخالف الوالية جالل بالل طالل حالل"
)
"""Such words where nothing follows: with more letters they may be others (`بالد`, `بالدور`)."""
NOT = "ال"
"""`لا` by itself; in a sound text it is a typist's."""
EITHER = (
    "سالم سالمة السالم السالمة ثالثة ثالث صالة الصالة صالح الصالح عالقة عالج عالمة عالمات خالف طالب الطالب ماليين والية والدة مثال بدال خاليا "
    "بالغ فال بال كال العالقة الثالثة الثالث العالمات عالمات قتال رجال ثالثي صالحية الصالحية صالحيات ألن الحق العب ظالم مالك"
)
"""Words that are others, swapped: `سالم` and `سلام`."""
SOUND = (
    "ألمان ألمنيوم ألماس ألعاب ألفاظ ألفي ألفين ألفا ألفريد ألبان ألبوم ألباني ألبسة ألبرت ألحان ألوان ألواح ألوف ألوية ألغام ألغاز ألقاب ألياف "
    "ألطاف ألكس أليس أليف ألزهايمر ألتراس ألعب إلغاء إلقاء إلزام إلحاح إلحاق إلحاد إلصاق إلهام إلهاء إلمام إلكترون إلياس إليزابيث آلات آلاف آلام آلي"
)
"""What begins a word that a preposition may stand before: `لألمانيا`, `لإلغاء`."""
SOUND_WHOLE = "ألف ألم ألد ألق أليم ألسنة ألسن إله إلهة إلهي إلف إلى إليه آلة آلته آلتها"


def _behind_article(word: str) -> str:
    """Give a word behind an article, or `لل`, whose lam is swapped with the alef that the word begins with: `اإلسالم`."""
    return f"[ال]{word[0]}ل{word[1:]}" if word[0] in "أإآا" and word[1] != "ل" else ""


def _alternatives(words: str) -> str:
    return "|".join(filter(None, [*words.split(), *map(_behind_article, words.split())]))


SWAPPED = late(rf"{EDGE}{BEFORE}(?P<word>(?:{_alternatives(STEMS)})|(?:{_alternatives(WHOLE)}){END})")
LONE = late(f"{EDGE}{NOT}{END}")
AMBIGUOUS = late(rf"{EDGE}[وفبكل]?(?:{'|'.join(EITHER.split())}){END}")
BEFORE_ARTICLE = late(
    rf"{EDGE}[وف]?ل(?!(?:{'|'.join(SOUND.split())}|(?:{'|'.join(SOUND_WHOLE.split())}){END}))(?P<pair>[أإآ]ل)(?=[{LETTER}]{{2}})"
)
"""`لألعضاء` of `للأعضاء`."""
