"""
Former addresses as lists of redirects, for hosts that read such a list.

A page can't answer an address with a query (`/?p=123`), nor one that ends as a program does (`.php`): the host has to. Netlify and
Cloudflare Pages read `_redirects` at the root of the site (Cloudflare leaves out the lines with a query), nginx includes a file of its
own. GitHub Pages reads none of them, GitLab Pages the paths of `_redirects` alone; `docs/hosts.md` says what each host does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlsplit

from warraq.archive.former_addresses import encoded

from . import addresses
from .page import File

FOR_HOSTS = "_redirects"
FOR_NGINX = "redirects.nginx.conf"
PERMANENT = 301
NGINX = """\
# Include it where `http {{` stands, and write into `server {{`:
#   if ($moved_to) {{ return 301 $moved_to; }}
map_hash_bucket_size 1024;
map_hash_max_size 65536;
map "$uri?$args" $moved_with_query {{
default "";
{with_query}}}
map $uri $moved_to {{
default $moved_with_query;
{by_path}}}
"""
IN_QUOTES = str.maketrans({"\\": "\\\\", '"': '\\"'})


def redirect_rules(moved: Mapping[str, str], site_url: str) -> Iterator[File]:
    """Yield the lists, of former addresses each with the slug of its article; none where there are no such addresses."""
    if not moved:
        return
    root = quote(urlsplit(site_url).path.rstrip("/"), safe="/%")
    targets = {address: f"{root}/{quote(addresses.article(slug))}" for address, slug in sorted(moved.items())}
    lines = (_of_netlify(address, target) for address, target in targets.items())
    yield File(FOR_HOSTS, "".join(lines).encode())
    by_path = "".join(_of_nginx(path, to) for a, to in targets.items() if "?" not in a for path in _forms(a, targets))
    with_query = "".join(_of_nginx(address, to) for address, to in targets.items() if "?" in address)
    yield File(FOR_NGINX, NGINX.format(by_path=by_path, with_query=with_query).encode())


def _of_netlify(address: str, target: str) -> str:
    path, _, query = encoded(address).partition("?")
    asked = "".join(f" {each}" for each in query.split("&") if each)
    return f"{path}{asked} {target} {PERMANENT}\n"


def _forms(address: str, others: Mapping[str, str]) -> Iterator[str]:
    """Yield a path as it is, and with its last slash or without it, as the former host will have answered too."""
    yield address
    other = address.rstrip("/") if address.endswith("/") else f"{address}/"
    if other not in others and "." not in address.rpartition("/")[2]:
        yield other


def _of_nginx(address: str, target: str) -> str:
    return f'"{address.translate(IN_QUOTES)}" "{target}";\n'
