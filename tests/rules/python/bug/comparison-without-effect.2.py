import pytest


async def test_body(client):
    response = await client.get("/")
    await response.read() == b""  # finds: python.bug.comparison-without-effect
    assert await response.text() == ""  # ok: python.bug.comparison-without-effect
    response.text is None  # finds: python.bug.comparison-without-effect


def test_order_of_kinds():
    with pytest.raises(TypeError):
        Version("1") < None  # ok: python.bug.comparison-without-effect


class TestVersion(TestCase):
    def test_other_type(self):
        with self.assertRaises(TypeError):
            Version("1") < None  # ok: python.bug.comparison-without-effect


def is_comparable(a, b):
    try:
        a < b  # ok: python.bug.comparison-without-effect
    except TypeError:
        return False
    return True


def copy(source, target):
    source.close() or target.close()  # ok: python.bug.comparison-without-effect
    source >> target  # ok: python.bug.comparison-without-effect
