import logging
import traceback

from django.http import HttpResponse, JsonResponse

logger = logging.getLogger(__name__)


def place(request):
    try:
        return JsonResponse(create(request))
    except ValueError:
        return JsonResponse({"error": traceback.format_exc()}, status=500)  # finds: python.security.traceback-in-response


def show(request):
    try:
        return HttpResponse(page(request))
    except ValueError:
        return f"<pre>{traceback.format_exc()}</pre>", 500  # finds: python.security.traceback-in-response


def careful(request):
    try:
        return HttpResponse(page(request))
    except ValueError:
        logger.error("failed: %s", traceback.format_exc())  # ok: python.security.traceback-in-response
        text = traceback.format_exc()  # ok: python.security.traceback-in-response
        report(text)
        return HttpResponse("failed", status=500)


def through_a_variable(request):
    try:
        return HttpResponse(page(request))
    except ValueError:
        text = traceback.format_exc()
        return HttpResponse(text, status=500)  # missing: python.security.traceback-in-response
