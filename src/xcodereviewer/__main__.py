"""`python -m xcodereviewer` is `xcr`."""

import sys

if __name__ == "__main__":
    if not sys.flags.safe_path:
        del sys.path[0]  # the current folder, which may be the code under review: nothing of it is imported
    from xcodereviewer.cli.main import main

    main()
