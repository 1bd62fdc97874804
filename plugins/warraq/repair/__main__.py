"""`python -m warraq.repair`: see `warraq.repair.command`."""

import sys

from .command import main

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:], sys.stdin.buffer, sys.stdout.buffer))
    except BrokenPipeError:  # stdout was closed early
        sys.stderr.close()
        sys.exit(1)
