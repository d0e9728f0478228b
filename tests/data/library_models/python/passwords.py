import logging
from getpass import getpass

import bcrypt
from argon2 import PasswordHasher
from passlib.hash import hex_md5
from werkzeug.security import check_password_hash, generate_password_hash


def ask(known):
    typed = getpass("Who? ")
    logging.info(typed)  # finds: secret > log
    logging.info(bcrypt.hashpw(typed, bcrypt.gensalt()))  # ok
    logging.info(generate_password_hash(typed))  # ok
    logging.info(PasswordHasher().hash(typed))  # ok
    logging.info(check_password_hash(known, typed))  # ok
    hex_md5.hash(typed)  # sets: hash = md5
    logging.info("typed %s", typed)  # finds: secret > log
