import ssl

from OpenSSL import SSL


def context():
    old = ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # finds: python.security.old-tls-version
    loose = ssl.create_default_context()
    loose.minimum_version = ssl.TLSVersion.TLSv1_1  # finds: python.security.old-tls-version
    return old, loose, SSL.Context(SSL.SSLv3_METHOD)  # finds: python.security.old-tls-version


def current():
    modern = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # ok: python.security.old-tls-version
    modern.minimum_version = ssl.TLSVersion.TLSv1_2  # ok: python.security.old-tls-version
    modern.options |= ssl.OP_NO_TLSv1
    return modern, SSL.Context(SSL.TLS_METHOD)  # ok: python.security.old-tls-version


def is_old(version):
    return version == ssl.PROTOCOL_TLSv1  # ok: python.security.old-tls-version


def imported():
    from ssl import PROTOCOL_TLSv1, SSLContext

    return SSLContext(PROTOCOL_TLSv1)  # missing: python.security.old-tls-version
