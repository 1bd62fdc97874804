"""
The faces of the archive's pages, made from the npm packages that are pinned here.

A page may cost a reader 100 KB, and a whole Arabic face alone costs 90. So each face is cut to the letters that pages use:
a core for Arabic, Persian and Urdu news, which every page loads, and a rest (Kurdish, Pashto, Qur'anic marks, Latin letters with accents)
that a browser fetches only where a page has such a letter (`unicode-range`). Run as `python theme/fonts.py`; it needs npm,
fonttools and brotli, and writes `static/fonts/` with the licences and `SHA256SUMS`.
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from whole_letters import begin_marks_earlier, part_lam_alef, part_words

FONTS = Path(__file__).parent / "static" / "fonts"
WEIGHTS = (400, 700)


def span(text: str) -> frozenset[int]:
    """Read `0621-063A 0640` as a set of code points."""
    points: set[int] = set()
    for part in text.split():
        first, _, last = part.partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)


ARABIC = span(
    "0020 060C 061B 061F 0621-063A 0640-0655 0660-066D 0670 0671 0679 067E 0686 0688 0691 0698 06A4 06A9 06AF 06BA 06BE"
    " 06C0-06C3 06CC 06D2-06D5 06F0-06F9 200C 200D"
)
"""
Arabic, Persian and Urdu news: letters, vowel marks, both sets of digits, punctuation, the joiners. Urdu's nine letters cost 2 KB
here; in a face of their own they would cost 34 on every list with one Urdu title, and part words between two faces.
"""
LATIN = span("0020-007E 00A0 00A9 00AB 00B6 00B7 00BB 00D7 00E9 2010-2015 2018-201A 201C-201E 2022 2026 2039 203A 20AC")
"""ASCII, and the quotation marks, dashes and signs of Arabic typesetting; the fonts' `arabic` files hold none of them."""
ARABIC_REST = span("0600-06FF 0750-077F") - ARABIC
ARABIC_SIGNS = span("FD3E FD3F FDF2 FDFA-FDFC")
"""The ornate brackets of the Qur'an, and the words that have a sign of their own: ﷲ ﷺ ﷻ ﷼."""
ARABIC_FORMS = span("FE70-FEFC")
"""Letters in the shape of their place, as old files hold them: pages show them as what stood in an original."""
LATIN_REST = span("00A1-024F 02BB 1E00-1EFF 2020 2021 2030 2032 2033 2122 2212 FFFD") - LATIN
HEBREW = span("0020 0591-05F4 20AA FB1D-FB4F")
CYRILLIC = span("0400-045F 0490 0491 04B0 04B1 2116")
"""Names in Russian and its neighbours, on the pages of concepts."""
RAISED = span("2070 2074-207F 2080-208E")
"""Digits and signs above and below the line, beside ¹²³: powers, units, formulas. Vazirmatn's Latin letters are Roboto's, and so are these."""

FEATURES = ["ccmp", "init", "medi", "fina", "isol", "rlig", "liga", "calt", "mark", "mkmk", "kern", "locl", "tnum"]


