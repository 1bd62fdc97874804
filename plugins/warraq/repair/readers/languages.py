"""
The letters and the commonest words of languages, by which a wrong code page is told from the right one.

In the wrong code page a text still is made of letters, but not of its language's: windows-1254 read as windows-1252 has the ý and þ
of Iceland in Turkish words (`fuarý`). So what counts is that a language's own words and its own letters come together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """One language, as far as it tells code pages apart."""

    letters: frozenset[str]
    """Beyond ASCII, in small letters."""
    words: frozenset[str]
    """The commonest ones."""


def _language(letters: str, words: str) -> Language:
    return Language(frozenset(letters), frozenset(words.split()))


WEST = "àáâãäåæçèéêëìíîïñòóôõöøœùúûüÿß"
RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюяё"
LATIN = (
    _language(WEST.replace("ß", ""), "the of and to in is that for on was with as by from at it he be are this"),
    _language(
        "àâæçèéêëîïôœùûüÿ", "le la les de des du un une et est en que qui dans pour sur au aux par pas plus avec ce"
    ),
    _language(
        "äöüßéèà", "der die das und ist in den von zu mit sich auf für dem ein eine nicht auch als bei wird nach"
    ),
    _language("áéíóúüñ", "el la los las de del y en que un una por con para se su al es como más no fue ha"),
    _language("áàâãéêíóôõúüç", "o a os as de do da dos das e em que um uma para com por não no na se mais ao foi é"),
    _language("àèéìíîòóùú", "il la le di che e un una per con in del della non è gli dei nel alla sono più si da"),
    _language("éëèïöüáóçê", "de het een en van in is dat op te zijn met voor niet aan door ook bij als er"),
    _language(
        "åäöéæøüàè", "och att det en som är på av för den med till inte har om ett er til af ikke på det som han de"
    ),
    _language("äöåéšž", "ja on ei että se oli myös hän ovat kun mutta sen tai joka"),
    _language("áéíóúýþðæö", "og að í á sem er það við um til en ekki hann var með fyrir"),
    _language(
        "çğıöşüâîû\N{COMBINING DOT ABOVE}",
        "ve bir bu için ile de da olarak çok daha olan sonra kadar gibi ama ise dün bugün yeni son her en ne iki oldu",
    ),
    _language("ąćęłńóśźżé", "i w na z do się nie to że jest o od za po przez oraz jak ale dla roku"),
    _language("áäčďéěíĺľňóôŕřšťúůýž", "a v na se je že s z do o k i ale jako za po pro které si sa ako pre byl od"),
    _language("áéíóöőúüű", "a az és hogy nem is egy meg van volt csak ez de már még el ki"),
    _language("ăâîşţșț", "şi în de la a cu pe din că un o este nu pentru sau care mai al ale s-a"),
    _language("čćđšž", "i u na je se da za od su što ne koji s kao in v ki za so pri tudi po"),
    _language("ąčęėįšųūž", "ir kad yra su į iš bet kaip tai buvo apie metų"),
    _language("āčēģīķļņšūž", "un ir no ar par uz kas tas bet gada lai kā"),
    _language("äõöüšž", "ja on ei et see oli ka ning aga kui mis ta oma"),
    _language("çëâ", "të e në dhe për me një që nga si ka se është"),
)
CYRILLIC = (
    _language(RUSSIAN, "и в не на что с по как это к от за из о для но он а его был года было что"),
    _language("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "і в не на що з до та як це за від про для у а його було року"),
    _language("абвгдежзийклмнопрстуфхцчшщъьюяѝ", "и на в се да за от с е по не че като са ще към до при"),
    _language("абвгдђежзијклљмнњопрстћуфхцчџшѓѕќ", "и у је на се да за од су не који са што во од ќе со ги"),
    _language("абвгдеёжзійклмнопрстуўфхцчшыьэюя", "і ў на не што з да як у па для яго быў"),
)
GREEK = (
    _language(
        "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", "και το η της του στο για με από την οι ο να τα που είναι των στην τον"
    ),
)
HEBREW = (_language("אבגדהוזחטיךכלםמןנסעףפץצקרשת", "של את על לא הוא עם כי גם זה אל היא כל או אם יותר בין אחרי"),)
ARABIC_WORDS = re.compile(
    r"في|من|على|إلى|الى|عن|أن|ان|التي|الذي|هذا|هذه|كما|قال|بعد|بين|كان|و?ال\w{2,}"
    r"|[کك]ه|از|به|را|ا[یي]ن|است|با|برا[یي]|در|اور|[کك]ے|م[یي]ں|ہے|[کك][یي]|[کك]ا|سے|نے"
)
"""With every word that has the article, Persian and Urdu, also as windows-1256 writes them."""

CHINESE = re.compile(
    "[的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於年过過发發后後作里裡"
    "用道行所家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心本前开開但因只从從日"
    "者意无無力与與长長机機十民第公此已工使明性知全三又关關点點业業外将將两兩高间間由最重并並新市区區政府記记員员月]"
)
JAPANESE = re.compile("[のにをはがとでたしてるいなれもかられまりす]")
KANA = re.compile("[\u3041-\u3096\u30a1-\u30fc]")
KOREAN = re.compile("[이다는을의에가은로를하고한지도서기과사대으시인]")
HANGUL = re.compile("[\uac00-\ud7a3]")
HAN = re.compile("[\u4e00-\u9fff]")
THAI = re.compile("ที่|การ|ของ|และ|ใน|ไม่|เป็น|ได้|ว่า|ให้|จาก|มี")
THAI_LETTER = re.compile("[\u0e01-\u0e4e]")
