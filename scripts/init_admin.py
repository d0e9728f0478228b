"""Makes an administrator of the service: a thin door to `xcr admin create`, with the same arguments."""

import sys

from xcodereviewer.cli.main import main

if __name__ == "__main__":
    sys.argv[1:1] = ["admin", "create"]
    main()
