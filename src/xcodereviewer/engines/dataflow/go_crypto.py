"""What Go's digests, ciphers, connections and tokens are used for, which a call alone does not say."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from xcodereviewer.domain.kinds import PropertyKind, SinkKind, SourceKind
from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.library_sinks import origin_of
from xcodereviewer.engines.dataflow.nodes import nodes
from xcodereviewer.engines.dataflow.program import FunctionInfo
from xcodereviewer.engines.dataflow.reading import item_at, library_names
from xcodereviewer.engines.dataflow.state import Shape
from xcodereviewer.engines.dataflow.values import ANYTHING, NOTHING, Library, SourceLabel, Value, constant, thing

if TYPE_CHECKING:
    from xcodereviewer.engines.dataflow.binding import Given
    from xcodereviewer.engines.dataflow.frame import Frame

__all__ = ["CRYPTO_CALLS"]

_Call = Callable[["Frame", "Given", ir.Call], Value | None]
_JWT = "github.com/golang-jwt/jwt"

# Words of a function or file that a digest only tells texts apart for.
_TELLS_APART = re.compile(
    r"etag|checksum|cache|crc|fingerprint|dedup|gravatar|content_?md5|shard|bucket|uuid|websocket|accept_?key",
    re.IGNORECASE,
)
# Words of a test by which whoever runs the program chooses to trust whoever answers.
_CHOSEN = re.compile(r"insecure|skip|verif|strict|valid|trust|selfsigned|self_signed", re.IGNORECASE)
_FLAGS = (
    (PropertyKind.COOKIE_SECURE, ("Secure",)),
    (PropertyKind.COOKIE_HTTP_ONLY, ("HttpOnly", "HTTPOnly")),
)
_NO_SIGNATURE = frozenset((f"{_JWT}.SigningMethodNone", f"{_JWT}.UnsafeAllowNoneSignatureType"))
_METHOD = frozenset(("Method", "Alg"))


def _digest(algorithm: str) -> _Call:
    """Return what a broken digest is, unless a name around it says that it only tells texts apart."""

    def called(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
        names = (frame.function.node.name if frame.function is not None else "", frame.unit.path.rpartition("/")[2])
        if not any(map(_TELLS_APART.search, names)):
            frame.analysis.use_property(frame, PropertyKind.HASH, constant(algorithm), node.at, f"crypto/{algorithm}")
        return None

    return called


def _block(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`block.Encrypt(to[i:], from[i:])`: each block of a text on its own, which is ECB."""
    if len(node.arguments) == 2 and all(_is_varying_part(one.value) for one in node.arguments):
        frame.analysis.use_property(frame, PropertyKind.CIPHER_MODE, constant("ecb"), node.at, "cipher.Block.Encrypt")
    return None


def _is_varying_part(node: ir.Expression) -> bool:
    return isinstance(node, ir.Slice) and any(
        bound is not None and not isinstance(bound, ir.Const) for bound in (node.lower, node.upper)
    )


