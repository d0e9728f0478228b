from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.template import Template
from django.urls import path, re_path, reverse
from django.utils.html import escape, format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Hello " + request.GET.get("name", ""))  # finds: request > html, request > response


def escaped(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Hello " + escape(request.GET["name"]))  # finds: request > response


def plain(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.GET["name"], content_type="text/plain")  # finds: request > response


def fixed(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return HttpResponse("posted")  # ok
    return render(request, "hello.html", {"name": request.GET["name"]})  # ok


def as_json(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"name": request.GET["name"]})  # finds: request > response


@login_required
def profile(request, name):
    return HttpResponseNotFound(f"No {name}")  # finds: request > html, request > response


@csrf_exempt
def go(request):
    return redirect(request.GET["next"])  # finds: request > redirect


@csrf_exempt
def again(request):
    return redirect(request.get_full_path())  # ok


@csrf_exempt
def back(request):
    return HttpResponseRedirect(request.META.get("HTTP_REFERER"))  # finds: request > redirect


@csrf_exempt
def checked(request):
    target = request.GET["next"]
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        return redirect(target)  # ok
    if url_has_allowed_host_and_scheme(url=target, allowed_hosts=None):
        return redirect(target)  # ok
    return redirect(reverse("home", args=[target]))  # ok


@csrf_exempt
def greet(request):
    name = request.COOKIES["name"]
    marked = mark_safe("<b>" + name + "</b>")  # finds: request > html
    made = format_html("<b>{}</b>", name)  # ok
    wrong = format_html("<b>" + name + "</b>{}", "x")  # finds: request > html
    slug = mark_safe("<b>" + slugify(name) + "</b>")  # ok
    return render(request, "greet.html", {"parts": [marked, made, wrong, slug]})


@csrf_exempt
def source(request):
    return HttpResponse(Template("Hello " + request.POST["name"]).render({}))  # finds: request > template


@csrf_exempt
def remember(request):
    request.session["colour"] = request.POST["colour"]  # finds: request > session, request > token
    response = HttpResponse("done")
    response.set_cookie("theme", "dark")  # sets: cookie-secure = False, cookie-http-only = False, cookie-same-site = None
    response["X-Theme"] = request.POST["colour"]  # finds: request > header
    response["X-Shop"] = "open"  # ok
    return response


class Shop(View):
    def get(self, request, name):
        return HttpResponse("<h1>" + name)  # finds: request > html, request > response

    def post(self, request):
        return HttpResponse(self.request.body)  # finds: request > html, request > response

    def helper(self, name):
        return HttpResponse("<h1>" + name)  # ok


class Page(TemplateView):
    def title(self):
        return mark_safe(self.kwargs["title"])  # finds: request > html


class Own(LoginRequiredMixin, View):
    def get(self, request):
        return redirect(self.request.GET["next"])  # finds: request > redirect


def unmarked(request):
    return HttpResponse(request.GET["name"])  # missing: request > html, request > response


def routed(request, name):
    return HttpResponse(name)  # finds: request > html, request > response


def routed_late(request):
    return redirect(request.POST["next"])  # finds: request > redirect


urlpatterns = [
    path("routed/<name>/", routed),
    re_path("^late/$", login_required(routed_late)),
    path("shop/", Shop.as_view()),
]


def not_a_view(name):
    return HttpResponse(name)  # ok
