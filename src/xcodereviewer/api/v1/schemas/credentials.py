"""The shapes of credentials."""

from datetime import datetime
from typing import Annotated

from pydantic import Field, SecretStr

from xcodereviewer.api.v1.schemas.common import In, Out, Text
from xcodereviewer.domain.credential import CredentialKind

__all__ = ["CredentialIn", "CredentialOut"]


class CredentialIn(In):
    """A credential as it is given; its value is never sent back."""

    value: Annotated[SecretStr, Field(min_length=1, max_length=20_000)] = Field(
        description="The token, the private SSH key in PEM form without a passphrase, or the webhook's secret.",
        examples=["example-token-0123456789"],
    )
    user_name: Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f:]*$")] = Field(
        "",
        description="What goes with a Git token; many hosts take any, some `oauth2` or an account.",
        examples=["oauth2"],
    )
    known_hosts: Text = Field("", description="Lines of `known_hosts` for the host, which an SSH key needs.")


class CredentialOut(Out):
    """What is known of a credential: everything but its value."""

    kind: CredentialKind
    host: str = Field(description="The only host that it is shown to; empty for a webhook secret.")
    user_name: str
    hint: str = Field(description="The last four characters of a longer value, or the fingerprint of an SSH key.")
    version: int
    created_at: datetime
    updated_at: datetime
