"""A redis-server of one's own, for a test."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import redis

MISSING = "there is no redis-server: apt-get install redis-server"


class Missing(Exception):
    """There is none to start."""


@contextlib.contextmanager
def started(folder: Path, *options: str) -> Iterator[int]:
    """Run it on a free port, and give the port."""
    program = shutil.which("redis-server")
    if program is None:
        raise Missing(MISSING)
    # Between the search for a free port and its use somebody else may take it, and a Cluster's node wants a second one.
    for _ in range(20):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port: int = probe.getsockname()[1]
        command = [program, "--bind", "127.0.0.1", "--port", str(port), "--dir", str(folder)]
        with (
            subprocess.Popen(
                [*command, "--save", "", "--appendonly", "no", *options], stdout=subprocess.DEVNULL
            ) as process,
            contextlib.closing(redis.Redis(port=port)) as client,
        ):
            try:
                while process.poll() is None:
                    with contextlib.suppress(redis.ConnectionError):
                        # Another's would not have been started by us.
                        if client.info()["process_id"] == process.pid:
                            yield port
                            return
                    time.sleep(0.02)
            finally:
                process.kill()
    raise RuntimeError("redis-server does not start")
