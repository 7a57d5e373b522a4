"""What a command costs with all processes that it starts: time by the clock and the processor, and memory."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass

import psutil

EVERY = 0.1
"""Seconds between two looks at the memory."""

INSIDE = re.compile(r"^seconds inside: ([\d.]+)$", re.MULTILINE)


@dataclass(frozen=True)
class Cost:
    """Seconds, seconds of processor time, and the peak of memory in MB: of all its processes, and of the largest one.

    `inside` is what the program itself measured, without its start.
    """

    seconds: float
    processor: float
    memory: float
    largest: float
    output: str
    inside: float | None


def cost(command: list[str]) -> Cost:
    """Run a command to its end."""
    before = os.times()
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        watch = _Watch(process.pid)
        watch.start()
        process.wait()
        seconds = time.perf_counter() - start
        watch.done.set()
        watch.join()
        out.seek(0)
        output = out.read()
    after = os.times()
    # The times of grandchildren count as soon as their parent has waited for them; killed ones by the watch.
    waited = after.children_user + after.children_system - before.children_user - before.children_system
    said = INSIDE.search(output)
    return Cost(
        seconds, max(waited, watch.processor), watch.memory, watch.largest, output, float(said[1]) if said else None
    )


class _Watch(threading.Thread):
    """Looks at a process and its children again and again."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.done = threading.Event()
        self.memory = self.largest = 0.0
        self._times: dict[int, float] = {}

    @property
    def processor(self) -> float:
        return sum(self._times.values())

    def run(self) -> None:
        while not self.done.wait(EVERY):
            sizes = []
            try:
                root = psutil.Process(self.pid)
                for process in (root, *root.children(recursive=True)):
                    sizes.append(process.memory_full_info().uss / 2**20)
                    spent = process.cpu_times()
                    self._times[process.pid] = spent.user + spent.system
            except psutil.Error:
                pass
            self.memory = max(self.memory, sum(sizes))
            self.largest = max(self.largest, *sizes, 0.0)
