"""
What was done to articles, step by step, so that a step can be taken back as a whole: at once, or by one command next week.

A step is one key in `review`, or one command that changes many articles. Git keeps what was committed; a step is what happened between.
"""

from .journal import Journal, OpenStep
from .step import Changed, Step
from .taking_back import Show, TakenBack, former, take_back
from .whole_step import FileChange, finish_half_step, write_whole_step

__all__ = [
    "Changed",
    "FileChange",
    "Journal",
    "OpenStep",
    "Show",
    "Step",
    "TakenBack",
    "finish_half_step",
    "former",
    "take_back",
    "write_whole_step",
]
