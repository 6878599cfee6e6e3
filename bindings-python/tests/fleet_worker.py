"""A worker of test_fleet.py: examples/python/fleet.py with handlers that say what they do."""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "examples/python"))

import fleet
import redis
import server

import wxseal


class Worker(fleet.Fleet):
    """Answers with its own name, and queues the message's id."""

    name = os.environ["WORKER"]
    log = redis.Redis.from_url(os.environ["WXSEAL_REDIS"])

    def handle(self, push: wxseal.Incoming) -> tuple[wxseal.Response, str | None]:
        self.log.rpush("begun", f"{self.name} {push.msg_id}")
        # The victim never comes to the end of a message that says so, and is killed in the midst.
        time.sleep(60 if (self.name, push.message["Content"]) == ("victim", "hang") else 0.005)
        return push.reply_text(self.name), push.msg_id


server.serve(Worker)
