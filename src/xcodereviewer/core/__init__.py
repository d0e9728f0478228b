"""What every part stands on and that knows no noun of the product."""
