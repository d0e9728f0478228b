from bottle import Bottle, html_escape, redirect, request, response, route, run, static_file, template

app = Bottle()


@route("/hello/<name>")
def hello(name):
    return "<h1>" + name  # finds: request > html


@app.get("/search")
def search():
    return "Nothing for " + request.query.words  # finds: request > html


@app.get("/escaped")
def escaped():
    return "Nothing for " + html_escape(request.query.words)  # ok


@app.get("/json")
def as_json():
    return {"words": request.query.words}  # ok


@app.post("/template")
def from_template():
    return template("hello", name=request.forms.get("name"))  # ok


@app.post("/source")
def source():
    return template("<h1>" + request.forms.get("name"))  # finds: request > template


@app.get("/go")
def go():
    redirect(request.get_cookie("next"))  # finds: request > redirect


@app.get("/static/<name:path>")
def static(name):
    return static_file(name, root="static")  # ok


@app.get("/any/<name:path>")
def anywhere(name):
    return static_file("index.html", root="static/" + name)  # finds: request > path


@app.get("/cookie")
def cookie():
    response.set_cookie("theme", "dark")  # sets: cookie-secure = False, cookie-http-only = False
    return "done"


run(app, debug=True)  # sets: debug = True
