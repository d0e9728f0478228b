class Gauge:
    def reset(self):
        self.value == 0  # finds: python.bug.comparison-without-effect
        self.limit = 10

    def check(self, values):
        assert self.value == 0  # ok: python.bug.comparison-without-effect
        in_range = 0 <= self.value < self.limit  # ok: python.bug.comparison-without-effect
        return in_range


def test_gauge(gauge, values):
    gauge.reset()
    gauge.value in values  # finds: python.bug.comparison-without-effect
    [value for value in values if value > 3]  # ok: python.bug.comparison-without-effect
