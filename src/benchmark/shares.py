"""Lambda's share of a processor: a full one at 1,769 MB, in proportion below. Simulated with a control group's quota."""

import os
import pathlib

FULL_MEGABYTES = 1769
PERIOD_MICROSECONDS = 20_000
VERSION_1, VERSION_2 = pathlib.Path("/sys/fs/cgroup/cpu"), pathlib.Path("/sys/fs/cgroup")


class Share:
    """A control group; raises OSError where this user or this kernel has none to give."""

    def __init__(self, megabytes: int):
        quota = round(PERIOD_MICROSECONDS * megabytes / FULL_MEGABYTES)
        root = VERSION_1 if VERSION_1.is_dir() else VERSION_2
        self.group = root / f"benchmark-{os.getpid()}-{megabytes}"
        self.group.mkdir()
        try:
            if root is VERSION_1:
                (self.group / "cpu.cfs_period_us").write_text(str(PERIOD_MICROSECONDS))
                (self.group / "cpu.cfs_quota_us").write_text(str(quota))
            else:
                (self.group / "cpu.max").write_text(f"{quota} {PERIOD_MICROSECONDS}")
        except OSError:
            self.group.rmdir()
            raise

    def enter(self):
        """Runs in the new process, before it becomes the function."""
        (self.group / "cgroup.procs").write_text(str(os.getpid()))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.group.rmdir()
