"""Durable jobs: rows with a lease, and those who do them."""
