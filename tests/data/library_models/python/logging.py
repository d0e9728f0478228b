import logging

from flask import Flask, request
from loguru import logger as loud

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/")
def index():
    name = request.args["name"]
    logger.info("Hello %s", name)  # finds: request > log
    logger.info("Hello %s", len(name))  # ok
    logging.warning("Hello " + name)  # finds: request > log
    app.logger.error(f"No {name}")  # finds: request > log
    loud.info(name)  # finds: request > log
    logger.setLevel(name)  # ok
    logger.debug("Hello")  # ok
    return "done"


class Shop:
    def __init__(self, log):
        self.log = log

    def greet(self):
        self.log.info(request.args["name"])  # finds: request > log
