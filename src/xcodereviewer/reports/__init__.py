"""How a review is told: one file per format."""
