from html import escape

import cherrypy
from cherrypy.lib.static import serve_file


class Shop:
    @cherrypy.expose
    def hello(self, name):
        return "<h1>" + name  # finds: request > html

    @cherrypy.expose
    def escaped(self, name):
        return "<h1>" + escape(name)  # ok

    @cherrypy.expose
    def go(self):
        raise cherrypy.HTTPRedirect(cherrypy.request.params["next"])  # finds: request > redirect

    @cherrypy.expose
    def home(self):
        raise cherrypy.HTTPRedirect(cherrypy.url("/home"))  # ok

    @cherrypy.expose
    def file(self):
        return serve_file("/files/" + cherrypy.request.headers["X-File"])  # finds: request > path

    @cherrypy.expose
    def keep(self, colour):
        cherrypy.session["colour"] = colour  # finds: request > session, request > token
        return "done"

    def helper(self, name):
        return "<h1>" + name  # ok
