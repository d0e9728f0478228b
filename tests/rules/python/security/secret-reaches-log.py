"""A command that signs in to a service."""

import getpass
import hashlib
import logging

log = logging.getLogger(__name__)


def ask(user):
    password = getpass.getpass(f"Password of {user}: ")
    log.debug("got %s for %s", password, user)  # finds: python.security.secret-reaches-log
    return password


def describe(password):
    return "signing in with " + password


def sign_in(user):
    text = describe(getpass.getpass())
    logging.info(text)  # finds: python.security.secret-reaches-log
    return user


def sign_in_quietly(user):
    password = getpass.getpass()
    log.info("signing in %s with %d characters", user, len(password))  # ok: python.security.secret-reaches-log
    return password


def prompt(user):
    getpass.getpass()
    log.info("signed in %s", user)  # ok: python.security.secret-reaches-log
