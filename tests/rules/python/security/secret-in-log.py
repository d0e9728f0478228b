import logging

logger = logging.getLogger(__name__)


def login(name, password, settings):
    logger.info("login of %s with %s", name, password)  # finds: python.security.secret-in-log
    logging.debug(f"api key: {settings.api_key}")  # finds: python.security.secret-in-log
    print("token " + settings["access_token"])  # finds: python.security.secret-in-log
    logger.warning("connecting with {}".format(settings.db_password))  # finds: python.security.secret-in-log


def careful(name, password, settings):
    logger.info("login of %s", name)  # ok: python.security.secret-in-log
    logger.info("password set: %s", bool(password))  # ok: python.security.secret-in-log
    logger.debug("token of type %s, %s left", settings.token_type, settings.has_password)  # ok: python.security.secret-in-log
    logger.info("the password is wrong")  # ok: python.security.secret-in-log
    print(len(settings.api_key))  # ok: python.security.secret-in-log


def whole(settings):
    logger.info("settings: %s", settings)  # missing: python.security.secret-in-log
