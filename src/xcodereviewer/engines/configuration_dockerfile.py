"""A Dockerfile as a tree: stages, their instructions, and what follows from several of them."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from xcodereviewer.engines.configuration_instructions import Instruction, read_instructions
from xcodereviewer.engines.configuration_shell import command_ranges
from xcodereviewer.engines.configuration_tree import Entry, Kind, Lines, Node, Stretch
from xcodereviewer.engines.configuration_yaml import Documents

__all__ = ["read_dockerfile"]

_TOKEN = re.compile(r"""(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+""", re.DOTALL)
_FLAG = re.compile(r"\s*--([a-z-]+)(?:=(\S+))?(?=\s|$)")
_VARIABLE = re.compile(r"(?<!\\)\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^{}$]*))?\})")
_PAIRS = frozenset({"ENV", "ARG", "LABEL"})
_INTERPOLATED = frozenset({"ADD", "COPY", "USER", "WORKDIR", "FROM", "EXPOSE", "VOLUME"})
_LONGEST_VALUE = 10_000  # characters; values that are made of values can double with each line
_ONBUILD = 1  # how deep an instruction may stand in another


def read_dockerfile(text: str) -> Documents:
    """Read the instructions into one tree; docs/rules.md describes it."""
    lines = Lines(text)
    instructions, fault = read_instructions(text, lines)
    gap = "" if fault < 0 else f"line {lines.number(fault)} does not parse"
    if not any(instruction.keyword == "FROM" for instruction in instructions):
        return Documents(roots=(), gap=gap or "it has no FROM instruction")
    return Documents(roots=(_Builder(len(text)).build(instructions),), gap=gap)


class _Stage:
    """One stage while it is read: its node, the values that are known in it, and the stage it stands on."""

    def __init__(self, node: Node, known: dict[str, str], base: "_Stage | None") -> None:
        self.node = node
        self.known = known
        self.user: Node | None = base.user if base is not None else None
        self.origin: Node | None = base.origin if base is not None else None


class _Builder:
    def __init__(self, end: int) -> None:
        self._root = Node(kind=Kind.MAP, start=0, end=end)
        self._stages = Node(kind=Kind.LIST, start=0, end=end)
        self._global: dict[str, str] = {}
        self._by_name: dict[str, _Stage] = {}
        self._stage: _Stage | None = None

    def build(self, instructions: Sequence[Instruction]) -> Node:
        for instruction in instructions:
            if instruction.keyword == "FROM":
                self._close()
                self._open(instruction)
            else:
                self._add(instruction)
        self._close()
        self._root.add(Entry(key="stages", node=self._stages))
        self._root.add(Entry(key="final", node=self._stages.entries[-1].node))
        return self._root

    def _open(self, instruction: Instruction) -> None:
        node = Node(kind=Kind.MAP, start=instruction.start, end=_end(instruction))
        words, flags = _words_and_flags(instruction.body)
        image = _text(words[0], self._global) if words else _empty(instruction.start)
        base = self._by_name.get(image.text.lower())
        self._stage = _Stage(node, dict(base.known) if base is not None else {}, base)
        _append(node, "from", _mapping(instruction, {"text": _text(instruction.body, self._global), "flags": flags}))
        if base is None:
            self._stage.origin = image
            node.add(Entry(key="image", node=image))
        else:
            node.add(Entry(key="parent", node=image))
        if len(words) == 3 and words[1].text.upper() == "AS":
            name = _text(words[2], self._global)
            node.add(Entry(key="name", node=name))
            self._by_name[name.text.lower()] = self._stage
        self._by_name[str(len(self._stages.entries))] = self._stage

    def _close(self) -> None:
        if self._stage is None:
            return
        node = self._stage.node
        if self._stage.user is not None:
            node.add(Entry(key="runs-as", node=self._stage.user))
        if self._stage.origin is not None:
            node.add(Entry(key="origin", node=self._stage.origin))
        self._stages.add(Entry(node=node))

    def _add(self, instruction: Instruction) -> None:
        if self._stage is None:
            known, holder = self._global, self._root
        else:
            known, holder = self._stage.known, self._stage.node
        node = _instruction_node(instruction, known)
        if instruction.keyword in ("ARG", "ENV"):
            self._learn(instruction.keyword, node, known)
        elif instruction.keyword == "USER" and self._stage is not None:
            self._stage.user = node.by_key["text"].node
        _append(holder, instruction.keyword.lower(), node)

    def _learn(self, keyword: str, node: Node, known: dict[str, str]) -> None:
        pairs = node.by_key["pairs"].node
        for entry in pairs.entries:
            value = entry.node.text
            if keyword == "ARG" and entry.node.start == entry.key_start:  # declared without a default
                if entry.key in self._global:
                    known[entry.key] = self._global[entry.key]
            elif "$" not in value:
                known[entry.key] = value
            else:
                known.pop(entry.key, None)


def _instruction_node(instruction: Instruction, known: Mapping[str, str], depth: int = 0) -> Node:
    words, flags = _words_and_flags(instruction.body)
    rest = _rest(instruction.body)
    inserted = known if instruction.keyword in _INTERPOLATED else {}
    parts = {"text": _text(rest, inserted), "flags": flags}
    match instruction.keyword:
        case "RUN":
            parts["commands"] = _list(_commands(rest), {})
        case "ADD" | "COPY":
            listed = _exec_form(rest) or words
            parts["sources"] = _list(listed[:-1], inserted)
            parts["target"] = _text(listed[-1], inserted) if listed else _empty(instruction.start)
        case "ONBUILD" if words and depth < _ONBUILD:
            inner = Instruction(keyword=words[0].text.upper(), start=words[0].source(0), body=_behind(rest, words[0]))
            parts[inner.keyword.lower()] = _instruction_node(inner, known, depth + 1)
        case keyword if keyword in _PAIRS:
            parts["pairs"] = _pairs(rest, known, declared=keyword == "ARG")
        case _:
            pass
    return _mapping(instruction, parts)


def _mapping(instruction: Instruction, parts: Mapping[str, Node]) -> Node:
    node = Node(kind=Kind.MAP, start=instruction.start, end=_end(instruction))
    for key, part in parts.items():
        node.add(Entry(key=key, node=part))
    return node


def _end(instruction: Instruction) -> int:
    return max(instruction.body.source(len(instruction.body.text)), instruction.start)


def _append(holder: Node, key: str, node: Node) -> None:
    if key not in holder.by_key:
        holder.add(Entry(key=key, node=Node(kind=Kind.LIST, start=node.start, end=node.end)))
    holder.by_key[key].node.add(Entry(node=node))


def _text(stretch: Stretch, known: Mapping[str, str]) -> Node:
    start = stretch.source(0)
    end = stretch.source(len(stretch.text) - 1) + 1 if stretch.text else start
    text = _interpolate(stretch.text, known)
    exact = stretch if text == stretch.text else None
    return Node(kind=Kind.TEXT, start=start, end=max(start, end), text=text, stretch=exact)


def _empty(start: int) -> Node:
    return Node(kind=Kind.TEXT, start=start, end=start)


def _list(parts: Sequence[Stretch], known: Mapping[str, str]) -> Node:
    nodes = [_text(part, known) for part in parts]
    node = Node(kind=Kind.LIST, start=nodes[0].start if nodes else 0, end=nodes[-1].end if nodes else 0)
    for part in nodes:
        node.add(Entry(node=part))
    return node


def _interpolate(text: str, known: Mapping[str, str]) -> str:
    """Put in the values that are known; what is not known, or grows beyond reason, stays as it is written."""
    if "$" not in text:
        return text
    parts, position, length = [], 0, len(text)
    for found in _VARIABLE.finditer(text):
        value = _value(found, known)
        parts += [text[position : found.start()], value]
        position = found.end()
        length += len(value)
        if length > _LONGEST_VALUE:
            return text
    return "".join([*parts, text[position:]])


def _value(found: re.Match[str], known: Mapping[str, str]) -> str:
    name, operator, word = found[1] or found[2], found[3], found[4]
    if operator in (":-", "-"):
        return known.get(name) or word
    if operator in (":+", "+"):
        return word if known.get(name) else ""
    return known.get(name, found[0])


def _words_and_flags(body: Stretch) -> tuple[list[Stretch], Node]:
    flags = Node(kind=Kind.MAP, start=body.source(0), end=body.source(0))
    position = 0
    while found := _FLAG.match(body.text, position):
        start, end = found.span(2) if found[2] is not None else found.span(1)
        node = _text(body.cut(start, end), {})
        key_start = body.source(found.start(1) - 2)
        flags.add(Entry(key=found[1], node=node, key_start=key_start, key_end=key_start + len(found[1]) + 2))
        position = found.end()
    return [body.cut(*word.span()) for word in _TOKEN.finditer(body.text, position)], flags


def _rest(body: Stretch) -> Stretch:
    position = 0
    while found := _FLAG.match(body.text, position):
        position = found.end()
    start = position + len(body.text[position:]) - len(body.text[position:].lstrip())
    return body.cut(start, max(start, len(body.text.rstrip())))


def _behind(body: Stretch, word: Stretch) -> Stretch:
    start = body.text.find(word.text) + len(word.text)
    return body.cut(min(start + 1, len(body.text)), len(body.text))


def _exec_form(body: Stretch) -> list[Stretch]:
    """Return the words of a JSON list, without their quotes; none when it is no such list."""
    if not body.text.startswith("["):
        return []
    try:
        words = msgspec.json.decode(body.text, type=list[str])
    except msgspec.DecodeError:
        return []
    found, position = [], 0
    for word in words:
        position = body.text.find('"', position) + 1
        start = body.text.find(word, position)
        if start < 0:  # an escape hides it
            return []
        found.append(body.cut(start, start + len(word)))
        position = start + len(word) + 1
    return found


def _commands(body: Stretch) -> list[Stretch]:
    words = _exec_form(body)
    if words:
        start = body.text.find(words[0].text)
        shell = len(words) == 3 and words[1].text.startswith("-") and words[1].text.endswith("c")
        return _split(words[2]) if shell else [body.cut(start, len(body.text))]
    return _split(body)


def _split(body: Stretch) -> list[Stretch]:
    return [body.cut(start, end) for start, end in command_ranges(body.text)]


def _pairs(body: Stretch, known: Mapping[str, str], *, declared: bool) -> Node:
    """Return the names of ENV, ARG or LABEL with their values; `ENV NAME the whole rest` is the older form."""
    node = Node(kind=Kind.MAP, start=body.source(0), end=body.source(len(body.text)))
    for name, value in _pair_parts(body, declared=declared):
        start = name.source(0)
        node.add(Entry(key=name.text, node=_unquoted(value, known), key_start=start, key_end=start + len(name.text)))
    return node


def _pair_parts(body: Stretch, *, declared: bool) -> Iterator[tuple[Stretch, Stretch]]:
    words = [body.cut(*word.span()) for word in _TOKEN.finditer(body.text)]
    if len(words) > 1 and "=" not in words[0].text and not declared:
        first = len(body.text) - len(body.text[len(words[0].text) :].lstrip())
        yield words[0], body.cut(first, len(body.text))
        return
    for word in words:
        name, equals, _ = word.text.partition("=")
        if equals:
            yield word.cut(0, len(name)), word.cut(len(name) + 1, len(word.text))
        elif declared:
            yield word, word.cut(0, 0)


def _unquoted(value: Stretch, known: Mapping[str, str]) -> Node:
    text = value.text
    if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'":
        value = value.cut(1, len(text) - 1)
    return _text(value, known)