def _tls(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`tls.Config{InsecureSkipVerify: true}`: nobody looks at a certificate, unless a function of its own does."""
    name = "crypto/tls.Config"
    skipped = given.keywords.get("InsecureSkipVerify")
    is_checked = "VerifyPeerCertificate" in given.keywords or "VerifyConnection" in given.keywords
    if skipped is not None and skipped.only is True and not is_checked and not _is_chosen(frame, node.at):
        frame.analysis.use_property(frame, PropertyKind.TLS_VERIFICATION, constant(False), node.at, name)
    for field in ("MinVersion", "MaxVersion"):
        version = given.keywords.get(field)
        if version is not None:
            frame.analysis.use_property(frame, PropertyKind.TLS_VERSION, version, node.at, f"{name}.{field}")
    return None


def _is_chosen(frame: "Frame", at: int) -> bool:
    """Whether this stands under a test of a setting that says so."""
    pending: list[ir.Statement] = [*frame.function.node.body] if frame.function is not None else []
    line = ir.unpack(at).start_line
    while pending:
        one = pending.pop()
        for test, body in _tested(one):
            pending += body
            if any(_holds(part, line) for part in body) and any(map(_CHOSEN.search, _words(test))):
                return True
    return False


def _tested(statement: ir.Statement) -> Iterator[tuple[object, Sequence[ir.Statement]]]:
    """Yield the blocks of a statement, each with what is tested before it runs."""
    match statement:
        case ir.If():
            yield statement.test, statement.then
            yield None, statement.other
        case ir.For() | ir.Loop():
            yield None, statement.body
        case ir.Switch():
            yield from (((case.patterns, case.guard), case.body) for case in statement.cases)


def _holds(statement: ir.Statement, line: int) -> bool:
    span = ir.unpack(statement.at)
    return span.start_line <= line <= span.end_line


def _words(test: object) -> Iterator[str]:
    """Yield the names and texts of an expression."""
    for one in nodes(test):
        if isinstance(one, ir.Name | ir.Attribute):
            yield one.name
        elif isinstance(one, ir.Const) and isinstance(one.value, str):
            yield one.value


def _unverified(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`parser.ParseUnverified(token, claims)`: what a request's token says is believed as it is."""
    token = given.positional[0] if given.positional else ANYTHING
    is_outside = any(isinstance(label, SourceLabel) and label.kind is SourceKind.REQUEST for label in token.taints)
    if is_outside and not any(map(_verifies, nodes(frame.unit.module.body))):
        setting = PropertyKind.JWT_VERIFICATION
        frame.analysis.use_property(frame, setting, constant(False), node.at, "jwt.Parser.ParseUnverified")
    return None


def _verifies(node: object) -> bool:
    """Whether a token is read with its signature here."""
    if not isinstance(node, ir.Attribute):
        return False
    is_of_library = isinstance(node.of, ir.Name) and node.of.name in ("jwt", "parser")
    return node.name == "ParseWithClaims" or (node.name == "Parse" and is_of_library)


def _cookie(position: int) -> _Call:
    """Return what sets a cookie: its flags count, unless it is deleted."""

    def called(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
        cookie = given.positional[position] if len(given.positional) > position else ANYTHING
        shapes = [shape for _, shape in frame.live().shapes(cookie)]
        if len(shapes) != 1 or _is_deleted(shapes[0]):
            return None
        for kind, names in _FLAGS:
            found = [shapes[0].fields[name] for name in names if name in shapes[0].fields]
            value = found[0] if found else shapes[0].rest
            is_left_out = not found and value is NOTHING
            frame.analysis.use_property(frame, kind, constant(False) if is_left_out else value, node.at, "SetCookie")
        return None

    return called


def _is_deleted(cookie: Shape) -> bool:
    age = cookie.fields.get("MaxAge", ANYTHING).only
    return cookie.fields.get("Value", ANYTHING).only == "" or (isinstance(age, int) and age < 0)


def _unsigned(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
    """`token.SignedString(jwt.UnsafeAllowNoneSignatureType)`: nobody signs it."""
    names = library_names(frame, given.positional[0]) if given.positional else []
    if any(name in _NO_SIGNATURE for name in names):
        frame.analysis.use_property(
            frame, PropertyKind.JWT_ALGORITHM, constant("none"), node.at, "jwt.SigningMethodNone"
        )
    return None


def _verified(key_position: int) -> _Call:
    """Return what `jwt.Parse(token, key)` does: its key is that of a function, which sees the method that was used."""

    def called(frame: "Frame", given: "Given", node: ir.Call) -> Value | None:
        if len(given.positional) <= key_position:
            return None
        function = given.positional[key_position]
        known = [one for one in function.things if isinstance(one, FunctionInfo)]
        if len(known) != 1:
            return None
        result = frame.call_value(function, [thing(Library(f"{_JWT}.Token()"))], node)
        key = item_at(frame, result, 0, node.at)
        frame.analysis.use_property(frame, PropertyKind.KEY_ORIGIN, origin_of(frame, key), node.at, "jwt.Keyfunc")
        frame.analysis.report(frame, SinkKind.CREDENTIAL, key, node.at, "jwt.Keyfunc")
        has_options = len(given.positional) > key_position + 1 or given.rest is not None
        if not has_options and _METHOD.isdisjoint(_words(known[0].node.body)):
            value = constant("any-method")
            frame.analysis.use_property(frame, PropertyKind.JWT_VERIFICATION, value, node.at, "jwt.Parse")
        return None

    return called


CRYPTO_CALLS: Mapping[str, _Call] = MappingProxyType(
    {
        "crypto/md5.New": _digest("md5"),
        "crypto/md5.Sum": _digest("md5"),
        "crypto/sha1.New": _digest("sha1"),
        "crypto/sha1.Sum": _digest("sha1"),
        "golang.org/x/crypto/md4.New": _digest("md4"),
        "crypto/cipher.Block.Encrypt": _block,
        "crypto/tls.Config": _tls,
        "net/http.SetCookie": _cookie(1),
        "github.com/labstack/echo.Context.SetCookie": _cookie(0),
        "github.com/gofiber/fiber.Ctx.Cookie": _cookie(0),
        f"{_JWT}.NewWithClaims": _unsigned,
        f"{_JWT}.Token.SignedString": _unsigned,
        f"{_JWT}.Parse": _verified(1),
        f"{_JWT}.ParseWithClaims": _verified(2),
        f"{_JWT}.Parser.ParseUnverified": _unverified,
    }
)
