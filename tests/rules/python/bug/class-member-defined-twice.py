import enum


class Form(Base):
    name = Field(required=True)
    email = Field()
    name = Field(required=False)  # finds: python.bug.class-member-defined-twice


class Colour(enum.Enum):
    RED = 1
    GREEN = 2
    BLUE = 1  # finds: python.bug.class-member-defined-twice


class Level(enum.Enum):
    LOW = 1
    HIGH = 2  # ok: python.bug.class-member-defined-twice


class Table(Base):
    rows = Field()
    columns = Field()  # ok: python.bug.class-member-defined-twice
    columns.hidden = True
