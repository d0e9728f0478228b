"""The road of one review."""
