import os

import tornado.web
from tornado.escape import xhtml_escape
from tornado.httpclient import AsyncHTTPClient
from tornado.template import Template
from tornado.websocket import WebSocketHandler


class Hello(tornado.web.RequestHandler):
    async def get(self, name):
        self.write("<h1>" + name)  # finds: request > html, request > response
        self.write("<h1>" + xhtml_escape(name))  # finds: request > response
        self.write({"name": name})  # finds: request > response
        self.render("hello.html", name=name)  # ok
        self.write("<h1>fixed</h1>")  # ok

    async def post(self):
        await AsyncHTTPClient().fetch(self.get_argument("url"))  # finds: request > url  # sets: tls-verification = True
        await AsyncHTTPClient().fetch("https://example.org/", validate_cert=False)  # sets: tls-verification = False
        self.set_cookie("theme", "dark")  # sets: cookie-secure = False, cookie-http-only = False
        self.redirect(self.get_body_argument("next"))  # finds: request > redirect

    def delete(self):
        os.remove("files/" + self.request.query)  # finds: request > path-write
        self.redirect("/home?" + self.request.query)  # ok
        self.finish(Template("Gone: " + self.get_query_argument("name")).generate())  # finds: request > template

    def helper(self, name):
        self.write(name)  # ok


class Chat(WebSocketHandler):
    def on_message(self, message):
        os.system("say " + message)  # finds: request > command


application = tornado.web.Application([("/", Hello)], debug=True)  # sets: debug = True
