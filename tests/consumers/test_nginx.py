"""nginx with the lines of the paper on publishing: each file of the site is sent as what it is."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from consumers.conftest import IN_AUDIT, ReadSite
from consumers.npm import absent
from project import ROOT

LINES = re.compile(r"```nginx\n(.*?)```", re.DOTALL)
CONF = """
{user} pid {home}/pid; error_log {home}/error.log; daemon off;
events {{}}
http {{
  access_log off;
  client_body_temp_path {home}/b; proxy_temp_path {home}/p; fastcgi_temp_path {home}/f; uwsgi_temp_path {home}/u; scgi_temp_path {home}/s;
  server {{ listen 127.0.0.1:{port}; root {root};
  {lines}
  }}
}}
"""
SENT = {
    "feeds/site.xml": "application/atom+xml",
    "feeds/site.json": "application/feed+json",
    "data/annotations.jsonld": "application/ld+json; charset=utf-8",
    "data/articles.csv": "text/csv; charset=utf-8",
    "data/articles.jsonl.gz": "application/gzip",
    "data/datapackage.json": "application/json; charset=utf-8",
    "ARTICLE/cite.bib": "application/x-bibtex; charset=utf-8",
    "ARTICLE/cite.ris": "application/x-research-info-systems; charset=utf-8",
}


@pytest.mark.skipif(IN_AUDIT not in os.environ, reason="`python3 tasks.py audit` runs it")
def test_nginx_sends_each_file_as_what_it_is(read_site: ReadSite, tmp_path: Path) -> None:
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    if not Path(nginx).is_file():
        absent("nginx is not installed")
    found = LINES.search((ROOT / "docs/publishing.md").read_text("utf-8"))
    assert found
    lines = found[1].replace("include mime.types", "include /etc/nginx/mime.types")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    conf = tmp_path / "nginx.conf"
    user = "" if os.geteuid() else "user root;"  # else its workers may not read pytest's folders
    text = CONF.format(user=user, home=tmp_path, port=port, root=read_site.output, lines=lines)
    conf.write_text(text, encoding="utf-8")
    with subprocess.Popen([nginx, "-c", str(conf)]) as server:
        try:
            for _ in range(50):
                with socket.socket() as tried:
                    if tried.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            article = next(each for each in read_site.articles if (each.folder / "cite.bib").is_file())
            for address, sent in SENT.items():
                given = address.replace("ARTICLE", article.address.rstrip("/"))
                with urlopen(f"http://127.0.0.1:{port}/{quote(given)}") as answer:
                    assert answer.headers["Content-Type"] == sent, address
        finally:
            server.terminate()
