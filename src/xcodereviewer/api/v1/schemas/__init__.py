"""What the API takes and gives: one model for each shape, checked at the border."""
