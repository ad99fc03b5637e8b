"""What vendors say of approved templates becomes rows: status, names, parameters. The text a template shows stays ours.

A template whose words differ at the vendor is never sent as ours: what was approved here would not be what arrives.
"""

from __future__ import annotations

import re
from datetime import datetime

from channels.base import TemplateNews
from channels.whatsapp.templates import parameters
from store.db import Work
from store.models import WhatsappTemplate
from store.queries import flows, people

_BRACES = re.compile(r"\{\{[^{}]*\}\}")


async def apply(work: Work, provider: str, news: TemplateNews, now: datetime) -> None:
    """Puts one template's news onto the rows of every team that the account serves."""
    accounts = await people.accounts_of(work.scope(), provider)
    teams = {account.team_id for account in accounts if news.account in ("", account.name)}
    for team_id in sorted(teams):
        row = await flows.template_row(work.scope(), team_id, news.name, news.language[:2].lower())
        if row is None and news.body is not None:
            row = WhatsappTemplate(
                team_id=team_id, name=news.name, language=news.language[:2].lower(), status="", body=news.body, at=now
            )
            work.session.add(row)
        if row is not None:
            _update(row, provider, news, now)


def _update(row: WhatsappTemplate, provider: str, news: TemplateNews, now: datetime) -> None:
    row.provider, row.provider_language, row.checked_at = provider, news.language, now
    row.provider_name = news.provider_name or row.provider_name
    row.category = news.category or row.category
    row.status = news.status
    if news.body is not None:
        row.parameters = list(parameters(news.body))
        row.status = news.status if same_words(row.body, news.body) else "differs"


def same_words(ours: str, theirs: str) -> bool:
    """Whether two bodies say the same around their placeholders. PURE."""
    return _BRACES.sub("{{}}", ours.strip()) == _BRACES.sub("{{}}", theirs.strip())
