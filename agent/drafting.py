"""A proposed answer to a lead, put together from parts by intent, facts, register and language. PURE, the offline form.

It answers what was said with at least one thing of the message where there is one, and invents nothing: no
figure that is not the lead's own, no effect, no income, no claim to be a person. The disclosure and the stop word are
added when the message is composed, not here.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Final

from agent import draft_de, draft_en
from agent.analysis import analyse
from agent.draft_slots import given_name, slots_of
from agent.draft_steps import STEPS
from store.objections import OBJECTIONS, Handler
from store.types import Analysis, Draft, Language, LeadFacts

SILENT: Final = frozenset({"opt_out", "out_of_office"})
_REGISTER = re.compile(r"\[([^|\[\]]*)\|([^|\[\]]*)\]")
_ENDS = re.compile(r"(?:[!?]|(?<!\d)\.)(?=\s+[A-ZÄÖÜ]|\s*$)")
_GREETED = re.compile(r"(?:hallo|hi|hey|servus|moin|lieber?|guten|grüß|grüezi|dear|hello|good)\b", re.IGNORECASE)
_SLOT = re.compile(r"\{(\w+)\}")
_NAMED: Final = (
    "order",
    "when",
    "price",
    "budget",
    "quantity",
    "product",
    "place",
    "company",
    "person",
    "cue",
    "relation",
    "busy",
    "with",
    "wish",
    "noted",
)


class _Words:
    """The parts of one language with what the message fills in; picks variants by a hash of the message."""

    def __init__(
        self, analysis: Analysis, lead: LeadFacts, message: str, sender: str, language: Language, spoken: Sequence[str]
    ) -> None:
        self.parts = draft_de if language == "de" else draft_en
        self.polite = lead.register == "sie" and language == "de"
        self.formal = lead.register == "sie"
        self.seed = f"{lead.id}|{message}"
        self.spoken = spoken
        self.analysis = analysis
        self.slots = slots_of(analysis, message, language)
        self.slots["sender"] = given_name(sender, full=True)
        self.slots["name"] = given_name(lead.name, full=self.formal)
        self.topics = [f.value for f in analysis.facts if f.kind == "topic"]
        self._derive()

    def _derive(self) -> None:
        busy = [self.parts.BUSY[t] for t in self.topics if t in self.parts.BUSY]
        if busy:
            self.slots["busy"] = f" {'und' if self.parts is draft_de else 'and'} ".join(dict.fromkeys(busy[:2]))
        troubled = next((t for t in self.topics if t in self.parts.WITH), None)
        if troubled:
            self.slots["with"] = self.parts.WITH[troubled]
        answered = next((t for t in self.topics if t in self.parts.ANSWERS), None)
        if answered:
            self.slots["answer"] = self.pick("answer", self.parts.ANSWERS[answered])
            self.slots["topic"] = answered
        hello = self.parts.HELLO[(0 if self.slots["name"] else 3) + (2 if self.formal else 0)]
        self.slots["hello"] = hello

    def pick(self, slot: str, variants: Sequence[str]) -> str:
        """One variant, always the same for the same message; those already said to this lead come last."""
        digest = hashlib.blake2b(f"{slot}|{self.seed}".encode("utf-8", "replace"), digest_size=4).digest()
        start = int.from_bytes(digest) % len(variants)
        turned = [*variants[start:], *variants[:start]]
        return next((v for v in turned if not self._said(v)), turned[0])

    def _said(self, variant: str) -> bool:
        text = self.fill(variant)
        return any(text in earlier for earlier in self.spoken)

    def fill(self, text: str) -> str:
        """Slots (twice, as answers and wishes hold register marks of their own), then the register."""
        for _ in range(2):
            text = _SLOT.sub(lambda m: self.slots.get(m.group(1), ""), text)
        return _REGISTER.sub(lambda m: m.group(2 if self.polite else 1), text)

    def has(self, need: str) -> bool:
        if need.startswith("topic:"):
            return need[6:] in self.topics
        return not need or bool(self.slots.get(need))


def draft(
    analysis: Analysis,
    lead: LeadFacts,
    message: str,
    *,
    sender: str,
    language: Language,
    history: Sequence[tuple[str, str]] = (),
    handlers: Sequence[Handler] = (),
) -> Draft:
    """A proposed answer in ``sender``'s voice; ``history`` is (who, text), oldest first.

    To an objection the sender has an answer to (``handlers``, placeholders filled) it is that answer, once.

    Empty text with confidence 0 where nothing should be sent (opt-out, automatic replies). ``reasons`` name the intent
    and the facts the text rests on.
    """
    if analysis.intent in SILENT:
        return Draft("", 0, (f"silent: {analysis.intent}",))
    words = _Words(analysis, lead, message, sender, language, [text for _, text in history])
    own = handler_for(analysis, lead, language, handlers)
    if own is not None and not any(own.text in earlier for earlier in words.spoken):
        return _handled(words, own, first=not history)
    intent = analysis.intent if analysis.intent in words.parts.PARTS else "other"
    openings, bodies, steps = words.parts.PARTS[intent]
    need, variants = next((need, variants) for need, variants in bodies if words.has(need))
    body, used = words.pick("body", variants), [need]
    more = _second(words, intent, need, bodies)
    if more:
        used.append(more[0])
    known = STEPS[language].get(intent, ())
    steps = next((variants for need, variants in known if words.has(need)), steps)
    opening, step = words.pick("open", openings), words.pick("next", steps)
    # Somebody of type D wants the answer itself, not the words before it.
    opened = () if lead.disg == "D" and need else (opening,)
    sentences = _short(
        [_begun(words.fill(s)) for s in (*opened, body, *more[1:], step)],
        keep=more[:1] if intent in ("question", "interest") else (),
    )
    if intent != "greeting" and not history:
        sentences[0] = _after_hello(words.fill(words.slots["hello"]), sentences[0])
    text = " ".join(sentences)
    if not history and words.slots["sender"]:
        text += "\n\n" + words.fill(words.parts.SIGN[0 if words.formal else 1])
    return Draft(_tidy(text), _confidence(analysis, used), _reasons(intent, used, words))


def answer(lead: LeadFacts, message: str, *, sender: str, channel: str, handlers: Sequence[Handler] = ()) -> Draft:
    """Fills ``store.ports.Answer``: her last message analysed by rules and answered in her language."""
    found = analyse(message, channel=channel, language=lead.language)
    return draft(found, lead, message, sender=sender, language=found.language, handlers=handlers)


def handler_for(analysis: Analysis, lead: LeadFacts, language: Language, handlers: Sequence[Handler]) -> Handler | None:
    """The sender's own answer to the objection of a message; words that fit her form of address before any."""
    kind = OBJECTIONS.get(analysis.intent)
    fits = (lead.register, "") if language == "de" else ("",)
    found = [one for one in handlers if (one.objection, one.language) == (kind, language) and one.register in fits]
    return max(found, key=lambda one: one.register, default=None)


