"""Does the jobs that fleet.py queues, each at least once. Run as many as there is work for.

    pip install redis
    WXSEAL_REDIS=redis://127.0.0.1:6379/0 python worker.py

A worker may die after a job was done and before that is acknowledged, and then another does it again.
Who must not notes `push` in one transaction with what the job does, and looks there first.
"""

import logging
import os
import socket
from contextlib import suppress
from typing import Any

import redis

STREAM, GROUP, ME = "{wxseal}:jobs", "workers", f"{socket.gethostname()}-{os.getpid()}"
# Longer than any job takes: what somebody took before that was left behind.
LEFT_MS = int(os.environ.get("WXSEAL_LEFT_MS", "60000"))


def do(job: str, push: str) -> None:
    print(f"{job}, for {push}", flush=True)


url = os.environ.get("WXSEAL_REDIS", "redis://127.0.0.1:6379/0")
store: Any = redis.Redis.from_url(url, decode_responses=True, protocol=2, socket_timeout=10)
with suppress(redis.ResponseError):  # It is there already.
    store.xgroup_create(STREAM, GROUP, id="0", mkstream=True)
while True:
    left = store.xautoclaim(STREAM, GROUP, ME, LEFT_MS, count=10)[1]
    new = store.xreadgroup(GROUP, ME, {STREAM: ">"}, count=10, block=min(LEFT_MS, 5000))
    for entry, fields in [*left, *(each for _, entries in new for each in entries)]:
        try:
            do(fields["job"], fields["push"])
        except Exception:
            logging.exception("%s is tried again later", entry)
        else:
            store.pipeline().xack(STREAM, GROUP, entry).xdel(STREAM, entry).execute()
