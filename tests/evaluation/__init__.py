"""Evaluations of a few cases."""