def _handled(words: _Words, own: Handler, *, first: bool) -> Draft:
    """Her rep's own words to this objection, untouched; only a hello and a name around a very first answer."""
    text = own.text
    if first:
        name = words.slots["name"]
        if not (name and name in text) and not _GREETED.match(text):
            text = f"{words.fill(words.slots['hello'])} {text}"
        if words.slots["sender"] and words.slots["sender"] not in text:
            text += "\n\n" + words.fill(words.parts.SIGN[0 if words.formal else 1])
    reasons = (f"intent: {words.analysis.intent}", f"objection: {own.objection}", "own answer")
    return Draft(_tidy(text), max(5, min(88, words.analysis.confidence)), reasons)


def _second(words: _Words, intent: str, first: str, bodies: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[str, ...]:
    """A second fact worth answering: the day beside a topic, a topic beside a product."""
    if intent in ("not_interested", "other", "greeting") or not first:
        return ()
    taken = {"order": ("product", "quantity"), "with": ("product", "topic")}.get(first, ())
    for need, variants in bodies:
        if need in ("", first, *taken) or not words.has(need) or need == "cue":
            continue
        if need == "topic" and (intent == "buy" or first == "cue"):
            continue
        if need.startswith("topic") == first.startswith("topic") and (first, need) != ("order", "place"):
            continue
        return need, words.pick("second", variants)
    return ()


def _confidence(analysis: Analysis, used: Sequence[str]) -> int:
    value = analysis.confidence - 8
    if not any(used) and not analysis.intent.endswith("_objection"):
        value -= 20
    if analysis.intent in ("other", "support", "trust_objection"):
        value -= 10
    return max(5, min(88, value))


def _reasons(intent: str, used: Sequence[str], words: _Words) -> tuple[str, ...]:
    reasons = [f"intent: {intent}"]
    for need in used:
        name = need.split(":")[0]
        if need.startswith("topic"):
            reasons.append(f"topic: {need[6:] or words.slots.get('topic', '')}")
        elif name in _NAMED:
            reasons.append(f"{name}: {words.fill(words.slots[name])}")
        elif not name and intent.endswith("_objection"):
            reasons.append(f"objection: {OBJECTIONS[intent]}")
    return tuple(reasons)


def _short(sentences: list[str], keep: Sequence[str] = ()) -> list[str]:
    """At most three sentences: the second fact goes first, then the last step; the answer itself always stays.

    With ``keep`` the second fact outlasts the step: what is asked is answered for its particulars.
    """
    while len(sentences) > 2 and len(_ENDS.findall(" ".join(sentences))) > 3:
        del sentences[-2 if len(sentences) > 3 and not keep else -1]
    return sentences


def _after_hello(hello: str, sentence: str) -> str:
    """ "Hallo Anna, das freut mich!": the greeting is part of the first sentence; "I" keeps its capital."""
    keeps = sentence.startswith(("I ", "I'"))
    return f"{hello.rstrip('!.')}, {sentence if keeps else sentence[:1].lower() + sentence[1:]}"


def _begun(sentence: str) -> str:
    """With a capital, also where a filled slot ("morgen") begins it."""
    return sentence[:1].upper() + sentence[1:]


def _tidy(text: str) -> str:
    text = re.sub(r" +([.,!?:])", r"\1", re.sub(r"[ \t]+", " ", text))
    return "\n".join(line.strip() for line in text.splitlines()).strip()
