"""The comments of source text, and what they say to a reviewer."""

from xcodereviewer.triage.lexer import Comment, find_comments, without_comments
from xcodereviewer.triage.markers import FOREIGN_MARKERS, Marker, find_markers

__all__ = ["FOREIGN_MARKERS", "Comment", "Marker", "find_comments", "find_markers", "without_comments"]
