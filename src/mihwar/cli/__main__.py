"""``python -m mihwar.cli`` is ``mihwar``."""

import sys

from mihwar.cli import main

if __name__ == "__main__":
    sys.exit(main())
