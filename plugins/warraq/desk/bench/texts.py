"""
Invented news: sentences put together from parts, so that two thousand texts differ as real ones do.

Places, offices and numbers are drawn; no word is taken from an agency.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

CITIES = (
    "حلب",
    "تونس",
    "الرباط",
    "عمّان",
    "صور",
    "المنامة",
    "مسقط",
    "البصرة",
    "أسوان",
    "وهران",
    "عدن",
    "الخرطوم",
    "نابلس",
    "دمياط",
)
BODIES = (
    "المجلس البلدي",
    "هيئة المياه",
    "نقابة المعلمين",
    "غرفة التجارة",
    "دار الكتب",
    "جامعة المدينة",
    "اتحاد المزارعين",
    "إدارة الميناء",
)
MATTERS = (
    "ترميم السوق القديم", "توسيع شبكة الري", "افتتاح مكتبة الأطفال", "تنظيم معرض الخطوط", "حفر آبار جديدة", "صيانة الجسر الحجري",
    "مهرجان الزيتون", "أرشفة الصحف القديمة", "تشجير الطريق الساحلي", "تدريب المرشدين السياحيين",
)  # fmt: skip
VERBS = ("أعلن", "أكد", "أوضح", "ذكر", "بيّن", "أضاف")
ENDS = (
    "وأن العمل يستمر حتى نهاية العام",
    "مشيرا إلى أن التمويل جاء من تبرعات الأهالي",
    "في حين طالب السكان بمواعيد واضحة",
    "وذلك بعد دراسة استغرقت عدة أشهر",
    "بالتعاون مع متطوعين من القرى المجاورة",
)
PERSIAN = (
    "شهرداری {city} از آغاز بازسازی کتابخانه خبر داد و گفت کار تا پایان سال ادامه می‌یابد.",
    "به گفته‌ی مسئولان، {number} نفر در این برنامه شرکت کرده‌اند و نتیجه به‌زودی اعلام می‌شود.",
    "کشاورزان {city} می‌گویند آب کافی برای باغ‌ها نمی‌رسد و از دولت کمک می‌خواهند.",
    "این نشست با حضور نمایندگان {number} روستا برگزار شد و درباره‌ی راه‌ها گفت‌وگو کردند.",
)
AGENCIES = ("وكالة الضفة للأنباء", "صحيفة الميناء", "إذاعة الجبل", "وكالة السهل")


@dataclass(frozen=True, slots=True)
class Story:
    """A report that can be saved in many forms."""

    title: str
    paragraphs: tuple[str, ...]
    lang: str
    date: str
    """ISO 8601."""
    agency: str
    url: str


def story(random: Random, number: int, *, persian: bool) -> Story:
    """Make a story; the number is in its text, so that no two are the same by chance."""
    city = random.choice(CITIES)
    date = f"20{random.randint(10, 24)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    agency, url = random.choice(AGENCIES), f"https://news.example/{number}/report"
    if persian:
        lines = [random.choice(PERSIAN).format(city=city, number=random.randint(20, 900)) for _ in range(24)]
        title = f"بازسازی کتابخانه‌ی {city} و برنامه‌ی {number}"
        return Story(title, _paragraphs(lines), "fa", date, agency, url)
    matter = random.choice(MATTERS)
    lines = [_sentence(random, city, matter) for _ in range(random.randint(12, 45))]
    title = f"{random.choice(BODIES)} في {city}: {matter} في المشروع {number}"
    return Story(title, _paragraphs(lines), "ar", date, agency, url)


def _sentence(random: Random, city: str, matter: str) -> str:
    return (
        f"و{random.choice(VERBS)} رئيس {random.choice(BODIES)} في {random.choice((city, *CITIES))} أن {matter} "
        f"سيشمل {random.randint(3, 400)} موقعا، {random.choice(ENDS)}."
    )


def _paragraphs(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3))
