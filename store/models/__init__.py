"""All rows, one import for queries and migrations."""

from store.models.access import Code, CodeTry, Look
from store.models.acts import Approval, AuditEvent, CronRun, Decision, Reminder
from store.models.ai import Generation, ObjectionHandler, Persona, Prompt, PromptExecution
from store.models.base import Row
from store.models.calendar import Meeting
from store.models.daily import Campaign, CampaignItem, DailyPlan, Escalation, FollowUp, ReminderMove
from store.models.flows import Enrolment, SequenceDefinition, WhatsappTemplate
from store.models.imports import Import
from store.models.people import (
    NEVER,
    Account,
    Claim,
    Company,
    Consent,
    Identity,
    Lead,
    LeadAnalysis,
    LoginFailure,
    Note,
    RefreshToken,
    Rollout,
    Suppression,
    Team,
    User,
)
from store.models.playbooks import Playbook, PlaybookClone, PlaybookHandover, PlaybookReader, PlaybookVersion
from store.models.share import ShareLink
from store.models.talk import Attachment, Choice, Conversation, Message
from store.models.usage import TokenUsage
from store.models.wire import Place, ProviderEvent, Rate

__all__ = [
    "NEVER",
    "Account",
    "Approval",
    "Attachment",
    "AuditEvent",
    "Campaign",
    "CampaignItem",
    "Choice",
    "Claim",
    "Code",
    "CodeTry",
    "Company",
    "Consent",
    "Conversation",
    "CronRun",
    "DailyPlan",
    "Decision",
    "Enrolment",
    "Escalation",
    "FollowUp",
    "Generation",
    "Identity",
    "Import",
    "Lead",
    "LeadAnalysis",
    "LoginFailure",
    "Look",
    "Meeting",
    "Message",
    "Note",
    "ObjectionHandler",
    "Persona",
    "Place",
    "Playbook",
    "PlaybookClone",
    "PlaybookHandover",
    "PlaybookReader",
    "PlaybookVersion",
    "Prompt",
    "PromptExecution",
    "ProviderEvent",
    "Rate",
    "RefreshToken",
    "Reminder",
    "ReminderMove",
    "Rollout",
    "Row",
    "SequenceDefinition",
    "ShareLink",
    "Suppression",
    "Team",
    "TokenUsage",
    "User",
    "WhatsappTemplate",
]
