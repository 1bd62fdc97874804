"""
Throwing an article out of the archive, so that it stays out, and taking it back.

Its original stays where it is, or may be deleted; `content/rejected.yaml` has its hash, which import, intake and build obey. The
article, its record and its pictures are set aside in `.warraq/`, from where `undo()` puts them back as they were.
"""

from .rejecting import Rejecting, reject
from .undoing import Undoing, undo

__all__ = ["Rejecting", "Undoing", "reject", "undo"]
