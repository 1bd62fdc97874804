"""Who may ask the local server: by the name it is asked under, and by what the browser says of the asking page."""

from __future__ import annotations

import pytest

from warraq.press.request_check import LOOPBACK_NAMES, PARTS_OF_PAGES, Gate, is_loopback

SITE, REVIEW = Gate(), Gate(opened_by_hand_only=True)


def passes(gate: Gate, method: str = "GET", address: str = "127.0.0.1", port: int = 8000, **headers: str) -> bool:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return gate.refusal(method, {"Host": "localhost:8000"} | named, (address, port)) is None


@pytest.mark.parametrize("host", ["localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_this_machine_s_own_names_are_known(host: str) -> None:
    assert passes(SITE, Host=host)
    assert passes(REVIEW, Host=host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "localhost",
        "localhost:",
        "localhost:80",
        "localhost:8001",
        "localhost:08000",
        "localhost:٨٠٠٠",
        "localhost:8000:8000",
        "localhost.:8000",
        "evil.example:8000",
        "127.0.0.1.evil.example:8000",
        "localhost.evil.example:8000",
        "evil.example:8000@localhost:8000",
        "user@localhost:8000",
        "localhost:8000, evil.example",
        "127.1:8000",
        "0.0.0.0:8000",
        "0x7f000001:8000",
        "2130706433:8000",
        "::1:8000",
        "[::1]",
        "[::1:8000",
        "[::ffff:127.0.0.1]:8000",
        "192.168.1.5:8000",
    ],
)
def test_no_other_name_or_port_is(host: str) -> None:
    assert not passes(SITE, Host=host)
    assert not passes(REVIEW, Host=host)


def test_the_port_of_the_web_is_left_out_of_a_name() -> None:
    assert passes(SITE, Host="localhost", port=80)
    assert passes(SITE, Host="[::1]", address="::1", port=80)


def test_what_listen_names_is_known_and_the_address_at_which_the_connection_came_in() -> None:
    gate = Gate(LOOPBACK_NAMES | {"desk.example"})
    assert passes(gate, Host="Desk.Example:8000")
    assert passes(gate, Host="192.168.1.5:8000", address="192.168.1.5")
    assert not passes(gate, Host="192.168.1.6:8000", address="192.168.1.5")


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://evil.example:8000",
        "null",
        "",
        "http://localhost:8001",
        "http://127.0.0.1:8000",
        "https://localhost:8000",
        "http://localhost:8000/",
        "http://localhost:8000.evil.example",
        "http://localhost",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_page_of_another_origin_gets_no_answer(origin: str, method: str) -> None:
    assert not passes(SITE, method, Origin=origin)
    assert not passes(REVIEW, method, Origin=origin)


def test_who_sends_something_says_its_origin() -> None:
    assert passes(REVIEW, "POST", Origin="http://localhost:8000")
    assert not passes(REVIEW, "POST")
    assert not passes(REVIEW, "POST", Sec_Fetch_Site="same-origin")


def answers(gate: Gate, site: str, mode: str, purpose: str, method: str = "GET") -> bool:
    own = {"Origin": "http://localhost:8000"} if method == "POST" else {}
    fetched = {"Sec_Fetch_Site": site, "Sec_Fetch_Mode": mode, "Sec_Fetch_Dest": purpose}
    return passes(gate, method, "127.0.0.1", 8000, **own, **fetched)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "strange"])
def test_another_site_may_lead_to_a_page_of_the_site_and_to_nothing_else(site: str) -> None:
    assert answers(SITE, site, "navigate", "document")
    assert not answers(REVIEW, site, "navigate", "document")
    assert not answers(SITE, site, "navigate", "document", "POST")
    for mode, purpose in (("no-cors", "image"), ("no-cors", "script"), ("cors", "empty"), ("no-cors", "document")):
        assert not answers(SITE, site, mode, purpose)


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_own_pages_and_people_are_answered(site: str) -> None:
    for purpose in ("document", "script", "style", "font", "image", "empty", "manifest"):
        assert answers(SITE, site, "navigate" if purpose == "document" else "cors", purpose)
        assert answers(REVIEW, site, "navigate" if purpose == "document" else "cors", purpose)


@pytest.mark.parametrize("purpose", ["prefetch", "prefetch;prerender", "Prefetch"])
def test_what_a_page_has_loaded_in_advance_nobody_opened(purpose: str) -> None:
    """Chromium's shell says of a page that another site prerenders that no site asked."""
    assert not passes(REVIEW, Sec_Fetch_Site="none", Sec_Purpose=purpose)
    assert passes(SITE, Sec_Fetch_Site="none", Sec_Purpose=purpose)


@pytest.mark.parametrize("purpose", sorted(PARTS_OF_PAGES))
@pytest.mark.parametrize("site", ["same-origin", "none", "cross-site"])
def test_nothing_is_shown_within_another_page(site: str, purpose: str) -> None:
    assert not answers(SITE, site, "navigate", purpose)
    assert not answers(REVIEW, site, "navigate", purpose)


def test_only_a_loopback_address_is_this_machine_s_own() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.8.8.8", "::1")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "192.168.1.5", "fe80::1%eth0", "x")))
