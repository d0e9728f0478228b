import logging

log = logging.getLogger(__name__)


def call(client, error):
    if client.failed:
        logging.error("failed", exc_info=True)  # finds: python.bug.exc-info-outside-handler
        log.warning("failed", exc_info=1)  # finds: python.bug.exc-info-outside-handler
    logging.error("failed", exc_info=error)  # ok: python.bug.exc-info-outside-handler
    logging.info("fine", exc_info=False)  # ok: python.bug.exc-info-outside-handler
    try:
        client.send()
    except OSError:
        logging.error("failed", exc_info=True)  # ok: python.bug.exc-info-outside-handler
        raise
