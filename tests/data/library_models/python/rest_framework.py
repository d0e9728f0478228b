from django.http import HttpResponse
from django.shortcuts import redirect
from rest_framework import serializers, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from shop.models import Item


class ItemSerializer(serializers.Serializer):
    name = serializers.CharField()

    def described(self):
        return Item.objects.raw("SELECT * FROM item WHERE name = '" + self.validated_data["name"] + "'")  # finds: request > sql


@api_view(["GET"])
def search(request):
    Item.objects.raw("SELECT * FROM item WHERE name = '%s'" % request.query_params["name"])  # finds: request > sql
    Item.objects.raw("SELECT * FROM item WHERE name = %s", [request.query_params["name"]])  # ok
    return Response({"name": request.query_params["name"]})  # finds: request > response


@api_view(["POST"])
def go(request, name):
    return redirect(request.data["next"])  # finds: request > redirect


class Items(APIView):
    def get(self, request: Request, name=None):
        return HttpResponse(f"<b>{name}</b>")  # finds: request > html, request > response

    def post(self, request):
        Item.objects.filter(name=self.request.data["name"])  # ok
        return Response({"done": True})  # ok

    def helper(self, name):
        return HttpResponse(f"<b>{name}</b>")  # ok


class ItemViews(viewsets.ModelViewSet):
    def list(self, request):
        return redirect(self.kwargs["next"])  # finds: request > redirect

    @action(detail=True, methods=["post"])
    def mark(self, request, pk=None):
        return redirect(request.POST["next"])  # finds: request > redirect
