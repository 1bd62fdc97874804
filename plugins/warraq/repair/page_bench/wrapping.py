"""Files that browsers put a page into."""

from __future__ import annotations

import gzip
import plistlib
import quopri

ADDRESS = "https://news.example/story/1"
MHTML = f"""\
From: <Saved by Blink>
Snapshot-Content-Location: {ADDRESS}
Subject: page
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--aB3dE5----"


------MultipartBoundary--aB3dE5----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: {ADDRESS}

"""
STYLE = """\

------MultipartBoundary--aB3dE5----
Content-Type: text/css
Content-Transfer-Encoding: quoted-printable
Content-Location: https://news.example/assets/main.css

@charset "utf-8";
body { margin: 0 }
------MultipartBoundary--aB3dE5------
"""


def wrapped(data: bytes, wrapping: str) -> bytes:
    """Put a page into `gzip`, `mhtml` (Chrome) or `webarchive` (Safari); without a name, leave it."""
    if wrapping == "gzip":
        return gzip.compress(data, mtime=0)
    if wrapping == "mhtml":
        whole = MHTML.encode() + quopri.encodestring(data) + STYLE.encode()
        return whole.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    if wrapping == "webarchive":
        page = {
            "WebResourceData": data,
            "WebResourceFrameName": "",
            "WebResourceMIMEType": "text/html",
            "WebResourceTextEncodingName": "UTF-8",
            "WebResourceURL": ADDRESS,
        }
        return plistlib.dumps({"WebMainResource": page, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)
    return data
