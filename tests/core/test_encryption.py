"""Sealed secrets: who can open them, and where."""

import pytest

from xcodereviewer.core.encryption import DamagedSecret, KeyRing, Sealed, WrongKey

OLD, NEW = "an-old-key-0123456789-abcdefghijkl", "a-new-key-9876543210-zyxwvutsrqpo"
PLACE = "credentials.value/1"


def test_secret_is_read_with_its_key_at_its_place_only() -> None:
    keys = KeyRing(OLD)
    sealed = keys.seal("tökén", place=PLACE)
    assert keys.open(sealed, place=PLACE) == "tökén"
    assert keys.open(sealed, place=PLACE) not in repr(sealed) + sealed.data.decode("latin-1")
    with pytest.raises(DamagedSecret):
        keys.open(sealed, place="credentials.value/2")


def test_equal_secrets_do_not_look_equal() -> None:
    keys = KeyRing(OLD)
    assert keys.seal("a", place=PLACE) != keys.seal("a", place=PLACE)


def test_predecessors_open_and_only_the_key_in_use_seals() -> None:
    sealed = KeyRing(OLD).seal("token", place=PLACE)
    both = KeyRing(NEW, [OLD])
    assert both.open(sealed, place=PLACE) == "token"
    fresh = both.reseal(sealed, place=PLACE)
    assert KeyRing(NEW).open(fresh, place=PLACE) == "token"
    assert (sealed.header, fresh.header) == (KeyRing(OLD).header, KeyRing(NEW).header)


def test_another_key_is_one_clear_error_that_names_the_key() -> None:
    sealed = KeyRing(OLD).seal("token", place=PLACE)
    with pytest.raises(WrongKey, match=rf"\({sealed.key_id}\). Add that one to XCR_OLD_SECRET_KEYS"):
        KeyRing(NEW).open(sealed, place=PLACE)


@pytest.mark.parametrize("place", range(9, 40))
def test_no_byte_can_be_changed_unseen(place: int) -> None:
    sealed = KeyRing(OLD).seal("a token", place=PLACE)
    data = bytearray(sealed.data)
    data[place % len(data)] ^= 1
    with pytest.raises((DamagedSecret, WrongKey)):
        KeyRing(OLD).open(Sealed(bytes(data)), place=PLACE)


@pytest.mark.parametrize("length", range(40))
def test_what_was_cut_off_is_an_error_of_ours(length: int) -> None:
    sealed = KeyRing(OLD).seal("token", place=PLACE)
    with pytest.raises((DamagedSecret, WrongKey)):
        KeyRing(OLD).open(Sealed(sealed.data[: min(length, len(sealed.data) - 1)]), place=PLACE)
