"""The middleware in its order, each with its reason.

1. Logging is outermost, so that whatever happens within is logged under the request's id.
2. Security headers are on every answer, also on those that the rest refuses.
3. CORS answers preflights before they cost anything.
4. Compression is within CORS, and leaves streams of events alone.
5. The rate limit stands before the body is read.
6. The body limit stands before anything parses it.
"""

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from xcodereviewer.api.middleware import (
    BodyLimitMiddleware,
    RateLimitMiddleware,
    RateLimits,
    RequestLoggingMiddleware,
    SecurityHeadersMiddleware,
)
from xcodereviewer.core.rate_limit import RateLimiter
from xcodereviewer.core.security import TokenSigner
from xcodereviewer.core.server_settings import ServerSettings

__all__ = ["middleware_of"]

_COMPRESSED_FROM = 1000  # bytes
_SHOWN = ["ETag", "Location", "Retry-After", "X-Request-ID", "X-Correlation-ID", "Content-Disposition"]
_SENT = ["Authorization", "Content-Type", "If-Match", "Idempotency-Key", "Last-Event-ID", "X-Correlation-ID"]


def middleware_of(settings: ServerSettings, *, limiter: RateLimiter, signer: TokenSigner) -> list[Middleware]:
    """Return the middleware of the application, outermost first."""
    limits = RateLimits(
        address=settings.rate_per_address,
        token=settings.rate_per_token,
        user=settings.rate_per_user,
        all=settings.rate_in_all,
    )
    return [
        Middleware(RequestLoggingMiddleware),
        Middleware(SecurityHeadersMiddleware, is_https=(settings.public_url or "").startswith("https:")),
        *_cors(settings),
        Middleware(GZipMiddleware, minimum_size=_COMPRESSED_FROM),
        Middleware(RateLimitMiddleware, limiter=limiter, signer=signer, limits=limits),
        Middleware(BodyLimitMiddleware, limit=settings.max_body_bytes, upload_limit=settings.max_upload_bytes),
    ]


def _cors(settings: ServerSettings) -> list[Middleware]:
    if not settings.cors_origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=list(settings.cors_origins),
            allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
            allow_headers=_SENT,
            expose_headers=_SHOWN,
        )
    ]
