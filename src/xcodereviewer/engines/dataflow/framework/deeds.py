"""What a function does, as the checks ask for it: the values of which `Behaviours` makes answers."""

from dataclasses import dataclass, field

__all__ = ["Behaviour", "Place"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """An expression of a module and what it says."""

    unit: int
    at: int
    text: str


@dataclass(slots=True)
class Behaviour:
    """What a function and those that it calls do."""

    users: list[Place] = field(default_factory=list)  # where it asks who is there
    roles: list[Place] = field(default_factory=list)  # where it asks what somebody may do
    refusals: list[Place] = field(default_factory=list)  # tests of that which end the function
    reads: list[Place] = field(default_factory=list)
    writes: list[Place] = field(default_factory=list)
    throttles: list[Place] = field(default_factory=list)

    @property
    def knows_who_asks(self) -> bool:
        """Whether it asks at all."""
        return bool(self.users or self.roles)

    def add(self, other: "Behaviour") -> None:
        """Do what another function does, too."""
        for name in self.__slots__:
            getattr(self, name).extend(getattr(other, name)[:8])
