"""Who reads what: the one place where tools meet the grammar.

A reader gets a line and a token range and answers what it made of it: requests, a reason why nothing may be done, or
None when the words are not its own. The readers of a list are asked in order and the first that answers decides, so
the order is the score: what needs a word of its own stands before what shares its words with others, and "write to
somebody", which takes any words at all, stands late; what is read loosely stands last. A new tool adds its reader
here, as far up as its own words allow.
"""

from __future__ import annotations

from collections.abc import Callable

from agent.grammar.accesses import read_accesses
from agent.grammar.batch import read_batch
from agent.grammar.companies import read_company
from agent.grammar.connect import read_connect
from agent.grammar.day import read_day
from agent.grammar.decisions import read_decision, read_plain_decision
from agent.grammar.ellipsis import leaning
from agent.grammar.erasing import read_erasing
from agent.grammar.facts import read_card, read_facts
from agent.grammar.find import read_find
from agent.grammar.handing import read_hand_back
from agent.grammar.holding import read_held
from agent.grammar.kept import read_complete, read_snooze
from agent.grammar.lines import read_lines
from agent.grammar.loose import read_loosely
from agent.grammar.mail import read_mail
from agent.grammar.meetings import read_meeting
from agent.grammar.model import Found
from agent.grammar.normalise import Line
from agent.grammar.note_after import read_note_after
from agent.grammar.notes import read_note
from agent.grammar.objections import read_objection
from agent.grammar.own import read_own
from agent.grammar.plan import read_plan
from agent.grammar.playbooks import read_playbook
from agent.grammar.playing import read_play
from agent.grammar.prompts import read_prompt
from agent.grammar.recurring import read_recurring, read_reminder_list
from agent.grammar.remind import read_reminder
from agent.grammar.remind_after import read_remind_after
from agent.grammar.running import read_running
from agent.grammar.score import read_score
from agent.grammar.send import read_send
from agent.grammar.sequences import read_sequence
from agent.grammar.setup import read_setup
from agent.grammar.share import read_share
from agent.grammar.silent import read_silent
from agent.grammar.supposing import read_supposed
from agent.grammar.talk import read_help, read_undo, read_why
from agent.grammar.team import read_team
from agent.grammar.unforgotten import read_unforgotten
from agent.grammar.waiting import read_waiting

Reader = Callable[[Line, int, int], Found | None]

# Read before a sentence is judged: their own form alone says that they order ("…, erinner mich daran", a card of data,
# "wen soll ich heute anschreiben?").
FIRST: tuple[Reader, ...] = (
    read_objection,
    read_recurring,
    read_reminder_list,
    read_remind_after,
    read_card,
    read_note_after,
    read_batch,
    read_plan,
    read_setup,
    read_day,
    read_play,
    read_supposed,
    read_running,
    read_team,
    read_silent,
    read_unforgotten,
    read_erasing,
)

_BEGINNING: tuple[Reader, ...] = (read_recurring, read_reminder_list, read_plan, read_day, read_silent)

# Acts whose words run to the end of the message (a text, a note): read before the sentence is cut at "und" or commas.
WHOLE: tuple[Reader, ...] = (
    read_undo,
    read_why,
    read_playbook,
    read_prompt,
    read_connect,
    read_note,
    read_waiting,
    read_plain_decision,
    read_mail,
    read_send,
)

# One clause, one act.
CLAUSE: tuple[Reader, ...] = (
    read_undo,
    read_why,
    read_connect,
    read_accesses,
    read_share,
    read_lines,
    read_waiting,
    read_decision,
    read_meeting,
    read_own,
    read_hand_back,
    read_held,
    read_complete,
    read_snooze,
    read_reminder,
    read_note,
    read_company,
    read_sequence,
    read_score,
    read_find,
    read_facts,
    read_help,
    read_send,
    read_loosely,
)

# Questions that show something and change nothing: read also in the form "kann ich … sehen?".
ASKING: tuple[Reader, ...] = (
    read_accesses,
    read_own,
    read_lines,
    read_score,
    read_find,
    read_company,
    read_connect,
    read_share,
    read_waiting,
    read_meeting,
)


def claimed(line: Line, start: int, end: int) -> bool:
    """Whether some reader finds an order or a question in the tokens [start, end). The line's focus stays as it was."""
    focus = line.focus
    found = (reader(line, start, end) for reader in (*CLAUSE, *_BEGINNING))
    try:
        return leaning(line, start, end) is not None or any(one is not None and bool(one.requests) for one in found)
    finally:
        line.focus = focus
