"""What an Arabic word is searched under: said once in `description.py`, followed by `analysis.py` here and `analysis.js` in the browser."""

from .analysis import Analysed, Analysis
from .description import Description
from .learning import learn
from .listed import description
from .names_alike import names_alike
from .verbs_seen import verbs_seen

__all__ = ["Analysed", "Analysis", "Description", "description", "learn", "names_alike", "verbs_seen"]
