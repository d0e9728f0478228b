"""What the users of a site change about themselves."""

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from shop.models import Parcel, check_signature


@csrf_exempt
@login_required
def rename(request):  # finds: python.security.forged-request-changes-data
    request.user.name = request.POST["name"]
    request.user.save()
    return JsonResponse({"ok": True})


@login_required
def drop(request, number):  # finds: python.security.forged-request-changes-data
    if request.method == "GET":
        Parcel.objects.filter(id=number, owner=request.user).delete()
    return JsonResponse({"ok": True})


@login_required
def move(request):  # ok: python.security.forged-request-changes-data
    request.user.street = request.POST["street"]
    request.user.save()
    return JsonResponse({"ok": True})


@csrf_exempt
def paid(request):  # ok: python.security.forged-request-changes-data
    check_signature(request.headers["X-Signature"], request.body)
    Parcel.objects.filter(id=request.POST["parcel"]).update(paid=True)
    return JsonResponse({"ok": True})


urlpatterns = [
    path("rename/", rename),
    path("drop/<int:number>/", drop),
    path("move/", move),
    path("paid/", paid),
]
