"""YAML -> Sequence, with every mistake named by its line.

The language is MISSION B5. Conditions are compiled here, so an unknown field, a wrong unit or a jump to a step that
does not exist is found when a sequence is saved and never while it runs.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import pairwise

from sequences import naming
from sequences.conditions import Condition, ConditionError, compile_condition
from sequences.fields import Form
from sequences.plan import ACTIONS, BRANCH_ACTIONS, CHANNELS, RESPONSES, Branch, Sequence, Step
from sequences.templates import MessageTemplate, wording
from sequences.yamltree import DefinitionError, Fields, Items, Problem, Text, Tree, read

__all__ = ["Branch", "DefinitionError", "Problem", "Sequence", "Step", "aliases", "check_references", "load"]

MAX_STEPS = 60
MAX_DAY = 1825
MAX_ATTEMPTS = 60
# Days a sequence stays open for an answer after its last step, when it does not say how long it may last.
ANSWER_DAYS = 7
_FIELDS = (
    "name", "title", "description", "target_outcome", "trigger", "max_duration_days", "max_attempts",
    "steps", "next_sequence", "cool_down_days", "aliases",
)  # fmt: skip
_STEP_FIELDS = (
    "day", "name", "action", "template", "fallback_template", "variants", "channel", "conditions",
    "on_response", "on_no_response", "note", "text", "title",
)  # fmt: skip
# What only exists inside a running enrolment cannot start one.
_INSIDE = frozenset({"previous_template", "step", "attempts"})


def load(text: str, source: str = "") -> Sequence:
    """Raises DefinitionError with all problems at once (a file that is no YAML at all has one)."""
    form = Form(read(text, source), _FIELDS, [])
    sequence = _Loader(form).sequence()
    if form.problems:
        raise DefinitionError(tuple(form.problems), source)
    return sequence


def aliases(sequence: Sequence) -> tuple[str, ...]:
    """Folded names a person may say for it; ``naming.find`` matches against them."""
    return naming.aliases(sequence)


def check_references(
    sequence: Sequence, *, templates: Collection[str], sequences: Collection[str]
) -> tuple[Problem, ...]:
    """Names the file uses and nobody knows: templates that exist nowhere, sequences that cannot follow."""
    problems: list[Problem] = []
    wanted: list[tuple[int, str]] = [(0, sequence.next_sequence)] if sequence.next_sequence else []
    for step in sequence.steps:
        for name in step.templates:
            if step.sends and name not in templates and name not in sequence.texts:
                problems.append(Problem(step.line, "sequence-unknown-template", {"template": name, "step": step.name}))
        branches = [*step.on_response.values(), *([step.on_no_response] if step.on_no_response else [])]
        wanted += [(step.line, branch.value) for branch in branches if branch.kind == "sequence"]
    for line, name in wanted:
        if name not in sequences:
            problems.append(Problem(line, "sequence-unknown-sequence", {"sequence": name}))
    return tuple(problems)


class _Loader:
    def __init__(self, form: Form) -> None:
        self.form = form
        self.texts: dict[str, MessageTemplate] = {}
        self.keys: list[str] = []

    def sequence(self) -> Sequence:
        form = self.form
        written = form.text("name", needed=True, limit=80)
        name = naming.key_of(written)
        if written and not name:
            form.problem("name", "sequence-name")
        title = form.spoken("title") or dict.fromkeys(("de", "en"), _readable(written))
        steps = self._steps()
        last = max((step.day for step in steps), default=0)
        duration = form.number("max_duration_days", 0, MAX_DAY, last + ANSWER_DAYS)
        for step in steps:
            if step.day > duration:
                self._at(step.line, "sequence-day-after-end", day=step.day, max=duration)
        follower = naming.key_of(form.text("next_sequence", limit=80)) or None
        if follower is not None and follower == name:
            form.problem("next_sequence", "sequence-follows-itself")
        return Sequence(
            name=name,
            title=title,
            description=form.spoken("description") or {"de": "", "en": ""},
            target_outcome=naming.key_of(form.text("target_outcome", limit=80)),
            trigger=self._trigger(),
            max_duration_days=duration,
            max_attempts=form.number("max_attempts", 1, MAX_ATTEMPTS, max(1, sum(step.sends for step in steps))),
            steps=steps,
            next_sequence=follower,
            cool_down_days=form.number("cool_down_days", 0, MAX_DAY, 30),
            also_called=tuple(form.texts("aliases", limit=60)),
            texts=self.texts,
        )

    def _at(self, line: int, key: str, **values: object) -> None:
        self.form.problems.append(Problem(line, key, values))

    def _trigger(self) -> Condition | None:
        tree = self.form.get("trigger")
        parts = self._conditions(self.form, "trigger") if tree is not None else ()
        for part in parts:
            for name in sorted(part.fields & _INSIDE):
                self.form.problem("trigger", "sequence-trigger-field", field=name)
        if len(parts) < 2:
            return parts[0] if parts else None
        try:
            return compile_condition(" and ".join(f"({part.text})" for part in parts))
        except ConditionError as error:
            self.form.problem("trigger", error.message_key, **error.values, column=error.column)
            return None

    def _conditions(self, form: Form, key: str) -> tuple[Condition, ...]:
        found: list[Condition] = []
        for item in form.items(key):
            try:
                found.append(compile_condition(item.value))
            except ConditionError as error:
                values = {**error.values, "column": error.column, "condition": item.value[:80]}
                self._at(item.line, error.message_key, **values)
        return tuple(found)

    def _steps(self) -> tuple[Step, ...]:
        tree = self.form.get("steps")
        if not isinstance(tree, Items) or not tree.value:
            self.form.problem("steps", "sequence-no-steps")
            return ()
        if len(tree.value) > MAX_STEPS:
            self.form.problem("steps", "sequence-too-many-steps", max=MAX_STEPS)
            return ()
        forms = [Form(item, _STEP_FIELDS, self.form.problems) for item in tree.value if isinstance(item, Fields)]
        for item in tree.value:
            if not isinstance(item, Fields):
                self._at(item.line, "sequence-step-form")
        self.keys = [naming.key_of(form.text("name", limit=80)) or f"step_{n}" for n, form in enumerate(forms, 1)]
        steps = tuple(self._step(form, index) for index, form in enumerate(forms))
        for before, step in pairwise(steps):
            if step.day < before.day:
                self._at(step.line, "sequence-day-order", day=step.day, before=before.day)
        return steps

    def _step(self, form: Form, index: int) -> Step:
        action = form.choice("action", ACTIONS, needed=True)
        template, variants = self._wordings(form, index)
        if action == "send_message" and not template and not variants:
            form.problem("action", "sequence-no-template")
        if action in ("wait", "move_to_nurture", "archive_lead", "end_sequence") and (template or variants):
            form.problem("template", "sequence-template-unused", action=action)
        answers, silence = self._branches(form, index)
        return Step(
            index=index,
            day=form.number("day", 0, MAX_DAY, 0, needed=True),
            name=form.text("name", limit=80) or _readable(template or action),
            key=self.keys[index],
            action=action,
            template=template,
            fallback_template=form.text("fallback_template", limit=80) or None,
            variants=variants,
            channel=form.choice("channel", CHANNELS, default="auto"),
            conditions=self._conditions(form, "conditions"),
            on_response=answers,
            on_no_response=silence,
            note=form.text("note", limit=500),
            line=form.line,
            title=form.spoken("title"),
        )

    def _wordings(self, form: Form, index: int) -> tuple[str | None, tuple[str, ...]]:
        """Template names of a step; texts written in place are stored under names made here."""
        template = form.text("template", limit=80) or None
        base = template or self.keys[index]
        text = form.get("text")
        if text is not None:
            template = base
            self._store(base, text)
        variants: list[str] = []
        for number, item in enumerate(form.members("variants"), 1):
            if isinstance(item, Text) and naming.is_key(item.value):
                variants.append(item.value)
            else:
                variants.append(f"{base}_{number}")
                self._store(variants[-1], item)
        if len(set(variants)) < len(variants):
            form.problem("variants", "sequence-variants-twice")
        return template, tuple(variants)

    def _store(self, name: str, tree: Tree) -> None:
        stored = wording(name, tree, self.form.problems)
        if self.texts.setdefault(name, stored) != stored:
            self._at(tree.line, "sequence-text-twice", template=name)

    def _branches(self, form: Form, index: int) -> tuple[Mapping[str, Branch], Branch | None]:
        silence = self._branch(form.get("on_no_response"), index)
        tree = form.get("on_response")
        if tree is None:
            return {}, silence
        if not isinstance(tree, Fields) or tuple(tree.value) == ("start_sequence",):
            every = self._branch(tree, index)
            return (dict.fromkeys(RESPONSES, every) if every else {}), silence
        inner = Form(tree, (*RESPONSES, "no_response", "any"), self.form.problems)
        found = {key: self._branch(inner.get(key), index) for key in (*RESPONSES, "no_response", "any")}
        if found["no_response"] and form.get("on_no_response") is not None:
            form.problem("on_no_response", "sequence-no-response-twice")
        answers = {key: branch for key in RESPONSES if (branch := found[key] or found["any"]) is not None}
        return answers, silence or found["no_response"]

    def _branch(self, tree: Tree | None, index: int) -> Branch | None:
        if tree is None:
            return None
        if isinstance(tree, Fields) and tuple(tree.value) == ("start_sequence",):
            target = tree.value["start_sequence"]
            name = naming.key_of(target.value) if isinstance(target, Text) else ""
            if name:
                return Branch("sequence", name)
        if isinstance(tree, Text):
            key = naming.key_of(tree.value)
            if key in BRANCH_ACTIONS:
                return Branch("action", key)
            if key in self.keys:
                return self._jump(tree, key, index)
        shown = tree.value[:60] if isinstance(tree, Text) else ""
        self._at(tree.line, "sequence-unknown-branch", branch=shown, allowed=", ".join(BRANCH_ACTIONS))
        return None

    def _jump(self, tree: Text, key: str, index: int) -> Branch:
        if self.keys.count(key) > 1:
            self._at(tree.line, "sequence-step-ambiguous", step=key)
        elif self.keys.index(key) <= index:
            # a way back could go round for ever
            self._at(tree.line, "sequence-jump-back", step=key)
        return Branch("step", key)


def _readable(name: str) -> str:
    words = name.replace("_", " ").strip() if naming.is_key(name) else name.strip()
    return words[:1].upper() + words[1:]