@dataclass(frozen=True, slots=True)
class Package:
    """One package of npm, at one version, with the checksum of its archive."""

    name: str
    version: str
    sha256: str

    def files(self, folder: Path) -> dict[str, bytes]:
        """Fetch the archive with npm; a wrong checksum ends the run."""
        done = subprocess.run(
            ["npm", "pack", "--silent", f"{self.name}@{self.version}"],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
        archive = (folder / done.stdout.split()[-1]).read_bytes()
        found = hashlib.sha256(archive).hexdigest()
        if found != self.sha256:
            sys.exit(
                f"{self.name}@{self.version} has the checksum {found}, not {self.sha256}: find out why before using it."
            )
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            opened = {member.name: tar.extractfile(member) for member in tar.getmembers() if member.isfile()}
            return {name.removeprefix("package/"): stream.read() for name, stream in opened.items() if stream}


NASKH = Package(
    "@fontsource-variable/noto-naskh-arabic",
    "5.3.0",
    "f70a9e7e17937ea8d6913ec98dfd970604a202a079ac2ec7246c065a12b5e58e",
)
VAZIRMATN = Package(
    "@fontsource-variable/vazirmatn", "5.3.0", "94e5cbe1a433f86c79617ad462aa64d9bff8fd145b07b247dc747b8069aa3722"
)
HEBREW_SERIF = Package(
    "@fontsource-variable/noto-serif-hebrew",
    "5.3.0",
    "d7564e0e5b9592bf28ecb20dc49d5b717d1f071026b3d083d75bf6f875a387a5",
)
CYRILLIC_SANS = Package(
    "@fontsource-variable/noto-sans", "5.3.0", "2cd97f3573b6e8ceaaa54ddf5df3f8e64d89a5bb31954013700d36a7ec01dcd6"
)
ROBOTO = Package(
    "@fontsource-variable/roboto", "5.3.0", "03510ae8a8159543ebef8d35280cf6821099ef3f61d31858458ac8bf1a8e983e"
)

FACES: tuple[tuple[str, Package, str, frozenset[int]], ...] = (
    ("naskh-arabic", NASKH, "noto-naskh-arabic-arabic", ARABIC),
    ("naskh-latin", NASKH, "noto-naskh-arabic-latin", LATIN),
    ("naskh-arabic-rest", NASKH, "noto-naskh-arabic-arabic", ARABIC_REST),
    ("naskh-arabic-signs", NASKH, "noto-naskh-arabic-arabic", ARABIC_SIGNS),
    ("naskh-arabic-forms", NASKH, "noto-naskh-arabic-arabic", ARABIC_FORMS),
    ("naskh-latin-rest", NASKH, "noto-naskh-arabic-latin noto-naskh-arabic-latin-ext", LATIN_REST),
    ("vazirmatn-arabic", VAZIRMATN, "vazirmatn-arabic", ARABIC),
    ("vazirmatn-latin", VAZIRMATN, "vazirmatn-latin", LATIN),
    ("vazirmatn-arabic-rest", VAZIRMATN, "vazirmatn-arabic", ARABIC_REST),
    ("vazirmatn-latin-rest", VAZIRMATN, "vazirmatn-latin vazirmatn-latin-ext", LATIN_REST),
    ("hebrew", HEBREW_SERIF, "noto-serif-hebrew-hebrew", HEBREW),
    ("cyrillic", CYRILLIC_SANS, "noto-sans-cyrillic", CYRILLIC),
    ("raised", ROBOTO, "roboto-math", RAISED),
)
"""Name, package, the package's file, letters. The first two of each family are the core (≤ 80 KB together)."""


PRINTED = "vazirmatn-arabic"
"""The face in which Arabic is printed (`whole_letters.py`)."""


def cut(data: bytes, letters: frozenset[int], *, printed: bool = False) -> bytes:
    """Cut a face to some letters and to the weights in use; the same bytes for the same face."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 13, 14]
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    if (font["fvar"].axes[0].minValue, font["fvar"].axes[0].maxValue) != WEIGHTS:
        axes = {axis.axisTag: WEIGHTS if axis.axisTag == "wght" else None for axis in font["fvar"].axes}
        font = instantiateVariableFont(font, axes)
    if printed:
        part_lam_alef(font)
        part_words(font)
        begin_marks_earlier(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def main() -> None:
    """Make all faces, with licences and checksums."""
    FONTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        packages = {package: package.files(Path(folder)) for package in dict.fromkeys(face[1] for face in FACES)}
    for name, package, sources, letters in FACES:
        for number, source in enumerate(sources.split()):
            path = FONTS / f"{name}{number or ''}.woff2"
            data = packages[package][f"files/{source}-wght-normal.woff2"]
            path.write_bytes(cut(data, letters, printed=name == PRINTED))
            print(f"{path.stat().st_size:>7,}  {path.name}")
    for name, package in (
        ("noto-naskh-arabic", NASKH),
        ("vazirmatn", VAZIRMATN),
        ("noto-serif-hebrew", HEBREW_SERIF),
        ("noto-sans", CYRILLIC_SANS),
        ("roboto", ROBOTO),
    ):
        (FONTS / f"OFL-{name}.txt").write_bytes(packages[package]["LICENSE"])
    sums = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n" for p in sorted(FONTS.glob("*.woff2"))]
    (FONTS / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


if __name__ == "__main__":
    main()
