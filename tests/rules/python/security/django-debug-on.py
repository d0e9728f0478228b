import os

DEBUG = True  # finds: python.security.django-debug-on
ALLOWED_HOSTS = ["shop.example"]
INSTALLED_APPS = ["django.contrib.admin", "shop"]

DEBUG = True  # finds: python.security.django-debug-on

DEBUG = os.environ.get("DJANGO_DEBUG") == "1"  # ok: python.security.django-debug-on
DEBUG = False  # ok: python.security.django-debug-on
TEMPLATE_DEBUG = True  # ok: python.security.django-debug-on

if os.environ.get("STAGE") == "local":
    DEBUG = True  # ok: python.security.django-debug-on

DEBUG = bool(1)  # missing: python.security.django-debug-on
