import os

import falcon


class Items:
    def on_get(self, req: falcon.Request, resp: falcon.Response):
        os.system("ls " + req.get_param("folder"))  # finds: request > command
        os.system(f"head -n {req.get_param_as_int('lines')} items")  # ok
        resp.text = "Hello " + req.params["name"]  # finds: request > response
        resp.text = "done"  # ok
        resp.set_cookie("theme", "dark", secure=False)  # sets: cookie-secure = False, cookie-http-only = True

    def on_post(self, req: falcon.Request, resp: falcon.Response):
        os.remove("items/" + req.media["name"])  # finds: request > path-write
        if req.method == "POST":
            os.remove("items/" + req.content_length)  # ok
        raise falcon.HTTPFound(req.get_header("Referer"))  # finds: request > redirect

    def on_put(self, req, resp):
        os.remove("items/" + req.media["name"])  # missing: request > path-write
