"""Which variable a simple name of a Go program means where it stands.

A variable that is declared in a block under a name that a block around it has already is another one: it gets a prime
for each (`err`, `err'`). What no block declares is the package's, an import's, or Go's.
"""

from xcodereviewer.engines.dataflow.languages.table import Source

__all__ = ["Scopes"]


class Scopes:
    """The blocks around the code that is being lowered, innermost last: what a name is called in the IR."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._chain: list[dict[str, str]] = []

    def enter(self) -> None:
        """Begin a block."""
        self._chain.append({})

    def leave(self) -> None:
        """End the innermost block."""
        self._chain.pop()

    def mark(self) -> int:
        """Return where we are, for `restore`."""
        return len(self._chain)

    def restore(self, mark: int) -> None:
        """Go back to where `mark` was asked for."""
        del self._chain[mark:]

    @property
    def is_package(self) -> bool:
        """Whether no function is around."""
        return not self._chain

    def declare(self, name: str) -> str:
        """Bind a variable in the innermost block; return what it is called in the IR."""
        if not self._chain or name == "_":
            return name
        block = self._chain[-1]
        own = block.get(name)
        if own is None:
            own = self._fresh(name)
            block[name] = own
        return self._source.bind(own)

    def declare_parameter(self, name: str) -> str:
        """Bind a parameter, which hides whatever has its name outside, under that name."""
        self._chain[-1][name] = name
        return self._source.bind(name)

    def _fresh(self, name: str) -> str:
        for block in reversed(self._chain):
            known = block.get(name)
            if known is not None:
                return f"{known}'"
        return name

    def declare_type(self, name: str) -> None:
        """Make a type parameter known: it is no type of the program."""
        if self._chain:
            self._chain[-1][f"type {name}"] = ""

    def is_type_parameter(self, name: str) -> bool:
        """Whether a type is a parameter of the function or type around."""
        wanted = f"type {name}"
        return any(wanted in block for block in self._chain)

    def has_own(self, name: str) -> bool:
        """Whether the innermost block declares a name, so that `:=` assigns it."""
        return bool(self._chain) and name in self._chain[-1]

    def knows(self, name: str) -> bool:
        """Whether a block around declares a variable of this name."""
        return any(name in block for block in self._chain)

    def read(self, name: str) -> str:
        """Return what a name that is read is called in the IR."""
        for block in reversed(self._chain):
            own = block.get(name)
            if own is not None:
                return self._source.read(own)
        return name

    def assigned(self, name: str) -> str:
        """Return what a name that is assigned is called in the IR."""
        if name == "_":
            return name
        for block in reversed(self._chain):
            own = block.get(name)
            if own is not None:
                return self._source.assign(own)
        return self._source.assign(name)
