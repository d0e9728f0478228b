"""The errors that a user can meet: one root, five kinds, and a message that says what to do."""

__all__ = ["Conflict", "Denied", "InputError", "NotFound", "Unavailable", "XCodeReviewerError"]


class XCodeReviewerError(Exception):
    """Something that the person who asked can act on; the message is one or two plain sentences."""


class InputError(XCodeReviewerError):
    """What was given is not right."""


class NotFound(XCodeReviewerError):
    """What was asked for does not exist."""


class Conflict(XCodeReviewerError):
    """What was asked for clashes with what is there."""


class Denied(XCodeReviewerError):
    """Not allowed."""


class Unavailable(XCodeReviewerError):
    """Something that is needed is missing or does not answer."""
