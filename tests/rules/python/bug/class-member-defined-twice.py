import enum
import sys
from typing import ClassVar, overload

from shop.translation import translator

T_ = translator(__file__)
_ = lambda text: text


class Form(Base):
    name = Field(required=True)
    email = Field()
    name = Field(required=False)  # finds: python.bug.class-member-defined-twice


class Colour(enum.Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1  # ok: python.bug.class-member-defined-twice


class Level(enum.Enum):
    LOW = 1
    HIGH = 2
    LOW = 3  # finds: python.bug.class-member-defined-twice


class Table(Base):
    rows = Field()
    columns = Field()  # ok: python.bug.class-member-defined-twice
    columns.hidden = True


class Response(Base):
    body: bytes | None
    length: ClassVar[int] = 0
    body = None  # ok: python.bug.class-member-defined-twice
    length: ClassVar[int] = 1  # finds: python.bug.class-member-defined-twice


class Oracle(Cog):
    _ = lambda text: text
    answers = [_("It is certain"), _("Very doubtful")]
    _ = T_  # ok: python.bug.class-member-defined-twice


class Shelf(Base):
    size = 3
    if sys.platform == "win32":
        size = 2  # ok: python.bug.class-member-defined-twice
    names = ["a"]
    names = [*names, "b"]  # ok: python.bug.class-member-defined-twice

    def _get_width(self):
        return self._width

    width = property(_get_width)

    @width.setter
    def width(self, value):
        self._width = value

    @overload
    def take(self, index: int) -> str: ...

    @overload
    def take(self, index: slice) -> list[str]: ...

    def take(self, index):
        return self.books[index]


class Scheduler(Base):
    schedule = None

    def get_schedule(self):
        return self.data

    schedule = property(get_schedule)  # ok: python.bug.class-member-defined-twice


class Page(Base):
    title = "Shop"
    heading = title.upper()
    title = "The shop"  # ok: python.bug.class-member-defined-twice
