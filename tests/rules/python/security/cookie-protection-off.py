from flask import Flask, make_response

app = Flask(__name__)
app.config["SESSION_COOKIE_HTTPONLY"] = False  # finds: python.security.cookie-protection-off
SESSION_COOKIE_SECURE = False  # finds: python.security.cookie-protection-off


def login(user):
    response = make_response("welcome")
    response.set_cookie("session_id", user.session)  # finds: python.security.cookie-protection-off
    response.set_cookie("access_token", user.token, httponly=True)  # finds: python.security.cookie-protection-off
    response.set_cookie("auth", user.token, secure=False, httponly=True)  # finds: python.security.cookie-protection-off
    return response


def careful(response, user, flags):
    response.set_cookie("session_id", user.session, secure=True, httponly=True, samesite="Lax")  # ok: python.security.cookie-protection-off
    response.set_cookie("session_id", user.session, **flags)  # ok: python.security.cookie-protection-off
    response.set_cookie("session_id", "", max_age=0)  # ok: python.security.cookie-protection-off
    response.set_cookie("theme", "dark")  # ok: python.security.cookie-protection-off
    response.set_cookie("csrf_token", user.csrf, secure=True)  # ok: python.security.cookie-protection-off


class DevelopmentConfig:
    SESSION_COOKIE_SECURE = False  # ok: python.security.cookie-protection-off


NAME = "session_id"


def named(response, user):
    response.set_cookie(NAME, user.session)  # missing: python.security.cookie-protection-off
