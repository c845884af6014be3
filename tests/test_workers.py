"""The supervisor: order, deadlines, deaths, memory, and an end at once."""

from __future__ import annotations

import os
import signal
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
