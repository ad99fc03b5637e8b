"""The visible list of tools: a name and where it lives; a module is imported when its tool is first used."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from store.types import Role
from tools.base import Tool

NAMES = (
    "send_message",
    "send_whatsapp",
    "send_email",
    "create_reminder",
    "complete_reminder",
    "snooze_reminder",
    "list_reminders",
    "start_sequence",
    "stop_sequence",
    "pause_sequence",
    "resume_sequence",
    "skip_step",
    "postpone_step",
    "simulate_sequence",
    "add_sequence",
    "switch_sequence",
    "list_sequences",
    "hand_back",
    "next_followups",
    "work_followup",
    "answer_escalation",
    "ask_leader",
    "plan_day",
    "batch_send",
    "work_batch",
    "score_lead",
    "find_leads",
    "update_lead",
    "forget_lead",
    "add_note",
    "list_approvals",
    "decide_approval",
    "clear_doubt",
    "book_meeting",
    "move_meeting",
    "cancel_meeting",
    "list_meetings",
    "connect_calendar",
    "set_video",
    "scrape_company",
    "show_company",
    "channel_health",
    "retry_message",
    "show_consents",
    "show_accesses",
    "website_chat",
    "explain",
    "help",
    "undo",
    "pair_account",
    "invite_link",
    "ask_email_consent",
    "run_prompt",
    "send_prompt",
    "rate_prompt",
    "generate_message",
    "set_voice",
    "share_leads",
    "stop_sharing",
    "import_leads",
    "undo_import",
    "handle_objection",
    "create_template",
    "show_template",
    "publish_template",
    "push_template",
    "clone_template",
    "template_performance",
    "team_members",
    "invite_member",
    "change_role",
    "remove_member",
    "team_report",
    "team_help",
    "set_deputy",
    "rollout",
    "renew_enrolments",
)


@cache
def get(name: str) -> Tool | None:
    """The tool of a name, or None."""
    if name not in NAMES:
        return None
    found = import_module(f"tools.{name}").TOOL
    if not isinstance(found, Tool):
        raise TypeError(f"tools/{name}.py has no TOOL")
    return found


@cache
def tools(role: Role) -> tuple[Tool, ...]:
    """The tools a role may use, in the list's order."""
    every = (get(name) for name in NAMES)
    return tuple(tool for tool in every if tool is not None and role in tool.roles)


@cache
def by_command() -> dict[str, Tool]:
    """slash command (without the slash) -> tool."""
    return {command: tool for tool in tools("admin") for command in tool.commands}
