"""Says inside one process that rows changed, so that pages need not ask (ENGINE: the bell only rings)."""

from __future__ import annotations

from collections.abc import Callable

Listener = Callable[[], None]


class Pulse:
    """One beat may stand for many changes. Another process's changes make no beat: look now and then as well."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Calls ``listener`` at each beat until the returned function is called. It must not wait or raise."""
        self._listeners.add(listener)
        return lambda: self._listeners.discard(listener)

    def beat(self) -> None:
        for listener in tuple(self._listeners):
            listener()
