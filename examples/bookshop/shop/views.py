"""The pages of the shop."""

import subprocess

from flask import Flask, abort, redirect, render_template_string, request, send_file

from shop import orders

app = Flask(__name__)


@app.get("/search")
def search():
    title = request.args.get("title", "")
    books = orders.find_books(title)
    return render_template_string("<h1>Results for " + title + "</h1>{{ books }}", books=books)


@app.get("/cover/<name>")
def cover(name):
    if name not in orders.COVERS:
        abort(404)
    return send_file(orders.COVERS[name])


@app.post("/export")
def export():
    name = request.form["name"]
    subprocess.run(f"pg_dump shop > /backups/{name}.sql", shell=True, check=True)
    return redirect("/")


@app.post("/thumbnail")
def thumbnail():
    subprocess.run(["convert", "cover.png", "-resize", "100x", "thumbnail.png"], check=True)
    return redirect("/")


if __name__ == "__main__":
    app.run(host="0.0.0.0", debug=True)
