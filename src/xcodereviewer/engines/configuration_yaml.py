"""YAML documents as trees of nodes that know their place in the text.

Reading works on the parser's events, so that neither deep nesting nor an alias that stands for a million nodes
costs more than the text is long: an alias is the same node again, and nothing here descends into it.
"""

from dataclasses import dataclass

import yaml

from xcodereviewer.engines.configuration_tree import Entry, Kind, Lines, Node

__all__ = ["Documents", "read_documents"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_NODES = 300_000
_DEEPEST = 200
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """The roots of a text's documents, and what of the text could not be read (empty when all could).

    `keys` are all keys of all mappings; None where they are not known.
    """

    roots: tuple[Node, ...]
    gap: str = ""
    keys: frozenset[str] | None = None


def read_documents(text: str) -> Documents:
    """Read all documents; those in front of a part that does not parse are kept."""
    shift = 1 if text.startswith(_BYTE_ORDER_MARK) else 0
    composer = _Composer(shift)
    gap = ""
    try:
        for event in yaml.parse(text[shift:], Loader=_LOADER):
            composer.take(event)
    except yaml.YAMLError as error:
        gap = _reason(error, text, shift)
    except _TooMuch as error:
        gap = str(error)
    return Documents(roots=tuple(composer.roots), gap=gap, keys=frozenset(composer.keys))


class _TooMuch(Exception):
    pass


class _Frame:
    """A collection that is being read; in a mapping, the key that waits for its value."""

    def __init__(self, node: Node, entry: Entry | None) -> None:
        self.node = node
        self.waiting = entry


class _Composer:
    def __init__(self, shift: int) -> None:
        self.roots: list[Node] = []
        self.keys: set[str] = set()
        self._shift = shift
        self._anchors: dict[str, Node] = {}
        self._open: list[_Frame] = []
        self._nodes = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._attach(self._new(event, Kind.TEXT, text=event.value, plain=event.implicit[0]))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                kind = Kind.MAP if isinstance(event, yaml.MappingStartEvent) else Kind.LIST
                self._open.append(_Frame(self._new(event, kind), None))
                if len(self._open) > _DEEPEST:
                    raise _TooMuch(f"nested more than {_DEEPEST} deep")
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(_index(event.end_mark) + self._shift)
            case yaml.AliasEvent():
                known = self._anchors.get(event.anchor or "")
                self._attach(known if known is not None else self._new(event, Kind.TEXT))
            case yaml.DocumentStartEvent():
                self._anchors.clear()
            case _:
                pass

    def _new(self, event: yaml.NodeEvent, kind: Kind, *, text: str = "", plain: bool = False) -> Node:
        self._count(1)
        start, end = _index(event.start_mark) + self._shift, _index(event.end_mark) + self._shift
        node = Node(kind=kind, start=start, end=end, text=text, plain=plain)
        if event.anchor is not None and not isinstance(event, yaml.AliasEvent):
            self._anchors[event.anchor] = node
        return node

    def _close(self, end: int) -> None:
        node = self._open.pop().node
        node.end = end
        if "<<" in node.by_key:
            self._merge(node)
        self._attach(node)

    def _attach(self, node: Node) -> None:
        if not self._open:
            self.roots.append(node)
            return
        frame = self._open[-1]
        if frame.node.kind is Kind.LIST:
            frame.node.add(Entry(node=node))
        elif frame.waiting is None:
            frame.waiting = Entry(node=node, key=node.text, key_start=node.start, key_end=node.end)
        else:
            key = frame.waiting
            self.keys.add(key.key)
            frame.node.add(Entry(node=node, key=key.key, key_start=key.key_start, key_end=key.key_end))
            frame.waiting = None

    def _merge(self, node: Node) -> None:
        """Give a mapping what `<<` names, behind its own keys."""
        merged = node.by_key["<<"].node
        sources = [entry.node for entry in merged.entries] if merged.kind is Kind.LIST else [merged]
        for source in (source for source in sources if source.kind is Kind.MAP):
            self._count(len(source.entries))
            for entry in list(source.entries):
                if entry.key not in node.by_key:
                    node.add(entry)

    def _count(self, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > _MOST_NODES:
            raise _TooMuch(f"more than {_MOST_NODES:,} values")


def _index(mark: object) -> int:
    index = getattr(mark, "index", 0)  # typed as absent, and never is
    return index if isinstance(index, int) else 0


def _reason(error: yaml.YAMLError, text: str, shift: int) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        number = Lines(text).number(min(error.problem_mark.index + shift, len(text)))
        template = "; it looks like a template that makes YAML" if _is_template(text) else ""
        return f"from line {number} on it does not parse{template}"
    return "a character that YAML does not allow stands in it"


def _is_template(text: str) -> bool:
    return "{{-" in text or "{{ ." in text or "{%" in text or "<%" in text
