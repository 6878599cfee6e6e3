"""The webhook server of server.py in many processes, on one machine or several, with one memory.

    pip install redis
    export WXSEAL_TOKEN=… WXSEAL_ENCODING_AES_KEY=… WXSEAL_RECEIVE_ID=…
    export WXSEAL_REDIS=redis://127.0.0.1:6379/0
    WXSEAL_PORT=8001 python fleet.py &
    WXSEAL_PORT=8002 python fleet.py &

The platform sends a push up to three times, and a load balancer hands each try to another process.
So the states that `wxseal.RecentKeys` keeps for one process are kept in Redis for all: a push is
unknown, then claimed for a while, then answered, then forgotten. All settings are those of server.py
and

    WXSEAL_REDIS        redis://127.0.0.1:6379/0; only the server's own processes may reach it
    WXSEAL_CLAIM_MS     how long a process may take before another may try, in milliseconds: 5000
    WXSEAL_KEEP_MS      how long an answer is kept: 600000, twice the tolerance
    WXSEAL_PATIENCE_MS  how long a retry waits for the first try's answer: 4500

What is stored is `dedup_key`, a hash, and the finished answer, sealed as it goes over HTTP: nothing
decrypted. A worker in another language reads it too, by its own `from_bytes`.

A process can die at any point. Before its answer is stored, the push is handled again when the claim
has run out; afterwards the retry gets the answer. What a push sets off must be done once all the same,
so `handle` does not do it but says it: that job goes on a queue in the same step that stores the
answer, and whoever works on the queue does it. Where Redis cannot be reached a push goes unanswered,
and the platform sends it again.
"""

import secrets
import time
from collections.abc import Mapping
from typing import Any

import redis
from server import Answer, Webhook, respond, serve

import wxseal

# The answer is stored, and its job queued, only while the claim is still ours: it may have run out,
# and then another process has the push.
ANSWER = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
if ARGV[4] then redis.call('RPUSH', KEYS[2], ARGV[4]) end
return 1
"""
RELEASE = """
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
"""
# The first byte of what is stored under a push's key.
CLAIMED, ANSWERED = b"?", b"="


class Fleet(Webhook):
    """A webhook of many."""

    jobs = "wxseal:jobs"

    def __init__(self, environment: Mapping[str, str]) -> None:
        super().__init__(environment)
        self.store: Any = redis.Redis.from_url(
            environment.get("WXSEAL_REDIS", "redis://127.0.0.1:6379/0"),
            socket_timeout=2,
            socket_connect_timeout=2,
        )
        self.claim_ms = int(environment.get("WXSEAL_CLAIM_MS", "5000"))
        self.keep_ms = int(environment.get("WXSEAL_KEEP_MS", "600000"))
        self.patience = int(environment.get("WXSEAL_PATIENCE_MS", "4500")) / 1000
        self.store_answer = self.store.register_script(ANSWER)
        self.release = self.store.register_script(RELEASE)

    def handle(self, push: wxseal.Incoming) -> tuple[wxseal.Response, str | None]:
        """Give the answer to a push, and the job that it sets off, if any."""
        return respond(push), None

    def once(self, push: wxseal.Incoming) -> Answer | None:
        key = f"wxseal:push:{push.dedup_key}"
        deadline = time.monotonic() + self.patience
        while True:
            claim = CLAIMED + secrets.token_bytes(16)
            if self.store.set(key, claim, nx=True, px=self.claim_ms):
                answer = self.handle_claimed(push, key, claim)
                if answer is not None:
                    return answer
            # Somebody else has it, or has answered it, or its time ran out just now.
            known: bytes | None = self.store.get(key)
            if known is not None and known.startswith(ANSWERED):
                stored = known.removeprefix(ANSWERED)
                return Answer.of(wxseal.Response.from_bytes(stored))
            if time.monotonic() > deadline:
                return None
            time.sleep(self.poll)

    def handle_claimed(self, push: wxseal.Incoming, key: str, claim: bytes) -> Answer | None:
        """Handle a push and store its answer; `None` if that took too long and it is not ours."""
        try:
            response, job = self.handle(push)
        except BaseException:
            # The retry may try at once.
            self.release(keys=[key], args=[claim])
            raise
        stored = ANSWERED + response.to_bytes()
        arguments: list[bytes | str] = [claim, stored, str(self.keep_ms)]
        if job is not None:
            arguments.append(job)
        if self.store_answer(keys=[key, self.jobs], args=arguments):
            return Answer.of(response)
        return None


if __name__ == "__main__":
    serve(Fleet)
