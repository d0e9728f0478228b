"""Frozen values that travel along the road of a review; standard library only."""
