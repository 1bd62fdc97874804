"""
How much of a text its source lets one publish: all, an excerpt, or its metadata only.

People write it in their own words, and a misunderstanding here would publish a text against its owner's will. So the three are
known in Arabic too, a licence or a permission is known by its name, and all other words publish nothing of the text, with a warning.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from warraq.arabic.folding import fold
from warraq.language import Message, message

from .problem import WrongValueError

FULL = re.compile(r"full|كاملا?", re.IGNORECASE)
EXCERPT = re.compile(r"(?:excerpt|مقتطف)\s+(\d{1,6})(?:\s+(?:words?|كلمات|كلمة))?", re.IGNORECASE)
METADATA = re.compile(r"metadata(?:\s+only)?|(?:ال)?بيانات(?:\s+(?:فقط|وحدها))?", re.IGNORECASE)
WORDS = ("full", "excerpt", "metadata", "كامل", "مقتطف", "بيانات")
NONE = frozenset(
    re.findall(
        r"\S+",
        """
        none no not nothing never nil null false n/a forbidden prohibited denied private confidential restricted secret
        closed reserved unknown لا بلا بدون ليس ممنوع ممنوعة محظور محظورة محجوب خاص خاصة سري سرية مغلق محفوظ محفوظة مجهول
        """,
    )
)
"""First words of a refusal, or of a value that says nothing; none of them begins a licence's name."""
RESERVED = re.compile(r"\brights\s+reserved\b|الحقوق\s+محفوظ", re.IGNORECASE)
LICENCE = r"""
    (?:cc0\b | cc[ -]zero\b | cc[ -](?:by|pdm?|sampling)\b | creative\s+commons\b | attribution\b
    | odbl\b | odc[ -](?:by|odbl|pddl)\b | open\s+data\s+commons\b | pddl\b | ogl\b | gfdl\b | fal\b | etalab\b | nlod\b
    | dl-de\b | (?:a|l)?gpl\b | mit\b | apache\b | bsd\b | eupl\b | cdla\b | unlicense\b | wtfpl\b | licen[cs]e\s+ouverte\b
    | (?:the\s+)?(?:open|free|public|gnu)\s[\w\s]{0,40}licen[cs]e\b | (?:licen[cs]ed\s+)?under\s+(?:an?\s+|the\s+)?(?:open|free|cc)\b
    | (?:in\s+the\s+)?public\s+domain\b | pdm?\b
    | https?://(?:www\.)?(?:creativecommons\.org/(?:licenses|publicdomain)/|opendatacommons\.org/licenses/
      |spdx\.org/licenses/|opensource\.org/licen[cs]es?/|gnu\.org/licenses/|artlibre\.org/
      |nationalarchives\.gov\.uk/doc/open-government-licence)
    | (?:رخصه\s+|ترخيص\s+|برخصه\s+|بموجب\s+)*(?:ال)?مشاع\s+(?:ال)?ابداعي | (?:رخصه|ترخيص)\s+(?:حره|حر|مفتوحه|مفتوح|جنو)\b
    | (?:من\s+|في\s+)?(?:ال)?(?:ملك(?:يه)?|مجال|نطاق)\s+(?:ال)?عامه?\b
    | (?:©[^؟?]*?|)\b(?:(?:re)?(?:published|printed|produced|used)\s+)?(?:by|with)\s+(?:kind\s+)?(?:permission|attribution)\b
    | (?:©[^؟?]*?|)\b(?:(?:ي?نشر|ي?نقل|منشور|منقول|يعاد\s+نشره|اعاده\s+النشر)\s+)?(?:باذن|مع\s+ذكر\s+المصدر|بشرط\s+ذكر\s+المصدر)\b
    )
    """
