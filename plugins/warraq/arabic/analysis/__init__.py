"""What an Arabic word is searched under: said once in `description.py`, followed by `analysis.py` here and `analysis.js` in the browser."""

from .analysis import Analysed, Analysis
from .description import Description
from .learning import Learner, Seen, learn, stems_seen, whole_stems
from .listed import description
from .names_alike import is_name, likest, names_alike, spelling_key
from .verbs_seen import NO_VERBS, Verbs, is_verb, pasts_of, stems_touched, verbs_seen

__all__ = [
    "NO_VERBS",
    "Analysed",
    "Analysis",
    "Description",
    "Learner",
    "Seen",
    "Verbs",
    "description",
    "is_name",
    "is_verb",
    "learn",
    "likest",
    "names_alike",
    "pasts_of",
    "spelling_key",
    "stems_seen",
    "stems_touched",
    "verbs_seen",
    "whole_stems",
]
