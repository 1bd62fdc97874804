"""
Pages that a server or a wall sends in place of an article: an error, a check for machines, a log-in, a question about cookies.

Each has a title of its own, which is no headline, and says in few words what it wants; a page with paragraphs is none of these.
"""

from __future__ import annotations

import re
from enum import StrEnum

from ..html_tags import strip_tags
from ..late import late
from ..readers.titles import title_words
from .facts import Facts


class Answer(StrEnum):
    """What stands in the article's place."""

    WALL = "wall"
    ERROR = "error"
    LOGIN = "login"
    CONSENT = "consent"


MOST_LETTERS = 700
"""Of a page that answers so; what stands in links is not counted."""
MOST_OF_CONSENT = 6_000
SENTENCE = 60
"""Letters of a block that is more than a label."""
MOST_OTHERS = 200
"""Letters of sentences that say nothing of the answer, where the page's own title is one."""
SHOWN = 20_000
"""Code points in which a page says what it wants."""
WALLS = """
    Just a moment|Attention Required!|Checking your browser|Verify you are human|Are you a robot?|Robot Check|Human Verification
    Security check|Please verify you are a human|Access to this page has been denied|Pardon Our Interruption|DDoS-Guard|One more step
    لحظة واحدة|لحظة من فضلك|يرجى الانتظار|التحقق من أنك إنسان|هل أنت روبوت؟|جارٍ التحقق من المتصفح|فحص أمني|چند لحظه|لطفا صبر کنید
    تأیید انسان بودن|رجاء انتظر|רק רגע|בדיקת אבטחה|ایک لمحہ|Nur einen Moment|Un instant|Un momento|Bir dakika lütfen|Один момент|Секунду
    یک لحظه صبر کنید|یک لحظه|لطفا منتظر بمانید|بررسی امنیتی|ذرا ٹھہریے|براہ کرم انتظار کریں|سیکیورٹی جانچ|אנא המתינו|נא להמתין|אימות אנושי
    الرجاء الانتظار|انتظر من فضلك|Please wait|Checking your connection|Bitte warten|Einen Moment bitte|Veuillez patienter|Un momento por favor
    Attendere prego|Proszę czekać|Even geduld|Aguarde|Lütfen bekleyin|Подождите|Проверка браузера
"""
ERRORS = """
    Page not found|Not found|The page cannot be found|Page can't be found|Page does not exist|Access denied|Forbidden|Bad Gateway
    Service Unavailable|Internal Server Error|Gone|Error|Oops|Nothing found|Server error|Gateway Timeout|Site not found|Account suspended
    الصفحة غير موجودة|الصفحة المطلوبة غير موجودة|لم يتم العثور على الصفحة|عذرا الصفحة غير موجودة|صفحة غير موجودة|الصفحة لم تعد موجودة
    عفوا الصفحة غير موجودة|عذرا، لم نجد الصفحة|خطأ|خطأ في الخادم|غير مسموح|ممنوع الدخول|تم رفض الوصول|المحتوى غير موجود|الخبر غير موجود
    صفحه یافت نشد|صفحه مورد نظر یافت نشد|صفحه پیدا نشد|خطای|دسترسی غیرمجاز|صفحہ نہیں ملا|صفحہ موجود نہیں
    הדף לא נמצא|העמוד לא נמצא|דף לא נמצא|שגיאה|Seite nicht gefunden|Page non trouvée|Page introuvable|Página no encontrada
    Oups|Contenu introuvable|Cette page n'existe pas|Pagina non trovata|Sayfa bulunamadı|Страница не найдена|Pagina niet gevonden
    Service Temporarily Unavailable|Temporarily Unavailable|Bad Request|Unauthorized|Too Many Requests|Request Timeout|Web server is down
    Connection timed out|Unavailable For Legal Reasons|Error establishing a database connection|Bandwidth Limit Exceeded|Problem loading page
    This site can't be reached|الخدمة غير متاحة|الخدمة غير متاحة حاليا|الخدمة غير متوفرة|خطأ داخلي في الخادم|بوابة غير صالحة|الموقع تحت الصيانة
    سرویس در دسترس نیست|خطای سرور|خطای داخلی سرور|سرور میں خرابی|سروس دستیاب نہیں|השירות אינו זמין|שגיאת שרת|הגישה נדחתה|Zugriff verweigert
    Dienst nicht verfügbar|Serverfehler|Accès refusé|Service indisponible|Acceso denegado|Servicio no disponible|Accesso negato
    Erişim engellendi|Доступ запрещён|Доступ запрещен|Сервис недоступен|Nie znaleziono strony|Página não encontrada
"""
LOGINS = """
    Log in|Login|Sign in|Log in to continue|Sign in to continue|Subscribe to continue|Subscriber login|Register|Create an account
    تسجيل الدخول|تسجيل دخول|سجل دخولك|الدخول|اشترك للمتابعة|ورود|ورود به سایت|ورود به حساب کاربری|ثبت نام|התחברות|כניסה|כניסת מנויים
    لاگ ان|لاگ ان کریں|Anmelden|Einloggen|Se connecter|Connexion|Iniciar sesión|Giriş yap|Üye girişi|Войти|Вход
    Already a subscriber|Already a member|Members only|Subscribers only|Subscribe|سجل الدخول|سجّل الدخول|للمشتركين فقط|وارد شوید|مشترک شوید
    لاگ ان ہوں|رکن بنیں|סיסמה|התחברו|התחבר|הירשמו|למנויים בלבד|Accedi|Abbonati|Zaloguj się|Inloggen|Entrar|Jetzt anmelden|Connectez-vous|Inicia sesión
"""
CONSENTS = """
    We value your privacy|Your privacy|Before you continue|Cookie consent|Cookies|Consent|Privacy settings|Cookie settings|Your choices
    نحن نهتم بخصوصيتك|خصوصيتك تهمنا|نحن نقدر خصوصيتك|إعدادات الخصوصية|ملفات تعريف الارتباط|الموافقة على ملفات تعريف الارتباط|قبل المتابعة
    حریم خصوصی شما|کوکی‌ها|הפרטיות שלך|עוגיות|Zustimmung|Einwilligung|Datenschutzeinstellungen|Vos choix|Votre vie privée|Gizliliğiniz
    Le respect de votre vie privée|Le respect de votre vie privée est notre priorité|Nous respectons votre vie privée
    Votre choix sur les cookies
    Cookies and privacy|Cookie notice|Manage cookies|موافقتك|خيارات الخصوصية|إشعار ملفات الارتباط|پیش از ادامه|رضایت شما|حریم خصوصی|کوکی ها
    آگے بڑھنے سے پہلے|آپ کی رازداری|کوکیز|לפני שממשיכים|לפני שתמשיכו|פרטיות|הסכמה|Bevor Sie fortfahren|Avant de continuer|Antes de continuar
    Prima di continuare|Tu privacidad|La tua privacy|Devam etmeden önce|Прежде чем продолжить|Uw privacy
"""
NUMBER = late(r"(?:40[0134]|410|429|451|50[0234]|52[0-9])")
READING_ON = late(
    r"(?:to|and)?(?:continue|keep)?(?:reading|read)?(?:thisarticle|thefullarticle|thisstory)?"
    r"|(?:ل?متابعة|لمواصلة|لإكمال)?(?:القراءة|قراءة)?(?:المقال|الخبر)?|برای(?:ادامه)?(?:خواندن|مطالعه)?|پڑھناجاریرکھنےکےلیے"
    r"|כדילהמשיךלקרוא|להמשךקריאה|umweiterzulesen|pourliredelasuite|pourcontinuer(?:lalecture)?|paraseguirleyendo"
)
"""For which a page asks to log in, as `title_words`, before or behind the asking."""
FILLING = late(r"^(?:عذرا|عفوا|sorry|http|status|code|رمز|متأسفانه|اوه)+|(?:http|status|code)$")
MARKS_OF_WALLS = late(
    r"/cdn-cgi/challenge-platform|_cf_chl_|cf-(?:browser-verification|challenge|error|turnstile)|challenges\.cloudflare\.com|px-captcha"
    r"|perimeterx|datadome|g-recaptcha|h-captcha|Incapsula|_Incapsula_|ddos-guard|distil_|Ray ID|awswaf|geo\.captcha-delivery",
    re.IGNORECASE,
)
WORDS = {
    Answer.WALL: re.compile(
        r"enable (?:javascript|cookies)|verif\w+ (?:that )?you are (?:a )?human|checking (?:your browser|if the site)"
        r"|security of your connection|unusual (?:traffic|activity)|أنك (?:إنسان|لست روبوت)|(?:تفعيل|تمكين) (?:جافا ?سكريبت|ملفات)"
        r"|أمان اتصالك|ربات نیستید|שאינך רובוט|Ray ID|cloudflare"
        r"|(?:من|فحص) متصفحك|جافا ?سكريبت|مرورگر شما|جاوا ?اسکریپت|آپ کے براؤزر|جاوا ?اسکرپٹ|הדפדפן של|ג.אווהסקריפט|Ihren Browser"
        r"|votre navigateur|su navegador",
        re.IGNORECASE,
    ),
    Answer.ERROR: re.compile(
        r"\b(?:404|403|410|50[0234])\b|not (?:be )?found|no longer|doesn.t exist|removed|moved|permission to access|غير موجود"
        r"|لم (?:يتم العثور|نجد|نعثر)|لا يمكن العثور|تعذر العثور|حذف|تبحث عن|ليس لديك|یافت نشد|پیدا نشد|وجود ندارد|נמצא"
        r"|نہیں|nicht gefunden|introuvable|non trouv|bulunamad|не найден|nginx|apache|n.existe (?:pas|plus)|déplacée?\b|supprimée?\b|denied|forbidden"
        r"|unavailable|غير متا?حة?|غير متوفر|در دسترس نیست|دستیاب نہیں|אינו? (?:זמין|קיים)|verweigert|refusé|denegado|negato|engellendi|запрещ"
        r"|\b(?:429|451|52[0-9])\b|timed out|database connection",
        re.IGNORECASE,
    ),
    Answer.LOGIN: re.compile(
        r"password|e-?mail|account|subscri|sign (?:in|up)|log in|كلمة (?:المرور|السر)|البريد الإلكتروني|حساب|اشترا?ك|تسجيل|رمز عبور|ایمیل"
        r"|حساب کاربری|ثبت نام|סיסמה|דוא|מנוי|پاس ورڈ|Passwort|mot de passe|contraseña|şifre|пароль"
        r"|مقالات?ك المجانية|سجّ?ل الدخول|مشترک|گذرواژه|رمز ورود|وارد شوید|رکن|لاگ ان|התחבר|abonn|s.identifier|wachtwoord|hasło",
        re.IGNORECASE,
    ),
    Answer.CONSENT: re.compile(
        r"cookie|partner|consent|privacy|accept all|reject all|ملفات تعريف الارتباط|الكوكيز|الخصوصية|خصوصيت|شركائ|کوکی|حریم خصوصی|עוגיות"
        r"|פרטיות|Zustimm|Datenschutz|confidentialit|çerez|ملفات الارتباط|موافقتك|رضایت|کوکیز|رازداری|הסכמ|consentement|galletas|toestemming",
        re.IGNORECASE,
    ),
}
"""What an answer says in its few sentences."""
PASSWORD = late(r"<input\b[^<>]*\btype\s*=\s*[\"']?password", re.IGNORECASE)


