"""All settings in one place, read from the environment and an optional ``.env`` file; nothing is built here."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Names are explained one by one in ``.env.example``; durations are seconds unless the name says otherwise."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    data: Path = Path("data")
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    sandbox: bool = True
    database_url: str = ""
    secret_key: SecretStr = SecretStr("")
    public_base_url: str = ""

    whatsapp_cloud_token: SecretStr = SecretStr("")
    whatsapp_cloud_phone_number_id: str = ""
    whatsapp_cloud_business_id: str = ""
    whatsapp_cloud_app_secret: SecretStr = SecretStr("")
    whatsapp_cloud_verify_token: SecretStr = SecretStr("")
    whatsapp_cloud_base_url: str = "https://graph.facebook.com/v23.0"
    twilio_account_sid: str = ""
    twilio_auth_token: SecretStr = SecretStr("")
    twilio_whatsapp_from: str = ""
    twilio_base_url: str = "https://api.twilio.com"
    twilio_content_base_url: str = "https://content.twilio.com"
    twilio_messaging_base_url: str = "https://messaging.twilio.com"
    dialog360_api_key: SecretStr = SecretStr("")
    dialog360_webhook_secret: SecretStr = SecretStr("")
    dialog360_base_url: str = "https://waba-v2.360dialog.io"
    ultramsg_token: SecretStr = SecretStr("")
    ultramsg_webhook_secret: SecretStr = SecretStr("")
    ultramsg_base_url: str = "https://api.ultramsg.com"
    instagram_token: SecretStr = SecretStr("")
    instagram_app_secret: SecretStr = SecretStr("")
    instagram_verify_token: SecretStr = SecretStr("")
    instagram_base_url: str = "https://graph.instagram.com/v23.0"

    hold_seconds: int = Field(default=10, ge=0, le=300)
    burst_seconds: float = Field(default=1.0, ge=0, le=3, allow_inf_nan=False)
    history_messages: int = Field(default=10, ge=0, le=50)
    sends_per_user_hour: int = Field(default=60, ge=1)
    batch_recipients: int = Field(default=200, ge=1)
    batch_per_day: int = Field(default=200, ge=1)
    batch_gap_seconds: int = Field(default=20, ge=1)
    approval_hours: int = Field(default=48, ge=1)
    choice_hours: int = Field(default=24, ge=1)
    lease_seconds: int = Field(default=60, ge=10)
    outbox_lease_seconds: int = Field(default=30, ge=10)
    provider_timeout_seconds: int = Field(default=12, ge=1)
    max_attempts: int = Field(default=3, ge=1)
    workers: int = Field(default=4, ge=1, le=64)
    turn_seconds: int = Field(default=60, ge=5)
    model_steps: int = Field(default=8, ge=2, le=20)

    model_order: str = "mistral,gemini,ollama,openai,anthropic,compatible"
    model_timeout_seconds: float = Field(default=15, gt=0, le=120)
    model_max_tokens: int = Field(default=1024, ge=64, le=32_768)
    model_temperature: float = Field(default=0.7, ge=0, le=2)
    mistral_api_key: SecretStr = SecretStr("")
    mistral_base_url: str = "https://api.mistral.ai/v1"
    mistral_model: str = "mistral-small-latest"
    mistral_price: str = "0.1/0.3"
    gemini_api_key: SecretStr = SecretStr("")
    gemini_base_url: str = "https://generativelanguage.googleapis.com/v1beta/openai"
    gemini_model: str = "gemini-flash-latest"
    gemini_price: str = "0.3/2.5"
    ollama_base_url: str = "http://127.0.0.1:11434/v1"
    ollama_model: str = ""
    openai_api_key: SecretStr = SecretStr("")
    openai_base_url: str = "https://api.openai.com/v1"
    openai_model: str = "gpt-5.4-mini"
    openai_price: str = "0.75/4.5"
    anthropic_api_key: SecretStr = SecretStr("")
    anthropic_base_url: str = "https://api.anthropic.com"
    anthropic_model: str = "claude-haiku-4-5"
    anthropic_price: str = "1/5"
    compatible_api_key: SecretStr = SecretStr("")
    compatible_base_url: str = ""
    compatible_model: str = ""
    compatible_price: str = "0/0"
    transcription_api_key: SecretStr = SecretStr("")
    transcription_base_url: str = ""
    transcription_model: str = ""
    tokens_per_user_day: int = Field(default=2_000_000, ge=0)
    tokens_per_team_day: int = Field(default=10_000_000, ge=0)
    cost_per_team_day: float = Field(default=100.0, ge=0)
    generations_per_user_hour: int = Field(default=100, ge=0)
    generation_tokens_per_user_day: int = Field(default=100_000, ge=0)

    fetch_allow: str = ""

    google_client_id: str = ""
    google_client_secret: SecretStr = SecretStr("")
    google_calendar_id: str = "primary"
    google_auth_url: str = "https://accounts.google.com/o/oauth2/auth"
    google_token_url: str = "https://oauth2.googleapis.com/token"  # noqa: S105 - an address
    google_calendar_url: str = "https://www.googleapis.com/calendar/v3/"
    telegram_bot_token: SecretStr = SecretStr("")
    telegram_webhook_secret: SecretStr = SecretStr("")
    telegram_base_url: str = "https://api.telegram.org"

    mail_from: str = ""
    mail_name: str = ""
    mail_ca_file: str = ""
    mail_login: Literal["password", "google", "microsoft"] = "password"
    mail_client_id: str = ""
    mail_client_secret: SecretStr = SecretStr("")
    mail_auth_url: str = ""
    mail_token_url: str = ""
    smtp_host: str = ""
    smtp_port: int = Field(default=0, ge=0, le=65535)
    smtp_security: Literal["starttls", "ssl", "none"] = "starttls"
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    imap_host: str = ""
    imap_port: int = Field(default=0, ge=0, le=65535)
    imap_security: Literal["ssl", "none"] = "ssl"
    imap_user: str = ""
    imap_password: SecretStr = SecretStr("")
    imap_folder: str = "INBOX"

    access_minutes: int = Field(default=15, ge=1, le=15)
    refresh_days: int = Field(default=30, ge=1)
    api_calls_per_minute: int = Field(default=600, ge=1)
    api_burst: int = Field(default=200, ge=1)
    log_level: str = "WARNING"

    @model_validator(mode="after")
    def _no_way_inside(self) -> Settings:
        """A local address may be fetched in the sandbox only (SAFETY wall 10)."""
        if self.fetch_allow and not self.sandbox:
            raise ValueError("FETCH_ALLOW is for the sandbox only: remove it, or set SANDBOX=1")
        return self

    @model_validator(mode="after")
    def _reached_here(self) -> Settings:
        """Without an address of its own the bot is reached where it listens."""
        self.public_base_url = self.public_base_url or f"http://localhost:{self.port}"
        return self

    def url(self) -> str:
        """The database's SQLAlchemy address; SQLite below ``data`` unless one is configured."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data / 'salesflow.db'}"

    def secret(self) -> bytes:
        """The key for tokens and the suppression hash; made once and kept below ``data`` when none is configured."""
        if configured := self.secret_key.get_secret_value():
            return configured.encode()
        path = self.data / "secret.key"
        if not path.exists():
            self.data.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_hex(32), encoding="ascii")
        return path.read_text(encoding="ascii").strip().encode()


def several(value: str) -> tuple[str, ...]:
    """The parts of a setting that names several things, separated by commas."""
    return tuple(part.strip() for part in value.split(",") if part.strip())


def pairs(value: str, name: str) -> dict[str, str]:
    """``account:key,account:key`` as a mapping. Raises ValueError naming the setting, never its value."""
    found = {}
    for part in several(value):
        account, colon, key = part.partition(":")
        if not colon or not account.strip() or not key.strip():
            raise ValueError(f"{name} is a list of account:key, separated by commas")
        found[account.strip()] = key.strip()
    return found
