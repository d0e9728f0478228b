import os

ALLOWED_HOSTS = ["*"]  # finds: python.security.django-any-host
ALLOWED_HOSTS = ("shop.example", "*")  # finds: python.security.django-any-host

ALLOWED_HOSTS = [".shop.example"]  # ok: python.security.django-any-host
ALLOWED_HOSTS = os.environ["HOSTS"].split(",")  # ok: python.security.django-any-host
CORS_ALLOWED_HOSTS = ["*"]  # ok: python.security.django-any-host

if os.environ.get("STAGE") == "local":
    ALLOWED_HOSTS = ["*"]  # ok: python.security.django-any-host

ALLOWED_HOSTS += ["*"]  # missing: python.security.django-any-host
