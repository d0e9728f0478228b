"""XCodeReviewer reviews and audits source code."""

__all__ = ["__version__"]

__version__ = "0.1.0"
