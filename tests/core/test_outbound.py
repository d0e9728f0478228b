"""Which hosts the service connects to on somebody's word, with a resolver of the test's own."""

from collections.abc import Sequence

import pytest

from xcodereviewer.core.outbound import AddressNotAllowed, BadHost, Outbound, UnknownHost

PUBLIC = "93.184.216.34"


def asked(*addresses: str, allowed: Sequence[str] = ()) -> list[str]:
    outbound = Outbound(allowed=Outbound.of(allowed).allowed, resolve=lambda host, port: addresses)  # noqa: ARG005
    return [str(address) for address in outbound.addresses("git.example.com", 443)]


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:220:1:248:1893:25c8:1946", f"::ffff:{PUBLIC}"])
def test_public_addresses_are_gone_to(address: str) -> None:
    assert asked(address) == [str(address).replace("::ffff:93.184.216.34", "::ffff:5db8:d822")]


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1",
            "127.8.9.10",
            "0.0.0.0",
            "0.1.2.3",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::7f00:1",
        ),
        *("10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd00:ec2::254", "fec0::1"),
        *(
            "169.254.169.254",
            "fe80::1",
            "fe80::1%eth0",
            "100.64.0.1",
            "100.100.100.200",
            "192.0.0.192",
            "168.63.129.16",
        ),
        *("224.0.0.1", "239.1.2.3", "ff02::1", "ff0e::1", "240.0.0.1", "255.255.255.255", "198.18.0.1", "203.0.113.5"),
        *("2002:7f00:1::", "2002:a9fe:a9fe::1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2001:db8::1"),
    ],
)
def test_addresses_that_are_not_public_are_refused(address: str) -> None:
    with pytest.raises(AddressNotAllowed) as caught:
        asked(address)
    assert address not in str(caught.value)
    with pytest.raises(AddressNotAllowed):
        asked(PUBLIC, address)


@pytest.mark.parametrize(
    "host",
    [
        *(
            "2130706433",
            "0x7f000001",
            "0x7f.1",
            "127.1",
            "127.0.1",
            "017700000001",
            "0177.0.0.1",
            "127.0.0.01",
            "1.2.3.4.5",
        ),
        *(
            "localhost.",
            "a..b",
            ".",
            "",
            "-a",
            "a b",
            "a/b",
            "a@b",
            "[::1]",
            "ex\u2460mple.com",
            "a\0b",
            "x" * 300,
            "0x",
            "a.0X",
        ),
    ],
)
def test_hosts_in_odd_forms_are_not_even_resolved(host: str) -> None:
    asked_for = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked_for.append((host, port))
        return [PUBLIC]

    outbound = Outbound(resolve=resolve)
    with pytest.raises((BadHost, AddressNotAllowed)):
        outbound.addresses(host, 443)
    assert asked_for == []


def test_allowed_networks_are_gone_to_and_only_they() -> None:
    assert asked("10.1.2.3", "::ffff:10.1.2.3", allowed=["10.1.0.0/16"]) == ["10.1.2.3", "::ffff:a01:203"]
    with pytest.raises(AddressNotAllowed):
        asked("10.1.2.3", "10.2.0.1", allowed=["10.1.0.0/16", "fd00::/8"])


def test_address_in_full_needs_no_resolver() -> None:
    def none(host: str, port: int) -> Sequence[str]:
        raise AssertionError((host, port))

    assert [str(one) for one in Outbound(resolve=none).addresses(PUBLIC, 443)] == [PUBLIC]
    with pytest.raises(AddressNotAllowed):
        Outbound(resolve=none).addresses("::1", 443)


def test_name_without_address_is_one_clear_error() -> None:
    def none(host: str, port: int) -> Sequence[str]:
        raise OSError(host, port)

    with pytest.raises(UnknownHost, match=r"no address for the host 'git\.example\.com'"):
        Outbound(resolve=none).addresses("git.example.com", 443)
    with pytest.raises(UnknownHost):
        asked()
