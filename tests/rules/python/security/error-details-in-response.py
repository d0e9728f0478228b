"""What clients are told when something goes wrong."""

import traceback

from django.http import HttpResponse, JsonResponse
from django.views import View
from flask import Flask, jsonify

from shop import orders

app = Flask(__name__)


@app.get("/orders/<number>")
def order(number):
    try:
        return jsonify(orders.load(number))
    except Exception as error:
        return jsonify({"error": str(error)}), 500  # finds: python.security.error-details-in-response


@app.get("/report")
def report():
    try:
        return jsonify(orders.report())
    except Exception:
        return jsonify(trace=traceback.format_exc()), 500  # finds: python.security.error-details-in-response


class Orders(View):
    def get(self, request):
        try:
            return JsonResponse({"orders": orders.all()})
        except OSError as error:
            return HttpResponse(f"failed: {error}", status=500)  # finds: python.security.error-details-in-response

    def post(self, request):
        try:
            orders.add(request.POST["item"])
        except OSError:
            return JsonResponse({"error": "the order was not kept"}, status=500)  # ok: python.security.error-details-in-response
        return JsonResponse({"ok": True})


@app.get("/orders/<number>/quiet")
def quiet(number):
    try:
        return jsonify(orders.load(number))
    except Exception as error:
        app.logger.error("order: %r", error)
        return jsonify({"error": "the order could not be read"}), 500  # ok: python.security.error-details-in-response
