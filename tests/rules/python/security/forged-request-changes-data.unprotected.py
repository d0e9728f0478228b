"""A site with forms that nothing protects; it is told once, at the first."""

from flask import Flask, redirect, request
from flask_login import current_user, login_required
from shop.models import Note, db

app = Flask(__name__)


@app.post("/address")
@login_required
def address():  # finds: python.security.forged-request-changes-data
    current_user.street = request.form["street"]
    db.session.commit()
    return redirect("/")


@app.post("/notes")
@login_required
def note():  # ok: python.security.forged-request-changes-data
    db.session.add(Note(text=request.form["text"], user=current_user))
    db.session.commit()
    return redirect("/")
