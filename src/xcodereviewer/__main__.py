"""`python -m xcodereviewer` is `xcr`."""

from xcodereviewer.cli.main import main

if __name__ == "__main__":
    main()
