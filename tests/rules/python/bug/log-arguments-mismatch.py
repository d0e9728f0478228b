import logging

log = logging.getLogger(__name__)


def read(path, user):
    try:
        return open(path)
    except OSError as error:
        logging.error("cannot read %s: %s", path)  # finds: python.bug.log-arguments-mismatch
        logging.warning("cannot read file", path)  # finds: python.bug.log-arguments-mismatch
        logging.info("cannot read %s: %s", path, error)  # ok: python.bug.log-arguments-mismatch
        logging.debug("100%% of %(name)s", {"name": user})  # ok: python.bug.log-arguments-mismatch
        logging.error("%s", "x", exc_info=error)  # ok: python.bug.log-arguments-mismatch
        raise


def hidden(path):
    log.error("cannot read %s: %s", path)  # finds: python.bug.log-arguments-mismatch
