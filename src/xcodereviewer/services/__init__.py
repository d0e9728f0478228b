"""Use cases: who may do what, within the transaction that the door owns."""
