import ssl


def connect():
    context = ssl.create_default_context()  # ok
    context.check_hostname = False  # sets: tls-verification = False
    context.verify_mode = ssl.CERT_NONE  # sets: tls-verification = False
    context.load_verify_locations("own.pem")  # ok
    good = ssl.create_default_context()  # ok
    good.verify_mode = ssl.CERT_REQUIRED  # sets: tls-verification = True
    good.minimum_version = ssl.TLSVersion.TLSv1_3  # sets: tls-version = TLSv1.3
    ssl._create_unverified_context()  # sets: tls-verification = False
    ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # sets: tls-version = TLSv1
    ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # sets: tls-version = ssl.PROTOCOL_TLS_CLIENT
