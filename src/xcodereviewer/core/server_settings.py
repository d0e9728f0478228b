"""The settings of the service, read from the environment.

Every one is `XCR_` and its name in capitals; `XCR_<NAME>_FILE` names a file that holds the value, as container secrets
do. `docs/service.md` lists them.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

import platformdirs
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

from xcodereviewer.core.errors import InputError
from xcodereviewer.core.outbound import Outbound

__all__ = ["PREFIX", "InvalidServerSettings", "ServerSettings", "read_server_settings"]

PREFIX = "XCR_"


class InvalidServerSettings(InputError):
    """The environment asks for what cannot be; every fault is named."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("The service cannot be set up so:\n" + "\n".join(f"  {fault}" for fault in faults))


class ServerSettings(BaseSettings):
    """How the service runs; without any setting it is one process that keeps everything in one folder."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    mode: Literal["embedded", "production"] = Field(
        "embedded", description="`production` starts only with a secret key of its own and a public URL."
    )
    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8000, ge=0, le=65_535, description="Port to listen on.")
    public_url: str | None = Field(None, description="How browsers reach the service; links are made from it.")
    data_dir: Path = Field(
        Path(platformdirs.user_data_dir("xcodereviewer")), description="Folder of database, uploads and reports."
    )
    database_url: str | None = Field(
        None, description="`postgresql://user:password@host/name`; a SQLite file in the data folder when unset."
    )
    database_pool: int = Field(10, ge=2, le=200, description="Most connections to PostgreSQL of one process.")
    redis_url: str | None = Field(None, description="`redis://host:6379/0`: shared rate limits and wake-ups.")
    broker_url: str | None = Field(None, description="Broker of Celery; Redis when unset.")
    secret_key: SecretStr | None = Field(
        None, description="At least 32 random characters: tokens are signed and secrets encrypted with it."
    )
    old_secret_keys: Annotated[tuple[SecretStr, ...], NoDecode] = Field(
        (), description="Secret keys before this one, separated by commas: what they encrypted can still be read."
    )
    allowed_networks: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Networks beside the public ones that Git URLs may lead to (`10.0.0.0/8`), separated by commas."
    )
    runner: Literal["embedded", "celery", "none"] = Field("embedded", description="Who does the jobs.")
    runner_slots: int = Field(2, ge=1, le=64, description="Jobs that one embedded runner does at once.")
    lease_s: float = Field(
        30.0, ge=3, le=3600, description="Seconds without a sign of life after which a job is given to another runner."
    )
    job_limit_s: float = Field(7200.0, ge=10, le=604_800, description="Seconds after which a job is cut off.")
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Origins of other sites that may call the API, separated by commas."
    )
    trusted_proxies: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Addresses or networks whose `X-Forwarded-*` headers are believed, separated by commas."
    )
    max_body_bytes: int = Field(2_000_000, ge=1_000, description="Largest body of a request that is no upload.")
    max_upload_bytes: int = Field(200_000_000, ge=1_000, description="Largest upload.")
    rate_per_address: int = Field(600, ge=1, description="Requests in a minute from one address.")
    rate_per_token: int = Field(600, ge=1, description="Requests in a minute with one token.")
    rate_per_user: int = Field(1200, ge=1, description="Requests in a minute of one person.")
    rate_in_all: int = Field(30_000, ge=1, description="Requests in a minute in all.")
    project_upload_bytes: int = Field(
        2_000_000_000, ge=1_000, description="Most bytes of uploads of one project together."
    )
    access_token_s: int = Field(900, ge=30, le=86_400, description="Life of an access token, seconds.")
    refresh_token_s: int = Field(30 * 86_400, ge=300, description="Life of an unused refresh token, seconds.")
    log_format: Literal["json", "text"] = Field("text", description="How log lines are written.")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="What is logged.")

    @field_validator("cors_origins", "trusted_proxies", "old_secret_keys", "allowed_networks", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part for part in map(str.strip, value.split(",")) if part) if isinstance(value, str) else value

    @field_validator("allowed_networks")
    @classmethod
    def _are_networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        Outbound.of(value)
        return value

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.mode == "production" and self.secret_key is None:
            raise ValueError("secret_key: production needs XCR_SECRET_KEY (`openssl rand -base64 48` makes one)")
        if self.runner == "celery" and not (self.broker_url or self.redis_url):
            raise ValueError("runner: celery needs XCR_BROKER_URL or XCR_REDIS_URL")
        return self

    @property
    def database(self) -> str:
        """The address of the database with the driver that is used."""
        if self.database_url is None:
            return f"sqlite+aiosqlite:///{self.data_dir / 'xcodereviewer.sqlite'}"
        scheme, separator, rest = self.database_url.partition("://")
        driver = _DRIVERS.get(scheme, scheme)
        return f"{driver}{separator}{rest}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings' signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read what is given, then the environment, then the files that it names."""
        return init_settings, env_settings, _FileSource(settings_cls)


_DRIVERS = {
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "sqlite": "sqlite+aiosqlite",
}


class _FileSource(PydanticBaseSettingsSource):
    """Values that stand in files, and the old name of the secret key."""

    def get_field_value(self, field: object, field_name: str) -> tuple[object, str, bool]:  # noqa: ARG002
        name = f"{PREFIX}{field_name.upper()}_FILE"
        path = os.environ.get(name)
        if path is not None:
            try:
                return Path(path).read_text(encoding="utf-8").strip(), field_name, False
            except OSError as error:
                raise InvalidServerSettings([f"{name}: {path} cannot be read: {error.strerror}"]) from error
        if field_name == "secret_key":
            return os.environ.get("SECRET_KEY"), field_name, False
        return None, field_name, False

    def __call__(self) -> dict[str, object]:
        values = {name: self.get_field_value(None, name)[0] for name in self.settings_cls.model_fields}
        return {name: value for name, value in values.items() if value is not None}


def read_server_settings(given: Mapping[str, object] | None = None) -> ServerSettings:
    """Return the settings; what is `given` beats the environment.

    Raises:
        InvalidServerSettings: a value cannot be, or two do not go together.
    """
    try:
        return ServerSettings(**(given or {}))  # type: ignore[arg-type]  # pydantic checks each
    except ValidationError as error:
        raise InvalidServerSettings(list(map(_told, error.errors()))) from None


def _told(fault: Mapping[str, object]) -> str:
    place = fault["loc"]
    name = PREFIX + str(place[0]).upper() + ": " if isinstance(place, tuple) and place else ""
    return f"{name}{str(fault['msg']).removeprefix('Value error, ')}"
