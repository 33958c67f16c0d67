"""A function as a process: its environment is Lambda's alone, and what it takes is read from the kernel."""

import os
import subprocess
import time


class Process:
    def __init__(self, command, environment, share=None):
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=None if "BENCHMARK_DEBUG" in os.environ else subprocess.DEVNULL,
            preexec_fn=share.enter if share else None,
        )

    def cpu(self) -> float:
        """Seconds of processor time of all its threads, those that have ended as well (clock_getcpuclockid(3))."""
        return time.clock_gettime((~self.process.pid << 3) | 2)

    def status(self, name: str) -> int:
        """A figure from /proc/PID/status, such as VmRSS in kB."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith(name + ":"))

    def resident_megabytes(self) -> float:
        return self.status("VmRSS") / 1024

    def page_faults(self) -> int:
        with open(f"/proc/{self.process.pid}/stat") as stat:
            return int(stat.read().rsplit(")", 1)[1].split()[7])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
