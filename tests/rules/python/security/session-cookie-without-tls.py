"""The settings of a site."""

DEBUG = False
INSTALLED_APPS = ["django.contrib.sessions", "shop"]
MIDDLEWARE = [  # finds: python.security.session-cookie-without-tls
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
ROOT_URLCONF = "shop.urls"
