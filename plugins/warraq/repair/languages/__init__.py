"""
The languages that rules of repair tell apart, and what each of them writes in its own way.

Arabic is the first; Persian, Urdu and Hebrew have a file each: their stops, names of letters, words said twice, and the words of the
lines around an article. All that is written in other scripts is `OTHER`: there no rule knows words.
"""

from __future__ import annotations

from collections.abc import Collection

from ..late import late

ARABIC, PERSIAN, URDU, HEBREW = "ar", "fa", "ur", "he"
OTHER = "und"
"""ISO 639 for «undetermined»: any language of another script."""
LANGUAGES = (ARABIC, PERSIAN, URDU, HEBREW, OTHER)
HEBREW_LETTER = "\u05d0-\u05ea\u05ef-\u05f2"
HEBREW_MARK = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
"""Points and accents, which stand on the letter before them."""
SAMPLE = 4_000
"""Code points that are looked at."""
MOST_SIGNS = 20
"""Lines without a letter before the first words."""
NOT_ARABIC = frozenset("پچژگکیےہںٹڈڑھ" + "".join(chr(c) for c in range(0x05D0, 0x05EB)))
"""Letters of which a Persian, an Urdu or a Hebrew text has some."""
WORDS = {
    ARABIC: "في من على إلى الى عن التي الذي هذا هذه أن أنّ إن وقال كما",
    PERSIAN: "که كه از به را این اين است با برای براي در آن شد می مي ها هاي های خود وی کرد كرد یک یك شده بود اند گفت هم تا",
    URDU: "کے کی میں ہے ہیں اور سے کو نے کا پر یہ گیا تھا تھی تھے کہا نہیں لیے لئے ہو بھی اس",
}
"""The commonest words; in a text whose letters fit."""
LANGUAGE_OF = {word: language for language, words in WORDS.items() for word in words.split()}
LEADING = late(r"\w*")
ARABIC_LETTERS, HEBREW_LETTERS, LATIN_LETTERS = "انرو", "יוהל", "aeino"
"""The commonest letters of each script, about a third of any text: counting them is counting it, and is quick."""
CYRILLIC_LETTERS = "\u043e\u0435\u0430\u0438\u043d"


TELLING = NOT_ARABIC | {"e", "a", CYRILLIC_LETTERS[0]}
"""Characters that tell an Arabic text from others."""


def language_for_rules(text: str, alphabet: Collection[str] | None = None) -> str:
    """
    Tell the language that rules are chosen by; Arabic where a text is mixed, or nothing is known of it.

    `alphabet`: characters among which all of the text's are, where they are known already: an Arabic text is told by them alone.
    """
    if alphabet is not None and is_only_arabic(alphabet):
        return ARABIC
    others = _has_other_letters(text, alphabet)
    if not others and not ("e" in text and "a" in text) and CYRILLIC_LETTERS[0] not in text:
        return ARABIC
    sample = _sample(text)
    arabic = _count(sample, ARABIC_LETTERS)
    foreign = max(_count(sample, LATIN_LETTERS), _count(sample, CYRILLIC_LETTERS))
    hebrew = _count(sample, HEBREW_LETTERS) if others else 0
    if foreign > 6 * (arabic + hebrew):
        return OTHER
    if hebrew > 4 * arabic and 2 * hebrew > foreign:
        return HEBREW
    return _of_arabic_script(sample) if others and 2 * arabic > foreign and arabic > 4 * hebrew else ARABIC


def is_only_arabic(alphabet: Collection[str]) -> bool:
    """Say whether characters are those of Arabic, and too few others for words."""
    return (
        NOT_ARABIC.isdisjoint(alphabet)
        and ("e" not in alphabet or "a" not in alphabet)
        and CYRILLIC_LETTERS[0] not in alphabet
    )


def _sample(text: str) -> str:
    """Give the beginning, without a title that was made of the first words: it says nothing new."""
    first, _, rest = text[:SAMPLE].partition("\n")
    lines = (line for line in rest.split("\n", MOST_SIGNS) if any(c.isalpha() for c in line))  # signs give no title
    return rest if first in next(lines, "") else text[:SAMPLE]


def _count(sample: str, letters: str) -> int:
    return sum(map(sample.count, letters))


def _has_other_letters(text: str, alphabet: Collection[str] | None = None) -> bool:
    """Say whether a text has letters that are not Arabic; `alphabet`: as for `language_for_rules`."""
    return any(letter in text for letter in (NOT_ARABIC if alphabet is None else NOT_ARABIC.intersection(alphabet)))


def _of_arabic_script(sample: str) -> str:
    """Tell Arabic, Persian and Urdu apart by their little words, where one language has most of them."""
    if not _has_other_letters(sample):
        return ARABIC
    counted = dict.fromkeys(WORDS, 0)
    for token in sample.split():
        word = token if token.isalnum() else LEADING.match(token)[0]  # type: ignore[index]  # it matches always
        language = LANGUAGE_OF.get(word)
        if language and (language is not ARABIC or word == token):
            counted[language] += 1
        elif token in LANGUAGE_OF:
            counted[ARABIC] += 1  # one that ends in a mark
    words = sorted((count, language) for language, count in counted.items())
    (second, _), (first, language) = words[-2:]
    return language if first > 2 * second else ARABIC
