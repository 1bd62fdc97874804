"""The logo and the icon: small, clean, and of a drawing nothing that runs, asks elsewhere or fills the memory."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from warraq.archive.archive import Archive
from warraq.archive.problem import WrongValueError
from warraq.archive.reading import read_archive
from warraq.archive.theme import picture
from warraq.archive.theme.picture import LARGEST, MOST_BYTES, theme_picture
from warraq.archive.theme.site_theme import SiteTheme, ThemePicture
from warraq.archive.theme.svg import MOST_ELEMENTS, NAMESPACE, rebuild
from warraq.press.cache import Cache
from warraq.press.checking import original_or_problem

LOGO = f"""<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="{NAMESPACE}" xmlns:inkscape="http://www.inkscape.org/x" viewBox="0 0 200 50" width="200" inkscape:version="1">
<defs><linearGradient id="g"><stop offset="0" stop-color="#123"/></linearGradient></defs>
<g style="fill:url(#g);stroke:none;-inkscape-font:x"><path d="M0 0h10v10z" transform="rotate(3)"/></g></svg>"""
HOSTILE = f"""<svg xmlns="{NAMESPACE}" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" onload="alert(1)">
<script>alert(1)</script><style>@import "http://evil.test"</style><foreignObject><p>x</p></foreignObject>
<image href="http://evil.test/x.png"/><use xlink:href="#a"/><a href="javascript:alert(1)"><path d="M0 0"/></a>
<path d="M0 0" fill="url(http://evil.test/#x)" stroke="URL(data:x)" style="fill:url('//evil.test/x');stroke:red"/>
<rect width="1" height="1" onclick="alert(1)" fill="expression(alert:1)"/><set attributeName="href" to="x"/></svg>"""


def png(width: int, height: int, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    made = Image.linear_gradient("L").resize((width, height)).quantize(16).convert("RGB")
    made.save(out, kind, **({"lossless": True} if kind == "WEBP" else {}))
    return out.getvalue()


def test_a_drawing_keeps_what_draws() -> None:
    made = rebuild(LOGO.encode())
    text = made.data.decode()
    assert (made.width, made.height, made.left_out) == (200, 50, ())
    for kept in ('viewBox="0 0 200 50"', 'fill="url(#g)"', 'stroke="none"', 'd="M0 0h10v10z"', 'transform="rotate(3)"'):
        assert kept in text
    assert "inkscape" not in text and "DOCTYPE" not in text and "style" not in text


def test_of_a_hostile_drawing_nothing_is_left_that_runs_or_asks_elsewhere() -> None:
    made = rebuild(HOSTILE.encode())
    text = made.data.decode().lower()
    for bad in ("script", "alert", "evil", "on", "href", "style", "use", "image", "foreign", "data:", "import", "set"):
        assert bad not in text.replace(NAMESPACE, "")
    assert {"script", "style", "foreignObject", "image", "use", "a", "onload", "onclick", "fill", "stroke"} <= set(
        made.left_out
    )
    assert 'stroke="red"' in text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<svg", "its XML is broken"),
        (b"<svg></svg>", "its XML is broken"),
        (f'<svg xmlns="{NAMESPACE}"/>'.encode(), "does not say how large it is"),
        (f'<svg xmlns="{NAMESPACE}" viewBox="0 0 0 9"/>'.encode(), "does not say how large it is"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + LOGO[21:].encode(), "declares entities"),
        (LOGO.encode() + b" " * 30_000, "larger than"),
        (f'<svg xmlns="{NAMESPACE}" viewBox="0 0 9 9">{"<g/>" * MOST_ELEMENTS}</svg>'.encode(), "too many shapes"),
        (f'<svg xmlns="{NAMESPACE}" viewBox="0 0 9 9">{"<g>" * 40}{"</g>" * 40}</svg>'.encode(), "too many shapes"),
    ],
)
def test_a_drawing_that_can_not_be_taken_says_why(data: bytes, said: str) -> None:
    with pytest.raises(WrongValueError) as error:
        rebuild(data)
    assert said in error.value.what.text("en")
    assert error.value.what.text("ar") != error.value.what.text("en") != ""
    assert error.value.todo.text("ar") != error.value.todo.text("en")


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_picture_is_made_as_small_as_it_is_shown(kind: str) -> None:
    made = theme_picture("logo", png(1200, 300, kind))
    assert (made.address, made.width, made.height) == (f"look/logo.{kind.lower()}", 160, 40)
    with Image.open(io.BytesIO(made.data)) as opened:
        assert opened.size[1] <= LARGEST["logo"][1]
    assert theme_picture("logo", png(1200, 300, kind)).data == made.data
    small = png(64, 64, kind)
    assert len(theme_picture("icon", small).data) <= len(small)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"GIF89a....", "It is neither PNG nor WebP nor SVG."),
        (b"\x89PNG\r\n\x1a\n", "The picture is damaged or cut short."),
        (b" " * 5_000_001, f"It would cost a reader more than {MOST_BYTES} bytes on every first visit."),
        (png(2000, 20), "It is much wider than high, or higher than wide."),
    ],
)
def test_a_picture_that_can_not_be_taken_says_why(data: bytes, said: str) -> None:
    with pytest.raises(WrongValueError) as error:
        theme_picture("logo", data)
    assert error.value.what.text("en") == said
    assert error.value.what.text("ar") != said


def test_noise_that_stays_large_is_refused() -> None:
    noisy = Image.merge("RGB", [Image.effect_noise((480, 96), 200) for _ in range(3)])
    noisy.save(out := io.BytesIO(), "PNG")
    with pytest.raises(WrongValueError, match="every first visit"):
        theme_picture("logo", out.getvalue())


def read(folder: Path, theme: str, **given: bytes) -> tuple[Archive, list[str]]:
    content = folder / "content"
    (content / "theme").mkdir(parents=True)
    (content / "site.yaml").write_text(f"name: أرشيف\ntheme: {theme}\n", "utf-8")
    for name, data in given.items():
        (content / "theme" / name.replace("_", ".")).write_bytes(data)
    reading = read_archive(content, original_or_problem)
    assert all(problem.text("ar") != problem.text("en") for problem in reading.problems)
    return reading.archive, [problem.text("en") for problem in reading.problems]


def test_an_archive_has_the_files_that_it_names(tmp_path: Path) -> None:
    archive, problems = read(tmp_path, "{logo: theme/logo.svg, icon: i.png}", logo_svg=LOGO.encode(), i_png=png(64, 64))
    assert problems == []
    theme = archive.site.theme
    assert theme.logo and theme.icon
    assert (theme.logo.address, theme.logo.width, theme.icon.address) == ("look/logo.svg", 160, "look/icon.png")


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        (
            "{logo: none.svg}",
            "content/site.yaml:2:9: theme.logo: There is no file content/theme/none.svg. Put it there, or take the key out.",
        ),
        (
            "{icon: ../x.png}",
            "content/site.yaml:2:9: theme.icon: “../x.png” is no file in content/theme/. Write its name: logo.svg",
        ),
        (
            "{logo: bad.svg}",
            "content/theme/bad.svg: It is neither PNG nor WebP nor SVG. Save it as one of these.",
        ),
        (
            "{logo: hostile.svg}",
            ("content/theme/hostile.svg: What a page can't take of the drawing is left out: a, fill, foreignObject, image, "
            "onclick, onload, script, set, stroke. Look at it. Turn words into paths, and write what <style> says at the shapes."),
        ),
    ],
)  # fmt: skip
def test_what_can_not_be_taken_is_told_with_its_file(tmp_path: Path, theme: str, said: str) -> None:
    _, problems = read(tmp_path, theme, bad_svg=b"x", hostile_svg=HOSTILE.encode())
    assert problems == [said]


def test_they_are_made_once_and_what_was_wrong_is_told_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tmp_path / "content"
    (content / "theme").mkdir(parents=True)
    (content / "site.yaml").write_text("name: أرشيف\ntheme: {logo: a.svg, icon: b.png}\n", "utf-8")
    (content / "theme/a.svg").write_bytes(HOSTILE.encode())
    (content / "theme/b.png").write_bytes(b"none")

    def read() -> tuple[SiteTheme, list[str]]:
        cache = Cache(tmp_path / "cache.sqlite")
        reading = read_archive(content, original_or_problem, cache)
        cache.close()
        return reading.archive.site.theme, [problem.text("en") for problem in reading.problems]

    theme, problems = read()
    assert theme.logo and theme.logo.data and theme.icon is None and len(problems) == 2
    made: list[str] = []

    def counted(what: str, data: bytes) -> ThemePicture:
        made.append(what)
        return theme_picture(what, data)

    monkeypatch.setattr(picture, "theme_picture", counted)
    assert read() == (theme, problems)
    assert made == []
    (content / "theme/b.png").write_bytes(png(64, 64))
    theme, problems = read()
    assert theme.icon and len(problems) == 1 and made == ["icon"]
