"""Files of properties."""

from tests.engines.dataflow.languages.shown import show

from xcodereviewer.domain.location import Span
from xcodereviewer.engines.dataflow.ir import unpack
from xcodereviewer.engines.dataflow.languages.java_properties import lower_properties


def test_settings_are_variables() -> None:
    source = """
# a comment
! another
db.url = jdbc:h2:mem
hash:MD5
key\\ with\\:colon value
path=C\\:\\\\data\\u0041
empty
long = a,\\
       b
"""
    expected = """
db.url = 'jdbc:h2:mem'
hash = 'MD5'
key with:colon = 'value'
path = 'C:\\\\dataA'
empty = ''
long = 'a,b'
"""
    assert show(lower_properties(source)) == expected.strip()


def test_a_setting_over_several_lines_stands_where_it_begins() -> None:
    module = lower_properties("a=1\nb = 2,\\\n  3\n")
    assert unpack(module.body[1].at) == Span(start_line=2, start_column=1, end_line=3, end_column=4)
