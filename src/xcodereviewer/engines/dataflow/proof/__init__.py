"""Proofs: a finding's path derived again from the source alone, without the interpreter that found it."""
