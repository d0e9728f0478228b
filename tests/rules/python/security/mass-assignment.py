"""Accounts and addresses of customers."""

from django.contrib.auth.models import User
from django.db import models
from django.http import JsonResponse
from django.views import View


class Address(models.Model):
    street = models.CharField(max_length=80)
    verified = models.BooleanField(default=False)


class Register(View):
    def post(self, request):
        user = User.objects.create(**request.POST.dict())  # finds: python.security.mass-assignment
        return JsonResponse({"id": user.id})

    def put(self, request, number):
        Address.objects.filter(id=number).update(**request.POST.dict())  # finds: python.security.mass-assignment
        return JsonResponse({"ok": True})


class RegisterByField(View):
    def post(self, request):
        user = User.objects.create(username=request.POST["name"], email=request.POST["email"])  # ok: python.security.mass-assignment
        return JsonResponse({"id": user.id})

    def put(self, request, number):
        Address.objects.filter(id=number).update(street=request.POST["street"])  # ok: python.security.mass-assignment
        return JsonResponse({"ok": True})
