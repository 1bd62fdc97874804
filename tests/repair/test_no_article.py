"""Pages that are no article are set aside with their reason; an article that speaks of such pages is one."""

import pytest

from warraq.language import message
from warraq.repair.no_article import no_article
from warraq.repair.readers import read_original

SENTENCE = "أعلن وزير الري اليوم تأجيل زيارته التي كانت مقررة غدا إلى سد الوادي بسبب الأمطار الغزيرة."
ARTICLE = "".join(
    f"<p>{s}</p>"
    for s in [SENTENCE, "وقال الوزير إن الزيارة ستتم في الأسبوع المقبل إذا تحسن الطقس.", SENTENCE[:-1] + " أيضا."]
)
LINKS = "".join(
    f"<div><h3><a href='/{n}'>عنوان الخبر رقم {n} في الصفحة الأولى من الجريدة</a></h3></div>" for n in range(30)
)
TEASERS = LINKS.replace("</h3>", "</h3><p>أعلن الوزير اليوم تأجيل زيارته إلى السد.</p>")
WEBSITE = "<meta property=og:type content=website><link rel=canonical href='https://example.com/'>"
CHALLENGE = "<script src='/cdn-cgi/challenge-platform/h/b/orchestrate'></script>"
PASSWORD = "<form><input name=user><input type=password name=p></form>"


def page(title: str, body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"
    )


def said(html: str) -> str:
    why = no_article(read_original("page.html", html.encode()))
    return why.what.msgid if why else ""


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (
            page("Just a moment...", f"<p>Verifying you are human. This may take a few seconds.</p>{CHALLENGE}"),
            "a check that",
        ),
        (
            page("لحظة...", f"<h1>لحظة واحدة</h1><p>جريدة الميناء تحتاج إلى مراجعة أمان اتصالك.</p>{CHALLENGE}"),
            "a check that",
        ),
        (
            page("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1><p>Ray ID: 7c1</p>"),
            "a check that",
        ),
        (
            page("404 Not Found", "<center><h1>404 Not Found</h1></center><hr><center>nginx</center>"),
            "a server's message",
        ),
        (
            page(
                "الصفحة غير موجودة - جريدة الميناء",
                f"<h1>404</h1><p>عذرا، الصفحة التي تبحث عنها غير موجودة.</p>{LINKS}",
            ),
            "a server's message",
        ),
        (page("جريدة الميناء", "<h1>خطأ 404: الصفحة غير موجودة</h1><p>ربما حذفت.</p>"), "a server's message"),
        (
            page("403 Forbidden", "<h1>Access Denied</h1><p>You don't have permission to access this resource.</p>"),
            "a server's message",
        ),
        (page("صفحه یافت نشد | روزنامه", "<h1>خطای ۴۰۴</h1><p>صفحه مورد نظر یافت نشد.</p>"), "a server's message"),
        (
            page("تسجيل الدخول | جريدة الميناء", f"<h1>تسجيل الدخول</h1><p>أدخل كلمة المرور.</p>{PASSWORD}"),
            "a name and a password",
        ),
        (page("Log in - The Port", f"<h2>Log in</h2>{PASSWORD}<p>Forgot your password?</p>"), "a name and a password"),
        (
            page(
                "جريدة الميناء",
                "<h1>نحن نهتم بخصوصيتك</h1><p>نستخدم نحن وشركاؤنا ملفات تعريف الارتباط على جهازك لعرض الإعلانات.</p>",
            ),
            "consent to cookies",
        ),
        (
            page(
                "Le Phare - Vos choix",
                "<h1>Le respect de votre vie privée</h1><p>Nos 300 partenaires et nous lisons des cookies sur votre appareil, selon vos choix.</p>",
            ),
            "consent to cookies",
        ),
        (
            page("Page introuvable | Le Phare", "<h1>Oups !</h1><p>Cette adresse n’existe plus ou a été déplacée.</p>"),
            "a server's message",
        ),
        (page("جريدة الميناء", LINKS, WEBSITE), "a list of articles"),
        (page("محليات | جريدة الميناء", TEASERS, WEBSITE.replace(".com/", ".com/local")), "a list of articles"),
        (
            page("عنوان الخبر", "<div id=root></div><noscript>JavaScript</noscript><script src=/main.js></script>"),
            "its text is in a script",
        ),
    ],
)
def test_what_is_no_article_is_set_aside_with_the_reason(html: str, reason: str) -> None:
    assert reason in said(html)


@pytest.mark.parametrize(
    "html",
    [
        page(
            "لماذا تظهر رسالة 404؟",
            f"<h1>لماذا تظهر رسالة 404؟</h1><p>{SENTENCE}</p><p>الصفحة غير موجودة: هذا ما يراه القراء.</p>",
        ),
        page(
            "Just a moment: what the wall says",
            f"<h1>Just a moment: what the wall says</h1><p>Verifying you are human. {SENTENCE}</p>",
        ),
        page("404 موظفا في الميناء", f"<h1>404 موظفا في الميناء</h1><p>{SENTENCE}</p>"),
        page("خطأ", f"<h1>خطأ</h1>{ARTICLE}"),
        page(
            "Access denied",
            f"<h1>Access denied</h1><article>{ARTICLE}</article>",
            "<meta property=og:type content=article>",
        ),
        page(
            "الوزير يؤجل زيارة السد",
            f"<h1>الوزير يؤجل زيارة السد</h1><p>{SENTENCE}</p>{LINKS}",
            WEBSITE.replace(".com/", ".com/a/1"),
        ),
        page(
            "الوزير يؤجل زيارة السد", f"<div><h2>تسجيل الدخول</h2>{PASSWORD}</div><h1>الوزير يؤجل</h1><p>{SENTENCE}</p>"
        ),
        page(
            "الوزير يؤجل زيارة السد",
            f"<div><h1>نحن نهتم بخصوصيتك</h1><p>نستخدم ملفات تعريف الارتباط على جهازك لعرض الإعلانات والمحتوى.</p></div><p>{SENTENCE}</p>",
        ),
        page("تسجيل الدخول إلى المدينة", f"<h1>تسجيل الدخول إلى المدينة</h1>{ARTICLE}"),
        page("جريدة الميناء", f"<h1>الوزير يؤجل زيارة السد</h1>{ARTICLE}{LINKS}", WEBSITE),
        page(
            "عنوان الخبر",
            f"<div id=root></div><noscript>JavaScript</noscript><script src=/m.js></script><p>{SENTENCE}</p>",
        ),
        page("خطأ في الخادم يوقف المطار", f"<h1>خطأ في الخادم يوقف المطار</h1><p>{SENTENCE}</p>"),
    ],
)
def test_an_article_that_speaks_of_such_pages_or_stands_beside_them_is_one(html: str) -> None:
    assert said(html) == ""


def test_a_text_is_never_taken_for_such_a_page() -> None:
    assert said("Just a moment...\n\n404 Not Found") == ""
    assert message("The page shows no text: its text is in a script, or is fetched by one.").msgid
