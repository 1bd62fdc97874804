"""One page of our own, in each wrapping that programs keep pages in."""

from __future__ import annotations

import base64
import gzip
import io
import json
import plistlib
import quopri
import zipfile
from functools import cache

from PIL import Image

ADDRESS = "https://n.example/news/7"
PICTURE = "https://n.example/i/1.png"
TITLE = "افتتاح معرض الزيتون في الميناء القديم"
TEXT = (
    "افتتح رئيس البلدية صباح أمس معرض الزيتون السنوي في قاعة الميناء القديم، بحضور مئات الزائرين من المدن المجاورة.",
    "وقال مدير المعرض إن الدورة الحالية تضم أربعين جناحا، وإن المشاركين جاؤوا من سبع دول للمرة الأولى.",
    "وأضاف أن اللجنة المنظمة ستعلن أسماء الفائزين بالجوائز في نهاية الأسبوع المقبل.",
)
TOOLBAR = (
    '<div id="wm-ipp-base" lang="en"><div id="wm-ipp"><form name="wmtb"><input id="wmtbURL" value="x"></form>'
    "<div>15 captures</div><table><tr><td>Feb</td><td>MAR</td></tr></table><div>About this capture. Starting in 1996, "
    "Alexa Internet has been donating their crawl data to the Internet Archive. Flowing in every day, these data are added "
    "to the Wayback Machine after an embargo period.</div></div></div>"
)


@cache
def picture() -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").save(out, "PNG")
    return out.getvalue()


def page(picture: str = PICTURE, charset: str = "utf-8", head: str = "", above: str = "") -> str:
    """Give the page; `picture`: the address in its `<img>`."""
    first, *others = (f"<p>{line}</p>" for line in TEXT)
    body = f'<article><h1>{TITLE}</h1>{first}<img src="{picture}" alt="المعرض">{"".join(others)}</article>'
    metadata = '<meta name="author" content="سلمى الكرمي"><meta property="og:site_name" content="جريدة الميناء">'
    head = f'<head><meta charset="{charset}"><title>{TITLE} | جريدة الميناء</title>{metadata}{head}</head>'
    return f'<!DOCTYPE html><html lang="ar">{head}<body>{above}<nav><a href="/">الرئيسة</a></nav>{body}</body></html>'


def mhtml(html: bytes, maker: str = "<Saved by Blink>", charset: str = "") -> bytes:
    """Give a page as Chrome keeps it, or with a charset as Internet Explorer does."""
    mark = "----MultipartBoundary--olive----"
    place = "" if charset else f"Snapshot-Content-Location: {ADDRESS}\n"
    kind = f'text/html;\n\tcharset="{charset}"' if charset else "text/html"
    head = f'From: {maker}\n{place}Subject: =?utf-8?Q?x?=\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n'
    encoded = "Content-Transfer-Encoding: "
    parts = [
        f'{head}\tboundary="{mark}"\n\nThis is a multi-part message in MIME format.\n'.encode(),
        f"\nContent-Type: {kind}\n{encoded}quoted-printable\nContent-Location: {ADDRESS}\n\n".encode()
        + quopri.encodestring(html),
        f"\nContent-Type: image/png\n{encoded}base64\nContent-Location: {PICTURE}\n\n".encode()
        + base64.encodebytes(picture()),
        b"--\n",
    ]
    return f"\n--{mark}".encode().join(parts).replace(b"\n", b"\r\n")


def web_archive(html: bytes, kind: plistlib.PlistFormat = plistlib.FMT_BINARY) -> bytes:
    main = {
        "WebResourceData": html,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": ADDRESS,
    }
    shown = {"WebResourceData": picture(), "WebResourceMIMEType": "image/png", "WebResourceURL": PICTURE}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": [shown]}, fmt=kind)


def zipped(before: bytes = b"", behind: bytes = b"") -> bytes:
    """Give a page as SingleFile zips it, with what unpacks it `before` and `behind`."""
    out = io.BytesIO()
    out.write(before)
    resources = {"images/1.png": PICTURE}
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.html", page("images/1.png"))
        archive.writestr("manifest.json", json.dumps({"originalUrl": ADDRESS, "resources": resources}))
        archive.writestr("images/1.png", picture())
    return out.getvalue() + behind


def unpacking_itself() -> bytes:
    head = (
        "<!DOCTYPE html><html data-sfz><meta charset=utf-8><title>x</title><body hidden><div>Please wait...</div><!--"
    )
    return zipped(head.encode(), b"--></body></html>")


