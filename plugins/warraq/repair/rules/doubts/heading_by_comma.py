"""
A heading glued to its paragraph by a comma: `تأكيد بوتين على أهمية النظام البيئي لبحر قزوين، ذكر بوتين أيضا أن…`.

A noun of action with all it governs, a comma, and then a sentence of its own that begins with a verb of saying: the part before
the comma says nothing by itself and stands in no relation to what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...engine import Certainty, Suspicion
from ...languages import ARABIC
from ...late import late
from .. import rule

ACTION = (
    "تأكيد|إعلان|دعوة|مطالبة|تحذير|توقيع|افتتاح|بحث|مناقشة|تعزيز|تطوير|تنمية|رفض|قبول|إدانة|زيارة|لقاء|اجتماع|استقبال|استعراض|انطلاق|إطلاق|ارتفاع|انخفاض"
    "|تراجع|توقع|كشف|نفي|اتهام|انتقاد|إشادة|ترحيب|تنديد|استنكار|تهديد|تشديد|تجديد|تقديم|تعيين|إقالة|استقالة|اعتقال|اغتيال|مقتل|إصابة|وفاة|فوز|خسارة|بدء|انتهاء"
    "|إلغاء|تأجيل|تمديد|توسيع|تقليص|زيادة|خفض|رفع|منع|السماح|إقرار|اعتماد|تنفيذ|إنشاء|بناء|تدشين|إغلاق|فتح|عودة|وصول|مغادرة|تصاعد|استمرار|تواصل|تفاقم|أهمية|ضرورة"
)
SAYING = "ذكر|قال|أكد|أضاف|أعلن|أشار|أوضح|صرح|كشف|بين|شدد|أفاد|نفى|دعا|طالب|حذر|رأى|اعتبر|وصف|ذكرت|قالت|أكدت|أضافت|أعلنت|أشارت|أوضحت|صرحت|كشفت|أفادت"
GLUED = late(f"^(?:{ACTION}) [^\n،.؛:؟!]{{20,110}}،(?= (?:{SAYING}) )", re.MULTILINE)


@rule(
    reason="a heading may be glued to this paragraph by a comma",
    certainty=Certainty.DOUBTFUL,
    mends={
        "تأكيد الوزير على أهمية الحفاظ على النظام البيئي، ذكر الوزير أيضا أن البلدين متفقان.": (
            "تأكيد الوزير على أهمية الحفاظ على النظام البيئي،"
        )
    },
    leaves=["في هذه المقابلة، أعلن الوزير", "خلال زيارته إلى المدينة الجديدة، قال الوزير"],
    languages=(ARABIC,),
)
def heading_by_comma(text: str) -> Iterator[Suspicion]:
    for match in GLUED.finditer(text):
        yield Suspicion(*match.span())
