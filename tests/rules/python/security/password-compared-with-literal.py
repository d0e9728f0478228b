from flask import request


def login(username, password):
    if username == "admin" and password == "letmein":  # finds: python.security.password-compared-with-literal
        return True
    return request.headers["X-Api-Key"] == "4f9c2b7d"  # finds: python.security.password-compared-with-literal


def form_login():
    return request.form.get("password") == "hunter2"  # finds: python.security.password-compared-with-literal


def careful(user, password, field):
    if password == "" or SECRET_KEY == "change-me":  # ok: python.security.password-compared-with-literal
        return False
    if field.type == "password":  # ok: python.security.password-compared-with-literal
        return False
    if password == user.old_password:  # ok: python.security.password-compared-with-literal
        return False
    return password != "********" and check_password_hash(user.hash, password)  # ok: python.security.password-compared-with-literal


def reversed_order(password):
    return "letmein" == password  # missing: python.security.password-compared-with-literal
