import cgi
import os
import socketserver
from html import escape
from http.server import BaseHTTPRequestHandler
from wsgiref.simple_server import make_server
from urllib.parse import parse_qs, urlparse


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        query = parse_qs(urlparse(self.path).query)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")  # ok
        self.send_header("X-Name", query["name"][0])  # finds: request > header
        self.send_header("Location", self.headers["Referer"])  # finds: request > header, request > redirect
        self.wfile.write(query["name"][0].encode())  # finds: request > html, request > response
        self.wfile.write(b"<h1>fixed</h1>")  # ok

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.wfile.write(escape(body.decode()).encode())  # finds: request > response
        os.system("say " + body.decode())  # finds: request > command
        self.send_error(400, "Wrong: " + self.path)  # ok


class Line(socketserver.StreamRequestHandler):
    def handle(self):
        os.system(self.rfile.readline().decode())  # finds: request > command


class Message(socketserver.BaseRequestHandler):
    def handle(self):
        open("files/" + self.request.recv(80).decode())  # finds: request > path


def application(environ, start_response):
    start_response("200 OK", [("X-Query", environ["QUERY_STRING"])])  # finds: request > header
    return ["Hello " + environ["QUERY_STRING"]]  # finds: request > html


make_server("", 8000, application).serve_forever()
form = cgi.FieldStorage()
os.remove("files/" + form.getvalue("name"))  # finds: request > path-write
