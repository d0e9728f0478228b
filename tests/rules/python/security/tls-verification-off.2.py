import ssl


def certificate_of(host):
    context = ssl.create_default_context()
    context.check_hostname = False  # ok: python.security.tls-verification-off
    # any certificate will do, also an expired one
    context.verify_mode = ssl.CERT_NONE  # finds: python.security.tls-verification-off
    return ssl.get_server_certificate((host, 443))


def loose():
    context = ssl.create_default_context()
    context.check_hostname = False  # finds: python.security.tls-verification-off
    return context
