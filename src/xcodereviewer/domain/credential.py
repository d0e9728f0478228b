"""Kinds of credentials that a project has."""

from enum import StrEnum

__all__ = ["CredentialKind"]


class CredentialKind(StrEnum):
    """What a credential opens."""

    GIT_TOKEN = "git-token"  # noqa: S105 - the name of a kind
    SSH_KEY = "ssh-key"
    WEBHOOK_SECRET = "webhook-secret"  # noqa: S105
