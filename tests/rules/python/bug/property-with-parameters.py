from functools import cached_property


class Layer:
    @property
    def extent(self, dimensions=2):  # finds: python.bug.property-with-parameters
        return self.bounds[:dimensions]

    @property
    def name(self, *parts):  # finds: python.bug.property-with-parameters
        return parts

    @property
    def size(self):  # ok: python.bug.property-with-parameters
        return len(self.bounds)

    @size.setter
    def size(self, value):  # ok: python.bug.property-with-parameters
        self.bounds = self.bounds[:value]

    @cached_property
    def total(self):  # ok: python.bug.property-with-parameters
        return sum(self.bounds)
