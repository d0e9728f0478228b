import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import growth

from xcodereviewer.sources.decode import Decoded, decode, wide_encoding

CHINESE = "# 计算用户的总余额，返回结果\ndef total(user):\n    return user.balance  # 余额\n"
texts = st.text(st.characters(exclude_categories=["Cs"]))
code = st.text(st.sampled_from("abc(){}=_ \t\n'\"#0"), min_size=8)


@given(texts.filter(lambda text: not text.startswith("﻿") and "\0" not in text))
def test_utf8_is_read_back(text: str) -> None:
    assert decode(text.encode()) == Decoded(text=text, encoding="utf-8")


@given(texts, st.sampled_from(["utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_text_after_a_byte_order_mark_is_read_back(text: str, encoding: str) -> None:
    mark = b"" if encoding == "utf-8-sig" else "﻿".encode(encoding)
    if encoding == "utf-16-le" and text.startswith("\0"):  # this is how UTF-32 begins
        return
    assert decode(mark + text.encode(encoding)) == Decoded(text=text, encoding=encoding.removesuffix("-sig"))


@given(
    code, st.sampled_from(["", "é", "余额", "𝒳"]), st.sampled_from(["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
)
def test_code_in_utf16_and_utf32_is_told_without_a_mark(text: str, odd: str, encoding: str) -> None:
    assert decode((text + odd).encode(encoding)) == Decoded(text=text + odd, encoding=encoding)


@given(st.binary())
def test_any_bytes_give_text_that_can_be_encoded(data: bytes) -> None:
    assert decode(data).text.encode() is not None


@given(
    st.binary(), st.sampled_from(["utf-7", "unicode_escape", "raw_unicode_escape", "hz", "iso2022-jp", "gbk", "x" * 99])
)
def test_any_bytes_after_a_declaration_give_text_that_can_be_encoded(data: bytes, name: str) -> None:
    assert decode(f"# coding: {name}\n".encode() + data).text.encode() is not None


@pytest.mark.parametrize("text", ["a\0b\n", "x = '\0'\nprint(x)\n" * 50, "\0" + "a" * 50, "a\r\nb\rc\n\n"])
def test_nuls_and_line_ends_stay(text: str) -> None:
    assert decode(text.encode()) == Decoded(text=text, encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        CHINESE,
        "int a; // 中\n",
        "x = 1  # 长度\n" + "y = 2\n" * 500,
        "print('你好，世界！')\n",
        "# 这是一个很长的注释，用来说明《用户手册》第２章。\n",
        "# 高乐喆\n# 的是一不在有这个人我们\n",
    ],
)
@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_chinese_is_read_as_gb18030(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text=text, encoding="gb18030")


@pytest.mark.parametrize(
    "text",
    [
        "# café\n",
        "# Größe und Länge, Straße, Füße, Äpfel, Übung\n",
        "# créée à l'été, déjà reçu\n",
        "# informação não disponível, ação, coração\n",
        "# año señor niño ¿qué?\n",
        "# ÄÖÜ äöü ß\n",
        "temp = '30°C'  # ±5 µs ½\n",
        "# “quoted” – it’s €5\n",
        "# © 2010 José Müller\n",
        "/* för många år sedan, då åkte vi på en ö */\n",
    ],
)
def test_western_text_is_read_as_windows_1252(text: str) -> None:
    assert decode(text.encode("cp1252")) == Decoded(text=text, encoding="cp1252")


def test_byte_that_windows_1252_lacks_makes_it_latin_1() -> None:
    assert decode(b"\x81 \xe9 x") == Decoded(text="\x81 é x", encoding="latin-1")


def test_cyrillic_keeps_a_character_for_each_byte() -> None:
    data = "# привет, мир: проверка значения\n".encode("cp1251")
    assert len(decode(data).text) == len(data)


@pytest.mark.parametrize(
    ("head", "encoding", "expected"),
    [
        ("# -*- coding: koi8-r -*-\n", "koi8_r", "koi8-r"),
        ("#!/usr/bin/python\n# vim: set fileencoding=cp1251 :\n", "cp1251", "cp1251"),
        ("<?xml version='1.0' encoding='windows-1251'?>\n", "cp1251", "cp1251"),
        ('<html><head><meta charset="windows-1251">', "cp1251", "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8_r", "koi8-r"),
        ('@charset "iso-8859-5";\n', "iso8859_5", "iso8859-5"),
    ],
)
def test_declared_encoding_is_honoured(head: str, encoding: str, expected: str) -> None:
    text = head + "привет"
    assert decode(text.encode(encoding)) == Decoded(text=text, encoding=expected)


@pytest.mark.parametrize("name", ["euc-jp", "shift_jis", "cp932"])
def test_declared_japanese_is_honoured(name: str) -> None:
    text = f"# coding: {name}\n# 日本語のコメント\n"
    assert decode(text.encode(name)).text == text


def test_declaration_that_is_not_true_is_passed_over() -> None:
    text = "# coding: latin-1\n# 余额\n"
    assert decode(text.encode()) == Decoded(text=text, encoding="utf-8")


@pytest.mark.parametrize("name", ["zlib", "base64", "rot13", "punycode", "idna", "mbcs", "../x", "undefined"])
def test_codec_that_is_no_encoding_of_files_is_not_asked(name: str) -> None:
    data = f"# coding: {name}\n# caf\xe9\n".encode("latin-1")
    assert decode(data) == Decoded(text=data.decode("latin-1"), encoding="cp1252")


def test_code_hidden_in_a_shifting_encoding_is_seen() -> None:
    assert "eval(x)" in decode(b"# coding: utf-7\n+AGU-val(x)\n").text
    assert "\\d \ufffd" in decode(b"# coding: unicode_escape\n\\d \\ud800\n").text
    assert "\nimport os\n" in decode(b"# coding: unicode_escape\n#\\nimport os\\n\n").text


def test_utf8_with_some_damage_stays_utf8() -> None:
    data = CHINESE.encode() + b"\xff\n"
    assert decode(data) == Decoded(text=CHINESE + "\ufffd\n", encoding="utf-8")


def test_gbk_with_some_damage_stays_chinese() -> None:
    data = CHINESE.encode("gbk") * 4 + b"\xff\n"
    assert decode(data).text == CHINESE * 4 + "\ufffd\n"


@pytest.mark.parametrize("data", [b"", b"\0", b"abc", b"\0\0\0", b"ab\0cd\0ef\0", b"\x7fELF\x02\x01\x01" + b"\0" * 9])
def test_nuls_alone_are_no_wide_encoding(data: bytes) -> None:
    assert wide_encoding(data) is None


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_time_grows_as_the_text(encoding: str) -> None:
    assert growth(lambda size: decode((CHINESE * size).encode(encoding)), 20_000) < 10