"""Beginnings of what allows to publish all, folded: licences by their names, identifiers and addresses, and permissions."""
TERMS_OF_LICENCES = (
    r"no\s*-?\s*deriv\w*|non\s*-?\s*commercial|غير\s+(?:ال)?تجاري|(?:لا|بلا|بدون|دون|منع)\s+(?:ال)?(?:اشتقاق\w*|مشتقات)"
)
"""What licences forbid although they allow to publish."""
DOUBT = r"""
    [?؟] | \b(?: no | not | non | never | none | without | dont | don.t | cannot | can.t | forbid\w* | prohibit\w* | denied | refus\w*
    | revok\w* | withdrawn | expir\w* | embargo\w* | paywall\w* | subscri\w* | only | until | till | after | before | pending
    | unless | except | excluding | requir\w* | needs? | request\w* | ask | reserved | restrict\w* | private | confidential | internal
    | unknown | unclear | disputed | tbd | todo | excerpts? | extracts? | metadata | headlines? | titles? | summar\w* | first | words?
    | لا | ليس\w* | بلا | بدون | دون | ممنوع\w* | [تي]منع | محظور\w* | [تي]حظر | فقط | وحد\w+ | الا | سوي | حتي | بعد | قبل | غير
    | منتهي\w* | انته\w+ | بانتظار | قيد | يلزم | [يت]شترط | [يت]تطلب | محجوب\w* | محفوظ\w* | سري\w* | خاص | خاصه | مرفوض\w* | ملغ\w+
    | عنوان | العنوان | مقتطف\w* | ملخص | بيانات | كلم(?:ه|ات) )\b
    """
"""Words that a refusal, a condition or a part is written with: what holds one is no plain permission."""
HOW_MUCH = message("Write metadata (nothing of the text), excerpt 50 (its first 50 words), or full.")


def parse_rights(value: str) -> str:
    """Give `full`, `excerpt N` or `metadata` for what was written so in English or Arabic; other words as they are."""
    if FULL.fullmatch(value):
        return "full"
    if METADATA.fullmatch(value):
        return "metadata"
    if match := EXCERPT.fullmatch(value):
        return f"excerpt {int(match[1])}"
    first = value.split(maxsplit=1)[0].casefold().strip(":,.،؛!-")
    if first in NONE or RESERVED.search(value):
        raise WrongValueError(
            message("“{value}” does not say how much of the text may be published.", value=value), HOW_MUCH
        )
    from rapidfuzz.process import extractOne  # most archives state rights in words that are known

    if extractOne(first, WORDS, score_cutoff=70):  # a slip would publish everything
        raise WrongValueError(
            message("“{value}” says nothing about rights.", value=value),
            message("Write full, excerpt 50 (words), or metadata."),
        )
    return value


def words_allowed(rights: str | None) -> int | None:
    """Count the words of a text below its title that rights allow to publish; None where they allow all, or where none are stated."""
    stated = (rights or "").strip()
    if not stated or FULL.fullmatch(stated) or _is_permission(stated):
        return None
    match = EXCERPT.fullmatch(stated)
    return int(match[1]) if match else 0


def stricter(one: str, other: str) -> str:
    """Give the rights that allow less."""
    return min(one, other, key=lambda rights: (words_allowed(rights) is None, words_allowed(rights) or 0))


def not_understood(rights: str | None) -> tuple[Message, Message] | None:
    """Explain that nothing of a text is published where its rights are neither one of ours nor a known licence."""
    if not rights or METADATA.fullmatch(rights) or words_allowed(rights) != 0 or EXCERPT.fullmatch(rights):
        return None
    return (
        message(
            "“{value}” is neither full, excerpt nor metadata, and no licence known here: nothing of the text is published.",
            value=rights,
        ),
        message(
            "If all of it may be published, write full, or begin with the licence's name (CC BY 4.0); if not, write metadata, or excerpt 50 (words)."
        ),
    )


def _is_permission(stated: str) -> bool:
    plain = " ".join(fold(unicodedata.normalize("NFKC", stated)).split())
    return bool(_compiled(LICENCE).match(plain)) and not _compiled(DOUBT).search(
        _compiled(TERMS_OF_LICENCES).sub(" ", plain)
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first asked for: most archives state rights in words of ours, or none."""
    return re.compile(pattern, re.VERBOSE)
