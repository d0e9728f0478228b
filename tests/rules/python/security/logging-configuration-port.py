import logging.config
from logging.config import listen


def start(port, check):
    first = logging.config.listen(port)  # finds: python.security.logging-configuration-port
    second = listen()  # finds: python.security.logging-configuration-port
    third = logging.config.listen(port, verify=check)  # ok: python.security.logging-configuration-port
    logging.config.dictConfig({"version": 1})  # ok: python.security.logging-configuration-port
    return first, second, third
