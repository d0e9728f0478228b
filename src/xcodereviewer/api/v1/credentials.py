"""Credentials of projects."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Response, status

from xcodereviewer.api.dependencies import CurrentUser, Reading, RequestParts, Writing
from xcodereviewer.api.v1.etags import etag, read_etag
from xcodereviewer.api.v1.schemas.credentials import CredentialIn, CredentialOut
from xcodereviewer.domain.credential import CredentialKind
from xcodereviewer.services import credentials
from xcodereviewer.store.credentials import Credential

__all__ = ["router"]

router = APIRouter(prefix="/projects/{project_id}/credentials", tags=["credentials"])


@router.get("", response_model=list[CredentialOut])
async def list_credentials(project_id: UUID, session: Reading, actor: CurrentUser) -> Sequence[Credential]:
    """Return what is known of the credentials of a project; never a value."""
    return await credentials.of_project(session, actor, project_id)


@router.put("/{kind}", response_model=CredentialOut, responses={status.HTTP_201_CREATED: {"model": CredentialOut}})
async def put_credential(
    project_id: UUID,
    kind: CredentialKind,
    body: CredentialIn,
    session: Writing,
    actor: CurrentUser,
    parts: RequestParts,
    response: Response,
    if_match: Annotated[str | None, Header(max_length=100)] = None,
) -> Credential:
    """Give the project a credential, or replace the one of this kind; with `If-Match`, only the one that it tags."""
    new = credentials.NewCredential(
        value=body.value.get_secret_value(), user_name=body.user_name, known_hosts=body.known_hosts
    )
    version = read_etag(if_match)
    credential, is_new = await credentials.put(session, parts.keys, actor, project_id, kind, new, version=version)
    if is_new:
        response.status_code = status.HTTP_201_CREATED
        response.headers["Location"] = f"/api/v1/projects/{project_id}/credentials"
    response.headers["ETag"] = etag(credential.version)
    return credential


@router.delete("/{kind}", status_code=status.HTTP_204_NO_CONTENT, response_class=Response)
async def delete_credential(project_id: UUID, kind: CredentialKind, session: Writing, actor: CurrentUser) -> None:
    """Take a credential away from the project."""
    await credentials.delete(session, actor, project_id, kind)
