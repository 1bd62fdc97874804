"""
The licence under which an archive gives its own work: notes, descriptions, names, the record of each repair.

It is never a licence of the texts, whose rights remain with their sources. The usual ones are known by their SPDX names; any other by its address.
"""

from __future__ import annotations

from warraq.language import listed, message

from .problem import WrongValueError

CREATIVE_COMMONS = "https://creativecommons.org/"
LICENSES = {
    "CC0-1.0": f"{CREATIVE_COMMONS}publicdomain/zero/1.0/",
    **{
        f"CC-{name}-4.0": f"{CREATIVE_COMMONS}licenses/{name.lower()}/4.0/"
        for name in ("BY", "BY-SA", "BY-ND", "BY-NC", "BY-NC-SA", "BY-NC-ND")
    },
    "ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
}


def parse_license(value: str) -> str:
    """Check a licence; a WrongValueError says what may be written."""
    if value in LICENSES or value.startswith(("https://", "http://")):
        return value
    raise WrongValueError(
        message("“{value}” is no licence that is known here.", value=value),
        message("Write its address, or one of: {allowed}.", allowed=listed(LICENSES)),
    )


def license_address(stated: str) -> str:
    """Give the address of a licence."""
    return LICENSES.get(stated, stated)
