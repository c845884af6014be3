"""The supervisor: order, deadlines, deaths, memory, and an end at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from phiguard.workers import Limits, run


def double(unit: int) -> int:
    return unit * 2


def trouble(unit: str) -> str:
    if unit == "hang":
        time.sleep(600)
    if unit == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if unit == "raise":
        raise ValueError("219-09-9999")
    if unit == "grow":
        return str(len(bytearray(1 << 33)))
    return unit


def test_outcomes_keep_the_order_of_the_units() -> None:
    assert [o.result for o in run(double, range(20), jobs=3)] == [2 * i for i in range(20)]


def test_no_units_need_no_worker() -> None:
    assert list(run(double, [], jobs=2)) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals and address space limits are POSIX")
def test_a_bad_unit_fails_in_words_and_the_rest_goes_on() -> None:
    units = ["a", "die", "b", "hang", "c", "raise", "d", "grow", "e"]
    outcomes = list(run(trouble, units, jobs=2, limits=Limits(deadline=5.0, memory=2 << 30)))
    assert [o.result for o in outcomes if not o.failure] == ["a", "b", "c", "d", "e"]
    failures = {units[o.index]: o.failure for o in outcomes if o.failure}
    assert "unexpectedly" in failures["die"]
    assert "deadline" in failures["hang"]
    assert failures["raise"] == "its worker failed: ValueError"
    assert "memory" in failures["grow"]
    assert "219" not in repr(outcomes)


def test_leaving_early_ends_the_workers_at_once() -> None:
    outcomes = run(trouble, ["a", "hang", "hang"], jobs=2)
    assert next(outcomes).result == "a"
    outcomes.close()  # type: ignore[attr-defined] # returns only when the hanging workers are dead
    assert not [thread for thread in threading.enumerate() if "_work" in thread.name]


def chatter(unit: int) -> int:
    sys.stdout.write("219-09-9999")
    sys.stdout.flush()
    return unit


def test_what_a_detector_prints_does_not_spoil_the_answer() -> None:
    assert [o.result for o in run(chatter, range(3), jobs=2)] == [0, 1, 2]


def test_a_worker_that_cannot_be_started_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(24, "219-09-9999")

    monkeypatch.setattr("phiguard.workers.subprocess.Popen", refused)
    failures = [o.failure for o in run(double, range(2), jobs=2)]
    assert failures == ["its worker could not be started: too many open files"] * 2


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
def test_workers_end_with_their_caller() -> None:
    code = (
        "import os, subprocess, tests.test_workers as t; from phiguard.workers import run;"
        "o = run(t.pid_then_hang, ['pid', 'hang'], jobs=1); print(next(o).result, flush=True);"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    worker = int(done.stdout)
    for _ in range(100):
        if not alive(worker):
            return
        time.sleep(0.1)
    os.kill(worker, signal.SIGKILL)
    pytest.fail("the worker outlived its caller")


def pid_then_hang(unit: str) -> int:
    if unit == "hang":
        time.sleep(60)
    return os.getpid()


def alive(process: int) -> bool:
    """Whether a process runs; one that ended and that nobody has waited for does not."""
    try:
        os.kill(process, 0)
        with open(f"/proc/{process}/stat", encoding="ascii") as state:
            return state.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return sys.platform != "linux"
    except ProcessLookupError:
        return False
