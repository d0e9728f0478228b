"""Scores a review against a corpus that somebody labelled: pure functions on values."""
