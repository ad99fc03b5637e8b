"""What came of a playbook's sequences with those who cloned it, counted from enrolments; nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import case, func, or_, select

from store.db import Scope
from store.models import Enrolment, Lead, PlaybookClone, PlaybookHandover, SequenceDefinition, User


@dataclass(frozen=True, slots=True)
class Runs:
    """What came of one member's runs under one version: leads written to, those who answered, new partners.

    ``version`` 0: runs of texts she had changed herself.
    """

    user_id: int
    name: str
    version: int
    reached: int
    answered: int
    partners: int

    @property
    def response(self) -> float:
        return self.answered / self.reached if self.reached else 0.0

    @property
    def conversion(self) -> float:
        return self.partners / self.reached if self.reached else 0.0


async def runs(scope: Scope, playbook_id: int, digests: Mapping[int, Mapping[str, str]]) -> Sequence[Runs]:
    """Per member and version; a scope without a team counts every team's.

    ``digests``: version -> sequence -> digest of its text. A run counts for the version that had reached the member
    when it began, as long as it runs that version's very text. Only leads that were really written to count, each
    once; partners are those who became one after their run began.
    """
    at = (
        select(PlaybookHandover.version)
        .where(
            PlaybookHandover.playbook_id == playbook_id,
            PlaybookHandover.user_id == Enrolment.user_id,
            PlaybookHandover.at <= Enrolment.started_at,
        )
        .order_by(PlaybookHandover.at.desc(), PlaybookHandover.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    became = or_(Lead.partner_at >= Enrolment.started_at, Enrolment.outcome == "partner")
    lead = Enrolment.lead_id
    query = (
        select(
            User.id,
            User.name,
            at.label("held"),
            Enrolment.sequence,
            SequenceDefinition.digest,
            func.count(lead.distinct()),
            func.count(case((Enrolment.reply_at.is_not(None), lead)).distinct()),
            func.count(case((became, lead)).distinct()),
        )
        .join(PlaybookClone, PlaybookClone.user_id == User.id)
        .join(Enrolment, (Enrolment.user_id == User.id) & (Enrolment.started_at >= PlaybookClone.at))
        .join(SequenceDefinition, SequenceDefinition.id == Enrolment.definition_id)
        .join(Lead, Lead.id == lead)
        .where(
            PlaybookClone.playbook_id == playbook_id,
            Enrolment.sequence.in_({name for one in digests.values() for name in one}),
            Enrolment.last_sent_at.is_not(None),
        )
        .group_by(User.id, User.name, "held", Enrolment.sequence, SequenceDefinition.digest)
        .order_by(User.id)
    )
    if scope.team_id is not None:
        query = query.where(PlaybookClone.team_id == scope.team_id)
    found: dict[tuple[int, int], Runs] = {}
    for user_id, name, version, sequence, digest, *counts in (await scope.session.execute(query)).all():
        exact = digests.get(version or 0, {}).get(sequence) == digest
        key = (user_id, version if exact else 0)
        before = found.get(key, Runs(user_id, name, key[1], 0, 0, 0))
        found[key] = Runs(
            user_id,
            name,
            key[1],
            before.reached + counts[0],
            before.answered + counts[1],
            before.partners + counts[2],
        )
    return list(found.values())


async def versions_held(scope: Scope, playbook_id: int) -> dict[int, int]:
    """Version -> how many members ever had it."""
    query = (
        select(PlaybookHandover.version, func.count(PlaybookHandover.user_id.distinct()))
        .where(PlaybookHandover.playbook_id == playbook_id, PlaybookHandover.how != "keep")
        .group_by(PlaybookHandover.version)
    )
    if scope.team_id is not None:
        query = query.join(User, User.id == PlaybookHandover.user_id).where(User.team_id == scope.team_id)
    return {version: count for version, count in (await scope.session.execute(query)).all()}
