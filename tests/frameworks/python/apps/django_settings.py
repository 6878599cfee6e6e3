"""What Django wants to be told, with the middlewares of a new project that meet every request."""

import os

SECRET_KEY = "of the test"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = os.environ.get("URLS", "urls")
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    *filter(None, [os.environ.get("MIDDLEWARE")]),
]
# Its own line for every 4xx and 5xx would stand beside the webhook's.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "loggers": {"django": {"level": "CRITICAL"}},
}
USE_TZ = True
DATA_UPLOAD_MAX_MEMORY_SIZE = int(os.environ.get("LIMIT", "2621440"))
# Headers that Django adds to whatever it answers.
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = None
