"""Settings that a program in Java keeps in files of their own are read with it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Xcr

READER = """\
import java.security.MessageDigest;
import java.util.Properties;

class Reader {
    byte[] digest(byte[] content) throws Exception {
        Properties settings = new Properties();
        settings.load(Reader.class.getResourceAsStream("/app.properties"));
        return MessageDigest.getInstance(settings.getProperty("digest", "SHA-256")).digest(content);
    }
}
"""


@pytest.mark.parametrize(("digest", "found"), [("MD5", True), ("SHA-512", False)])
def test_setting_of_a_properties_file_is_known_where_java_reads_it(xcr: Xcr, digest: str, found: bool) -> None:
    Path("Reader.java").write_text(READER)
    Path("app.properties").write_text(f"# how\ndigest = {digest}\n")
    done = xcr("review", ".", "--engines", "dataflow", "--quiet")
    assert ("java.security.broken-hash" in done.out) is found