def _words(list_: str) -> tuple[str, ...]:
    """Give the phrases as `title_words`, the longest first."""
    words = {title_words(one) for line in list_.strip().splitlines() for one in line.split("|")}
    return tuple(sorted(sorted(words), key=len, reverse=True))


TITLES = {
    Answer.WALL: _words(WALLS),
    Answer.ERROR: _words(ERRORS),
    Answer.LOGIN: _words(LOGINS),
    Answer.CONSENT: _words(CONSENTS),
}


def answer_of(facts: Facts) -> Answer | None:
    """Say what a page is sent for in an article's place; None where it may be an article."""
    letters = sum(b.letters - b.linked for b in facts.seen)
    for answer in Answer:
        if letters > (MOST_OF_CONSENT if answer is Answer.CONSENT else MOST_LETTERS):
            continue
        by_title = any(_is_named(title, answer) for title in facts.titles)
        if not by_title and not any(_is_named(title, answer) for title in facts.headings):
            continue
        others, said = _others(facts, answer)
        if others <= (MOST_OTHERS if by_title and answer is not Answer.CONSENT else 0) and _is_proved(
            facts, answer, said=said
        ):
            return None if facts.says_article else answer
    return None


def _is_proved(facts: Facts, answer: Answer, *, said: bool) -> bool:
    """Say whether a second witness agrees with the title or the heading."""
    if answer is Answer.WALL:
        return said or MARKS_OF_WALLS.search(facts.text) is not None
    if answer is Answer.LOGIN:
        return PASSWORD.search(facts.text) is not None
    return said


def _is_named(title: str, answer: Answer) -> bool:
    """Say whether a title is made of an answer's words and numbers, and of nothing else."""
    left = title
    if answer is Answer.ERROR:
        left = NUMBER.sub("", left, count=1)
    for phrase in TITLES[answer]:
        if not left:
            break
        left = left.replace(phrase, "", 1)
    if answer is Answer.LOGIN and left != title and READING_ON.fullmatch(left):
        return True
    return bool(title) and not FILLING.sub("", left)


def _others(facts: Facts, answer: Answer) -> tuple[int, bool]:
    """Count the letters of sentences that say nothing of the answer; and whether any words do."""
    others, said = 0, False
    for block in facts.seen:
        speaks = (
            WORDS[answer].search(strip_tags(facts.text[block.start : min(block.end, block.start + SHOWN)])) is not None
        )
        said |= speaks
        if not speaks and block.letters - block.linked >= SENTENCE:
            others += block.letters - block.linked
    return others, said
