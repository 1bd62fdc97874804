"""The words with which a notice of a wall begins, in Arabic, Persian, Urdu, Hebrew and some European languages."""

from __future__ import annotations

import re

from ...late import late

READING = (
    r"(?:القراءة|قراءة|المطالعة|تصفح|الاطلاع|باقي|بقية|المقال|الخبر|التقرير|المادة|المحتوى|القصة|النص|المزيد|هذا|هذه)"
)
ARABIC = (
    rf"(?:هذا |هذه )?(?:المحتوى|المقال|المقالة|التقرير|المادة|الخبر|القصة|محتوى|مقال|تقرير|مادة)?(?: كاملا)?"
    r" ?(?:متاح[ةا]?|مخصصة?|حصرية?|خاصة?)?(?: فقط)? ?"
    r"(?:للمشتركين|لمشتركينا|للمشتركات والمشتركين|للأعضاء)(?: فقط| وحدهم| حصرا| لا غير)?(?: [.!:]|[.!:]|$)"
    r"|حصريا? (?:للمشتركين|للأعضاء)"
    rf"|(?:ل|كي |لكي )(?:متابعة|تتابع|مواصلة|تواصل|إكمال|تكمل|استكمال|قراءة|تقرأ) {READING}.{{0,50}}(?:اشترك|سجّ?ل|انضم|ادفع|الاشتراك|تسجيل الدخول)"
    r"|(?:اشترك(?:وا|ي)?|سجّ?ل(?:وا|ي)?(?: الدخول| دخولك)?|انضم)(?: الآن| معنا| إلينا| مجانا| في [^.]{0,30})?"
    r" (?:ل|كي |لكي |و)?(?:متابعة|تتابع|تابع|مواصلة|واصل|إكمال|قراءة|تقرأ|اقرأ) "
    r"|(?:اشترك|سجّ?ل)(?: الدخول)? للمتابعة"
    r"|(?:تبقّ?ى|بقي) لك .{1,20}(?:مقال|قراءة|مجان)|(?:لقد )?(?:بلغت|استنفدت|وصلت إلى) .{0,30}(?:المقالات المجانية|حد القراءة)"
    r"|هل أنت مشترك(?: بالفعل)? ?؟"
)
PERSIAN = (
    r"(?:این (?:مطلب|محتوا|مقاله|گزارش|خبر) )?(?:ویژه|ویژهٔ|ویژه‌ی|مخصوص|فقط برای|تنها برای|مختص)(?: همه)?"
    r" (?:مشترکان|مشترکین|اعضا)(?: سایت)?(?: است| می‌باشد)?[.!]?$"
    r"|برای (?:خواندن|مطالعه|ادامه|دسترسی)[^.]{0,60}(?:مشترک شوید|اشتراک|وارد شوید|ثبت‌? ?نام کنید|عضو شوید)"
    r"|(?:مشترک|عضو|وارد) شوید (?:و|تا) .{0,30}(?:بخوانید|ادامه)"
)
URDU = (
    r"(?:یہ (?:مضمون|خبر|مواد|تحریر) )?صرف (?:سبسکرائبرز|خریداروں|اراکین|ممبران|رجسٹرڈ صارفین) کے لی[ےۓ](?: ہے| ہیں| دستیاب ہے)?[۔.!]?$"
    r"|(?:مزید|آگے|پورا|مکمل)[^۔]{0,25}پڑھنے کے لی[ےۓ].{0,60}(?:سبسکرائب|رکن بنیں|لاگ ان|رکنیت|خریدار بنیں|رجسٹر)"
)
HEBREW = (
    r"(?:הכתבה|התוכן|המאמר|כתבה זו|תוכן זה)?(?: המלאה?)? ?(?:זמינ?ה? |פתוחה? )?למנויים(?: בלבד| ומנויות)?(?:[.!:]|$)"
    r"|(?:כדי |על מנת )?ל?המש(?:יך|ך) (?:לקרוא|ה?קריאה|בקריאה).{0,60}(?:מנוי|הירשמו|הרשמו|התחברו|הצטרפו)"
    r"|(?:הצטרפו|הירשמו|הרשמו|התחברו)(?: עכשיו| כמנויים)? (?:כדי |על מנת )?ל?(?:המש(?:יך|ך)|קריאת|קרוא)"
    r"|לקריאת הכתבה המלאה"
)
WESTERN = (
    r"(?:this (?:article|content|story|post|page) is )?(?:only |exclusively |available |reserved |exclusive )*"
    r"(?:for|to) (?:our |paying |paid |registered )*(?:subscribers|members)(?: only)?(?:[.!:]|$)"
    r"|(?:subscribers?|members?)[- ]only(?: content| article)?(?:[.!:]|$)|exclusive to (?:our )?subscribers"
    r"|(?:please )?(?:subscribe|sign in|log in|register|sign up|join)(?: now| today| here| or (?:log|sign) in)?"
    r" (?:to|and) (?:continue|keep|read|unlock|finish|access)\b"
    r"|to (?:(?:continue|keep|finish) reading|read (?:more|on|the (?:full|rest|whole)|this)|unlock)\b"
    r".{0,40}(?:subscribe|become a (?:subscriber|member)|sign in|log in|register)"
    r"|already a (?:subscriber|member) ?\?|you(?:'|’)?(?:ve| have) (?:read|reached|used) .{0,40}(?:free|limit)"
    r"|you have \w+ (?:free )?articles? (?:left|remaining)"
    r"|want to read more \? subscribe|the rest of this (?:article|story) is (?:for|only)"
    r"|(?:cet |l.)?(?:article|contenu|accès)? ?(?:est )?réservée?s? (?:à|aux) (?:nos )?abonnés|la suite (?:de cet article )?est réservée"
    r"|(?:abonnez[- ]vous|connectez[- ]vous|inscrivez[- ]vous) pour (?:lire|continuer|poursuivre|accéder|découvrir)"
    r"|pour (?:lire|continuer|poursuivre|accéder).{0,50}abonn"
    r"|il vous reste .{1,20} (?:de cet article )?à (?:lire|découvrir)|déjà abonné"
    r"|(?:nur )?für abonnent(?:en|innen)|(?:jetzt )?(?:abonnieren|anmelden|registrieren) (?:und|um) weiter ?(?:zu)?lesen"
    r"|um weiterzulesen|weiterlesen mit\b"
)
NOTICE = late(rf"[^\w]{{0,4}}(?:{ARABIC}|{PERSIAN}|{URDU}|{HEBREW}|{WESTERN})", re.IGNORECASE)
"""The beginning of a notice."""
