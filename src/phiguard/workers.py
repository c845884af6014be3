"""The one supervisor: a killable process per unit of work, with a deadline and a memory limit.

A unit whose worker overruns, dies or runs out of memory gives a failure in words, and the run goes on with a new worker.
Workers are fresh interpreters, not forks, so that a caller's script needs no main guard, and speak pickle over
their own pipes. Only an exception's type crosses back: its message could quote the input.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from operator import attrgetter
from typing import IO, Any

_START = (
    "import pickle,sys;"
    "sys.path[:]=pickle.load(sys.stdin.buffer);"
    "from phiguard.workers import answers,serve;"
    "serve(sys.stdin.buffer,answers())"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """`deadline`: seconds for one unit (0: none). `memory`: bytes of address space for one worker (0: none; POSIX)."""

    deadline: float = 0.0
    memory: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one unit: its result, or a failure in words."""

    index: int
    result: Any = None
    failure: str = ""


Task = Callable[[Any], Any]
"""A function, or a class's, that workers can import by name."""


def run(task: Task, units: Sequence[Any], *, jobs: int, limits: Limits = Limits()) -> Iterator[Outcome]:
    """Outcomes in the order of `units`, each as soon as it and those before it are there.

    Ends all workers at once when the caller stops early or is interrupted.
    """
    todo: queue.SimpleQueue[int] = queue.SimpleQueue()
    for index in range(len(units)):
        todo.put(index)
    done: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
    crew = [_Worker(task, units, limits, todo, done) for _ in range(min(jobs, len(units)))]
    waiting: dict[int, Outcome] = {}
    try:
        for worker in crew:
            worker.start()
        for index in range(len(units)):
            while index not in waiting:
                outcome = done.get()
                waiting[outcome.index] = outcome
            yield waiting.pop(index)
    finally:
        for worker in crew:
            worker.stop()


class _NotStarted(Exception):
    """No worker, and the system's words for why."""


class _Worker:
    """A thread that feeds one process and replaces it when it dies."""

    def __init__(
        self,
        task: Task,
        units: Sequence[Any],
        limits: Limits,
        todo: queue.SimpleQueue[int],
        done: queue.SimpleQueue[Outcome],
    ) -> None:
        self.task, self.units, self.limits, self.todo, self.done = task, units, limits, todo, done
        self.process: subprocess.Popen[bytes] | None = None
        self.stopped = False
        self.thread = threading.Thread(target=self._work, daemon=True)

    def start(self) -> None:
        self.thread.start()

    def stop(self) -> None:
        """End the process at once, whatever it does."""
        self.stopped = True
        self._kill()
        while self.thread.is_alive():  # it may be starting a process just now: kill that one too
            self.thread.join(0.05)
            self._kill()

    def _kill(self) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError, ValueError):
                        pipe.close()

    def _work(self) -> None:
        while not self.stopped:
            try:
                index = self.todo.get_nowait()
            except queue.Empty:
                break
            self.done.put(self._one(index))
        if not self.stopped:
            self._kill()

    def _one(self, index: int) -> Outcome:
        overran = threading.Event()

        def overrun(process: subprocess.Popen[bytes]) -> None:
            overran.set()
            process.kill()

        try:
            process = self.process or self._spawn()
            timer = threading.Timer(self.limits.deadline or 1, overrun, (process,))
            if self.limits.deadline:
                timer.start()
            try:
                assert process.stdin is not None and process.stdout is not None
                pickle.dump(self.units[index], process.stdin)
                process.stdin.flush()
                result, failure = pickle.load(process.stdout)
            finally:
                timer.cancel()
        except _NotStarted as error:
            self._kill()
            return Outcome(index, failure=f"its worker could not be started: {error}")
        except Exception:  # noqa: BLE001 - a worker that dies may leave anything in the pipe; the run goes on
            self._kill()
            if overran.is_set():
                return Outcome(index, failure=f"ended at its deadline of {self.limits.deadline:g} s")
            return Outcome(index, failure="its worker ended unexpectedly (out of memory, or killed)")
        if failure:
            self._kill()
        return Outcome(index, result, failure)

    def _spawn(self) -> subprocess.Popen[bytes]:
        try:
            process = subprocess.Popen(
                [sys.executable, "-c", _START],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            reason = os.strerror(error.errno).lower() if error.errno else type(error).__name__
            raise _NotStarted(reason) from None
        self.process = process
        assert process.stdin is not None
        task = (self.task.__module__, self.task.__qualname__)
        for message in (list(sys.path), task, self.limits.memory):
            pickle.dump(message, process.stdin)
        process.stdin.flush()
        return process


def answers() -> IO[bytes]:
    """The pipe to the caller; what a detector prints goes elsewhere from now on."""
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sink


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """The worker's side: take units until the pipe closes, answer each with (result, failure)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    module, name = pickle.load(source)
    task: Task = attrgetter(name)(import_module(module))
    _limit_memory(pickle.load(source))
    while True:
        try:
            unit = pickle.load(source)
        except EOFError:
            return
        try:
            answer = (task(unit), "")
        except MemoryError:
            answer = (None, "its worker reached the memory limit")
        except Exception as error:  # noqa: BLE001 - whatever it is, the file is incomplete and the run goes on
            answer = (None, f"its worker failed: {type(error).__name__}")
        pickle.dump(answer, sink)
        sink.flush()


def _end_with(parent: int) -> None:
    """End this process when its caller is gone, were it killed: nobody waits for the answer."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _limit_memory(limit: int) -> None:
    if limit and sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
