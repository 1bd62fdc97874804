"""`warraq corpus IN… OUT`: see `options.py`. Where a package lacks that it needs, that is all it says."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from warraq.missing import MissingPackageError, needed


def main(words: Sequence[str]) -> int:
    """Repair a corpus; see `command.main`."""
    try:
        with needed("corpus", "warraq corpus"):
            from . import command

            return command.main(words)
    except MissingPackageError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
