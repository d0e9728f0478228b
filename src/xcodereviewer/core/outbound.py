"""Where the service may connect to on somebody else's word: public addresses, and the networks that its owner allows.

A name is resolved once, every address it has is judged, and the connection is made to one of those: a name that means
something else a moment later (DNS rebinding) leads nowhere new.
"""
# xcr: ignore-file[connection-outside-its-place] asks for the addresses of a host

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from xcodereviewer.core.errors import InputError, Unavailable

__all__ = ["AddressNotAllowed", "BadHost", "Outbound", "UnknownHost", "addresses_of"]

_Network = IPv4Network | IPv6Network
_Address = IPv4Address | IPv6Address
# A last label that is a number makes a resolver take the name for an IPv4 address: 2130706433, 0x7f.1, 017700000001.
_ENDS_IN_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)")
_NAME = re.compile(
    r"(?=.{1,253}\Z)[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)*"
)
_NAT64 = IPv6Network("64:ff9b::/96")
_LOW_32 = 0xFFFFFFFF
_CLOSED = (  # public by their numbers to this or that release of Python
    IPv4Network("168.63.129.16/32"),  # the host of a machine on Azure
    IPv4Network("192.0.0.0/24"),  # protocol assignments; the metadata of Oracle's cloud among them
    IPv6Network("64:ff9b:1::/48"),  # NAT64 to private addresses (RFC 8215)
)


class BadHost(InputError):
    """A host that is written in no usual way."""

    def __init__(self, host: str) -> None:
        super().__init__(f"{host[:100]!r} is no host that is connected to. Write its name, or its address in full.")


class AddressNotAllowed(InputError):
    """A host that lies where the service does not go; which address it has is not told."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"The service does not connect to {host[:100]!r}: its address is not a public one. Whoever runs the "
            "service can allow its network with XCR_ALLOWED_NETWORKS."
        )


class UnknownHost(Unavailable):
    """A name that means no address now."""

    def __init__(self, host: str) -> None:
        super().__init__(f"There is no address for the host {host[:100]!r}. Check its name, or try again in a moment.")


def addresses_of(host: str, port: int) -> Sequence[str]:
    """Return the addresses that this machine's resolver has for a name.

    Raises:
        OSError: it has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbound:
    """Judges hosts; `allowed` are networks that are gone to although they are not public."""

    allowed: Sequence[_Network] = ()
    resolve: Callable[[str, int], Sequence[str]] = addresses_of

    @classmethod
    def of(cls, networks: Sequence[str]) -> "Outbound":
        """Return what judges by these networks, written as `10.0.0.0/8`.

        Raises:
            ValueError: one is no network.
        """
        return cls(allowed=[ip_network(network) for network in networks])

    def addresses(self, host: str, port: int) -> Sequence[_Address]:
        """Return the addresses to connect to, and to no other, when a host is asked for.

        Raises:
            AddressNotAllowed: one of them lies where nobody may send us.
            BadHost: it is neither a name nor an address in the usual form.
            UnknownHost: it has none.
        """
        literal = _literal(host)
        if literal is None:
            try:
                found = [ip_address(address.partition("%")[0]) for address in self.resolve(host, port)]
            except (OSError, UnicodeError):
                raise UnknownHost(host) from None
        else:
            found = [literal]
        if not found:
            raise UnknownHost(host)
        if not all(map(self._may, found)):
            raise AddressNotAllowed(host)
        return found

    def _may(self, address: _Address) -> bool:
        meant = _meant(address)
        return any(meant in network for network in self.allowed) or _is_public(meant)


def _literal(host: str) -> _Address | None:
    """Return the address that a host is, None for a name."""
    try:
        return ip_address(host)
    except ValueError:
        pass
    if _ENDS_IN_NUMBER.fullmatch(host) or not _NAME.fullmatch(host):
        raise BadHost(host)
    return None


def _meant(address: _Address) -> _Address:
    """Return the IPv4 address that an IPv6 address stands for, or the address itself."""
    if isinstance(address, IPv4Address):
        return address
    embedded = address.ipv4_mapped or address.sixtofour
    if embedded is None and address in _NAT64:
        embedded = IPv4Address(int(address) & _LOW_32)
    return embedded or address


def _is_public(address: _Address) -> bool:
    if any(address in network for network in _CLOSED) or address.is_multicast or address.is_reserved:
        return False
    if isinstance(address, IPv6Address) and address.is_site_local:
        return False
    return address.is_global
