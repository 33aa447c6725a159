"""The program's door."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; returns the exit status."""
    from maillint.cli import plain

    request = plain.parse(sys.argv[1:])
    if request is None:
        sys.exit("maillint: only the plain form works so far")
    from maillint.cli.lint import run

    return run(request)


if __name__ == "__main__":
    sys.exit(main())
