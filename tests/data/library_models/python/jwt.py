import jwt
from flask import Flask, request
from jose import jwt as other

app = Flask(__name__)


@app.route("/")
def index():
    sent = request.args["sent"]
    jwt.encode({"name": "you"}, request.args["key"], algorithm="none")  # finds: request > credential  # sets: jwt-algorithm = none
    jwt.encode({"name": sent}, app.config["KEY"])  # ok  # sets: jwt-algorithm = HS256
    jwt.decode(sent, app.config["KEY"], algorithms=["HS256"])  # ok  # sets: jwt-verification = True
    jwt.decode(sent, verify=False)  # sets: jwt-verification = False
    jwt.decode(sent, options={"verify_signature": False})  # sets: jwt-verification = False
    other.get_unverified_claims(sent)  # sets: jwt-verification = False
    return jwt.decode(sent, app.config["KEY"])["name"]  # ok  # sets: jwt-verification = True
