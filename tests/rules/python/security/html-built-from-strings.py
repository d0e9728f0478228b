from django.http import HttpResponse
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from fastapi.responses import HTMLResponse
from markupsafe import Markup

ICON = "<i class='ok'></i>"


def badge(user):
    return mark_safe(f"<b>{user.name}</b>")  # finds: python.security.html-built-from-strings


def hello(request):
    return HttpResponse("<h1>Hello " + request.GET["name"] + "</h1>")  # finds: python.security.html-built-from-strings


def page(title):
    body = "<title>%s</title>" % title
    return HTMLResponse(body)  # finds: python.security.html-built-from-strings


def link(user):
    return Markup("<a href='{}'>me</a>".format(user.homepage))  # finds: python.security.html-built-from-strings


def safe(user):
    format_html("<b>{}</b>", user.name)  # ok: python.security.html-built-from-strings
    mark_safe(f"<b>{escape(user.name)}</b>")  # ok: python.security.html-built-from-strings
    Markup("<b>%s</b>") % user.name  # ok: python.security.html-built-from-strings
    mark_safe(f"<b>{ICON}</b>")  # ok: python.security.html-built-from-strings
    mark_safe("<b>{}</b>".format("new"))  # ok: python.security.html-built-from-strings
    HttpResponse(f"<user>{user.id}</user>", content_type="application/xml")  # ok: python.security.html-built-from-strings
    return HttpResponse(f"{user.id}: not found", status=404)  # ok: python.security.html-built-from-strings


def returned(name):
    return "<h1>Hello " + name + "</h1>"  # missing: python.security.html-built-from-strings
