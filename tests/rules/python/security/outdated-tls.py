"""Contexts for connections to a mail server."""

import ssl


def old_context():
    return ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # finds: python.security.outdated-tls


def older_context():
    version = ssl.PROTOCOL_SSLv3
    return ssl.SSLContext(version)  # finds: python.security.outdated-tls


def default_context():
    return ssl.create_default_context()  # ok: python.security.outdated-tls


def client_context():
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # ok: python.security.outdated-tls


def newest_context():
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)  # ok: python.security.outdated-tls
    made.minimum_version = ssl.TLSVersion.TLSv1_3  # ok: python.security.outdated-tls
    return made
