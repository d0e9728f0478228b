from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def login(request):
    return redirect(request.GET["next"])  # finds: python.security.redirect-to-address-from-request


def logout(request):
    target = request.POST.get("next", "/")
    return HttpResponseRedirect(target)  # finds: python.security.redirect-to-address-from-request


def checked(request):
    target = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}):
        target = "/"
    return redirect(target)  # ok: python.security.redirect-to-address-from-request


def own(request):
    redirect(f"/search?q={request.GET['q']}")  # ok: python.security.redirect-to-address-from-request
    redirect(reverse("order", args=[request.GET["id"]]))  # ok: python.security.redirect-to-address-from-request
    return redirect("home")  # ok: python.security.redirect-to-address-from-request


def helper(request):
    return redirect(next_page(request))  # missing: python.security.redirect-to-address-from-request
