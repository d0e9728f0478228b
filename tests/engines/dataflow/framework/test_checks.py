"""What the checks say, and the places that they show for it."""

from tests.engines.dataflow.framework.mapped import observed
from tests.engines.dataflow.program import analyse

from xcodereviewer.domain.kinds import CheckKind
from xcodereviewer.domain.levels import Confidence
from xcodereviewer.engines.dataflow.framework.checks import observations
from xcodereviewer.engines.dataflow.ir import unpack

SHOP = """
from flask import Flask
from flask_login import login_required
from shop import db, Order
app = Flask(__name__)

@app.get("/a")
@login_required
def a(): ...

@app.get("/b")
@login_required
def b(): ...

@app.get("/c")
@login_required
def c(): ...

@app.post("/d")
def d():
    db.session.add(Order())
    db.session.commit()
"""


def test_missing_authentication_says_how_many_siblings_have_it_and_shows_them() -> None:
    (found,) = observations(analyse({"app.py": SHOP}), frozenset((CheckKind.MISSING_AUTHENTICATION,)))
    assert found.message == (
        "`d` (POST /d) changes data (`db.session.add`) for anyone who asks: 3 of 4 sibling routes require to know who "
        "asks, this one does not."
    )
    assert [(unpack(place.at).start_line, place.text) for place in found.related] == [
        (21, "It changes data here: `db.session.add`."),
        (9, "`a` requires `login_required`."),
        (13, "`b` requires `login_required`."),
        (17, "`c` requires `login_required`."),
    ]


def test_missing_authentication_is_doubted_where_few_siblings_have_it() -> None:
    few = SHOP.replace("@login_required\ndef b", "def b").replace("@login_required\ndef c", "def c")
    (found,) = observations(analyse({"app.py": few}), frozenset((CheckKind.MISSING_AUTHENTICATION,)))
    assert found.confidence is Confidence.LOW


def test_application_that_asks_nobody_is_left_alone() -> None:
    assert observed(SHOP.replace("@login_required\n", ""), CheckKind.MISSING_AUTHENTICATION) == []


def test_page_that_is_public_by_its_name_is_left_alone() -> None:
    assert observed(SHOP.replace('"/d"', '"/webhook"'), CheckKind.MISSING_AUTHENTICATION) == []


def test_clear_password_is_left_alone_where_the_record_hashes_it() -> None:
    program = """
    from flask import request
    from flask_sqlalchemy import SQLAlchemy
    from werkzeug.security import generate_password_hash
    db = SQLAlchemy()

    class User(db.Model):
        name = db.Column(db.String)

        @property
        def password(self): ...

        @password.setter
        def password(self, value):
            self.digest = {}

    def change():
        user = User.query.first()
        user.password = request.form["password"]
        db.session.commit()
    """
    hashing, keeping = program.replace("{}", "generate_password_hash(value)"), program.replace("{}", "value")
    assert observed(hashing, CheckKind.PASSWORD_IN_CLEAR) == []
    assert observed(keeping, CheckKind.PASSWORD_IN_CLEAR) == [
        "app.py:19 A password is kept in `user.password` as it was typed: `change` hashes nothing."
    ]


def test_limit_of_the_whole_application_throttles_its_login() -> None:
    program = """
    from flask import Flask, request
    from flask_limiter import Limiter
    app = Flask(__name__)
    limiter = Limiter(app=app{})

    @app.post("/login")
    def login():
        return str(user.check_password(request.form["password"]))
    """
    limited, bare = program.replace("{}", ", default_limits=['9/minute']"), program.replace("{}", "")
    assert observed(limited, CheckKind.LOGIN_WITHOUT_THROTTLING) == []
    assert len(observed(bare, CheckKind.LOGIN_WITHOUT_THROTTLING)) == 1