def single_file() -> bytes:
    """Give a page as SingleFile writes it: its comment, attributes without quotation marks, pictures and drawings in them."""
    inlined = f"data:image/png;base64,{base64.b64encode(picture()).decode()}"
    drawing = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="300"><rect fill-opacity="0"/></svg>'
    comment = f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: Thu Nov 26 2026 10:00:00 GMT+0000 (UTC)\n-->"
    style = f"<style>@font-face{{src:url(data:font/woff2;base64,{'QUJD' * 3000})}}</style>"
    first, second, third = TEXT
    return (
        f"<!DOCTYPE html> <html lang=ar dir=rtl>{comment}<head><meta charset=utf-8>\n<title>{TITLE} | جريدة الميناء</title>\n"
        f"<meta name=author content='سلمى الكرمي'>{style}</head><body><article><h1>{TITLE}</h1><p>{first}"
        f"<p><img src={inlined} alt=المعرض><p>{second}<p><img src='{drawing}' style=\"background:var(--i)\" alt=ثانية><p>{third}</article>"
    ).encode()


def wayback() -> bytes:
    script = (
        '<script>__wm.wombat("http://n.example:80/news/7","20130305103201","https://web.archive.org/","web");</script>'
    )
    link = '<link rel="canonical" href="https://web.archive.org/web/20130305103201/http://n.example/news/7">'
    bar = f"<!-- BEGIN WAYBACK TOOLBAR INSERT -->{TOOLBAR}<!-- END WAYBACK TOOLBAR INSERT -->"
    return page(
        "https://web.archive.org/web/20130305103201im_/http://n.example/i/1.png", head=script + link, above=bar
    ).encode()


def every() -> dict[str, bytes]:
    """Give each wrapping of the page, under a name that a program gives it."""
    return {
        "chrome.mhtml": mhtml(page().encode()),
        "explorer.mht": mhtml(
            page(charset="windows-1256").encode("cp1256"), '"Saved by Windows Internet Explorer 8"', "windows-1256"
        ),
        "safari.webarchive": web_archive(page().encode()),
        "xml.webarchive": web_archive(page().encode(), plistlib.FMT_XML),
        "page.html.gz": gzip.compress(page().encode(), mtime=0),
        "chrome.mhtml.gz": gzip.compress(mhtml(page().encode()), mtime=0),
        "singlefile.zip": zipped(),
        "singlefile.u.zip.html": unpacking_itself(),
        "singlefile.html": single_file(),
        "wayback.html": wayback(),
    }


def of_another_page(name: str, number: int) -> bytes:
    """Give a wrapping of a page with another address and another number in its text, so that no import takes it for a copy."""
    global ADDRESS, TEXT
    kept = ADDRESS, TEXT
    ADDRESS, TEXT = ADDRESS.replace("7", str(number)), (TEXT[0], TEXT[1].replace("أربعين", str(number)), TEXT[2])
    try:
        return every()[name]
    finally:
        ADDRESS, TEXT = kept


def archived_today(stamp: str = "<div>7 آذار 2019</div>") -> bytes:
    """Give the page as archive.today keeps it: its own head and bar, and the page's elements without their names."""
    text = "".join(f'<div style="margin:0 0 1em">{line}</div>' for line in TEXT)
    return (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{TITLE} | جريدة الميناء</title>'
        '<meta property="og:site_name" content="archive.ph"><meta property="og:url" content="https://archive.ph/Ab3dE">'
        f'<meta property="og:title" content="{TITLE} | جريدة الميناء">'
        '<meta property="twitter:description" content="archived 4 Mar 2021 10:11:12 UTC">'
        '<meta property="article:published_time" content="2021-03-04T10:11:12+0000">'
        f'<link rel="canonical" href="https://archive.ph/2021.03.04-101112/{ADDRESS}"></head><body><center>'
        '<div id="HEADER"><table><tr><td><a href="https://archive.ph/"><div>archive.today</div><div>webpage capture</div></a></td>'
        f'<td>Saved from</td><td><form><input name="q" value="{ADDRESS}"></form></td><td>no other snapshots from this url</td>'
        '<td><time itemprop="pubdate" datetime="2021-03-04T10:11:12Z">4 Mar 2021 10:11:12 UTC</time></td></tr></table>'
        "<div><a>share</a><a>download .zip</a><a>report bug or abuse</a><a>Buy me a coffee</a></div></div>"
        '<div id="SOLID"><div id="CONTENT"><div><a href="https://archive.ph/o/Ab3dE/https://n.example/">الرئيسة</a></div>'
        f'<div style="font-size:2em">{TITLE}</div>{stamp}{text}</div></div><div id="hashtags">0%</div></center></body></html>'
    ).encode()
