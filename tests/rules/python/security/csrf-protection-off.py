from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from shop import app, payments


@csrf_exempt  # finds: python.security.csrf-protection-off
def transfer(request):
    payments.transfer(request.user, request.POST["to"], request.POST["amount"])
    return HttpResponse(status=204)


app.config["WTF_CSRF_ENABLED"] = False  # finds: python.security.csrf-protection-off


@csrf_exempt  # ok: python.security.csrf-protection-off
def stripe(request):
    payments.verify_signature(request.body, request.headers["Stripe-Signature"])
    return HttpResponse(status=204)


@csrf_protect  # ok: python.security.csrf-protection-off
def profile(request):
    return HttpResponse("ok")


@csrf_exempt  # spurious: python.security.csrf-protection-off
def ping(request):
    return HttpResponse("pong")


def later(request):
    return HttpResponse("ok")


urlpatterns = [path("later/", csrf_exempt(later))]  # missing: python.security.csrf-protection-off
class TestConfig:
    WTF_CSRF_ENABLED = False  # ok: python.security.csrf-protection-off
