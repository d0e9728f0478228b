import json
import os
import sqlite3

from flask import (
    Flask,
    Response,
    jsonify,
    make_response,
    redirect,
    render_template,
    render_template_string,
    request,
    send_file,
    send_from_directory,
    session,
    url_for,
)
from flask.views import MethodView
from flask_restful import Resource, reqparse
from flask_wtf import FlaskForm
from markupsafe import Markup, escape
from werkzeug.utils import safe_join, secure_filename
from wtforms import StringField

app = Flask(__name__)
app.debug = True  # sets: debug = True


@app.route("/hello")
def hello():
    return "Hello " + request.args.get("name", "")  # finds: request > html


@app.route("/escaped")
def escaped():
    return "Hello " + escape(request.args["name"])  # ok


@app.route("/template")
def template():
    return render_template("hello.html", name=request.args["name"])  # ok


@app.route("/source")
def source():
    return render_template_string("Hello " + request.form["name"])  # finds: request > template


@app.route("/context")
def context():
    return render_template_string("Hello {{ name }}", name=request.form["name"])  # ok


@app.route("/shop/<name>")
def shop(name):
    return f"<h1>{name}</h1>"  # finds: request > html


@app.route("/markup")
def markup():
    return Markup("<b>{}</b>").format(request.args["q"])  # ok


@app.route("/marked")
def marked():
    return Markup(request.args["q"])  # finds: request > html


@app.errorhandler(404)
def not_found(error):
    return "No page " + request.url, 404  # finds: request > html


@app.route("/where")
def where():
    return "You are at " + request.path  # ok


@app.route("/json")
def as_json():
    return jsonify(name=request.args["name"])  # finds: request > response


@app.route("/dict")
def as_dict():
    return {"name": request.args["name"]}  # ok


@app.route("/plain")
def plain():
    return Response(request.args["name"], mimetype="text/plain")  # finds: request > response


@app.route("/html")
def html():
    return Response(request.args["name"])  # finds: request > html, request > response


@app.route("/header")
def header():
    return Response("fixed", headers={"X-Name": request.args["name"]})  # ok


@app.route("/made")
def made():
    response = make_response(request.cookies["name"])
    return response  # finds: request > html


@app.route("/go")
def go():
    return redirect(request.args["next"])  # finds: request > redirect


@app.route("/home")
def home():
    return redirect(url_for("hello", name=request.args["name"]))  # ok


@app.route("/own")
def own():
    return redirect("/shop/" + request.args["name"])  # ok


@app.route("/file")
def file():
    return send_file("files/" + request.args["file"])  # finds: request > path


@app.route("/folder")
def folder():
    return send_from_directory("files", request.args["file"])  # ok


@app.route("/joined")
def joined():
    return send_file(safe_join("files", request.args["file"]))  # ok


@app.route("/upload", methods=["POST"])
def upload():
    file = request.files["file"]
    file.save(os.path.join("uploads", file.filename))  # finds: request > path-write, request > upload
    file.save(os.path.join("uploads", secure_filename(file.filename)))  # finds: request > upload
    return "done"


@app.route("/session")
def keep():
    session["name"] = request.args["name"]  # finds: request > session, request > token
    session[request.args["key"]] = "yes"  # finds: request > session-key
    session["seen"] = "yes"  # ok
    return "done"


@app.route("/cookie")
def cookie():
    response = make_response("done")
    response.set_cookie("theme", "dark")  # sets: cookie-secure = False, cookie-http-only = False, cookie-same-site = None
    response.set_cookie("theme", "dark", secure=True, httponly=True, samesite="Lax")  # sets: cookie-secure = True, cookie-http-only = True, cookie-same-site = Lax
    response.headers["X-Theme"] = request.args["theme"]  # finds: request > header
    response.headers["X-Shop"] = "open"  # ok
    return response


class Items(MethodView):
    def get(self, name):
        return "<p>" + name  # finds: request > html

    def post(self):
        return render_template("done.html", data=request.get_json())  # ok


class Api(Resource):
    def get(self, name):
        connection = sqlite3.connect("shop.db")
        connection.execute("SELECT * FROM item WHERE name = '" + name + "'")  # finds: request > sql
        return {"name": name}  # ok

    def post(self):
        arguments = reqparse.RequestParser().parse_args()
        return redirect(arguments["next"])  # finds: request > redirect


class Search(FlaskForm):
    words = StringField("words")


@app.route("/search")
def search():
    form = Search()
    return f"Nothing for {form.words.data}"  # finds: request > html


@app.route("/dump")
def dump():
    return json.dumps({"name": request.args["name"]})  # finds: request > html


@app.route("/number/<int:number>")
def number(number):
    return f"<p>{number}</p>"  # ok


def added(name):
    return "<p>" + name  # finds: request > html


app.add_url_rule("/added/<name>", view_func=added)


def not_a_view(name):
    return "<p>" + name  # ok


if __name__ == "__main__":
    app.run(debug=True)  # sets: debug = True
