import hmac


def receive(request, key, body, signature):
    if hmac.new(key, body, "sha256").hexdigest() != signature:  # finds: python.security.secret-compared-early-exit
        return False
    expected_signature = sign(body, key)
    return signature == expected_signature  # finds: python.security.secret-compared-early-exit


def header(request, key):
    mac = hmac.new(key, request.body, "sha256").hexdigest()
    return mac == request.headers["X-Signature"]  # finds: python.security.secret-compared-early-exit


def careful(request, key, body, signature):
    digest = hmac.new(key, body, "sha256").hexdigest()
    if signature == None or signature == "":  # ok: python.security.secret-compared-early-exit
        return False
    if len(signature) != len(digest):  # ok: python.security.secret-compared-early-exit
        return False
    return hmac.compare_digest(digest, signature)  # ok: python.security.secret-compared-early-exit


def token(request, user):
    return request.headers["X-Token"] == user.token  # missing: python.security.secret-compared-early-exit
