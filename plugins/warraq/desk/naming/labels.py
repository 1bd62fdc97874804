"""What the sorts of concepts are called."""

from __future__ import annotations

from warraq.archive.concept import Scheme
from warraq.language import message

SORTS = {
    Scheme.PERSON: message("person"),
    Scheme.PLACE: message("place"),
    Scheme.ORGANISATION: message("organisation"),
    Scheme.EVENT: message("event"),
    Scheme.TOPIC: message("topic"),
}
