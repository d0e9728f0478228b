from aiohttp_session.cookie_storage import EncryptedCookieStorage
from starlette.middleware.sessions import SessionMiddleware


def storage(key, settings):
    open_to_scripts = EncryptedCookieStorage(key, httponly=False)  # finds: python.security.cookie-protection-off
    kept = EncryptedCookieStorage(key, secure=True, httponly=True)  # ok: python.security.cookie-protection-off
    chosen = EncryptedCookieStorage(key, secure=settings.secure)  # ok: python.security.cookie-protection-off
    return open_to_scripts, kept, chosen


def middleware(app, key):
    return SessionMiddleware(app, key, https_only=False)  # finds: python.security.cookie-protection-off
