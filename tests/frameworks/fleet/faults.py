"""Sends pushes, three tries each, to workers in three languages that share one Redis, while workers are killed and their
connections to Redis cut.

What has to hold: each push is answered by its third try at the latest, all its answers are the same, byte for byte, and its job
stands on the queue once. Nobody can answer what is hit in all three tries, so no worker is killed that is at the third try of a
push that has no answer yet; the other two are hit as it comes. The last line is `N passed, N failed`.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asking
import redis
import wire
from languages import ROOT
from proxy import Proxy
from serving import Server

import wxseal

HERE = Path(__file__).resolve().parent
WORKERS = HERE / "workers"
JOBS = "{wxseal}:jobs"
KILL_EVERY, CUT_EVERY = 1.5, 0.05

PHP_FPM = """\
[global]
error_log = /proc/self/fd/2
daemonize = no
[www]
listen = 127.0.0.1:${PORT}
user = root
group = root
pm = static
pm.max_children = 8
clear_env = no
catch_workers_output = yes
"""
COMMANDS = {
    "Python": f"exec {sys.executable} -m uvicorn --no-access-log --app-dir {WORKERS} --port $PORT worker_asgi:app",
    "Node.js": f"exec node {WORKERS}/worker_node.mjs",
    "PHP": (
        'php_fpm=$(PATH=$PATH:/usr/sbin; command -v "php-fpm$(php-config --version | cut -d . -f 1,2)" php-fpm | head -n 1)\n'
        'exec "$php_fpm" -n $PHP_MODULES -y pool.conf -R'
    ),
}


@dataclass
class Worker:
    """A server that is started anew when it was killed, and its own way to Redis."""

    language: str
    proxy: Proxy
    folder: Path
    variables: dict[str, str]
    server: Server | None = None
    trying: Counter[bool] = field(default_factory=Counter)
    """How many tries it is at, by whether they are the last of a push that has no answer."""

    def start(self) -> None:
        variables = {**wire.SETTINGS, **self.variables, "REDIS_PORT": str(self.proxy.port)}
        server = Server(COMMANDS[self.language], self.folder, variables)
        server.wait()
        self.server = server

    def kill(self) -> bool:
        """SIGKILL: a whole server, or all of php-fpm's workers, which it replaces itself. Says if it has to be started."""
        assert self.server is not None
        master = self.server.process.pid
        if self.language == "PHP":
            for child in Path(f"/proc/{master}/task/{master}/children").read_text().split():
                os.kill(int(child), signal.SIGKILL)
            return False
        os.kill(master, signal.SIGKILL)
        self.server.process.wait()
        self.server = None
        return True

    def stop(self) -> None:
        if self.server is not None:
            self.server.__exit__()

    def ask(self, request: wxseal.platform.Request) -> Coroutine[None, None, asking.Answer]:
        assert self.server is not None
        if self.language == "PHP":
            return asking.over_fastcgi(self.server.port, request, f"{WORKERS}/worker_fpm.php")
        return asking.over_http(self.server.port, request)


@dataclass
class Fleet:
    """All workers, and the platform before them."""

    workers: list[Worker]
    patience: float
    """How long the platform waits for an answer, and then sends the push again, in seconds."""

    answers: dict[int, list[bytes | None]] = field(default_factory=dict)
    """What the tries of a push got."""

    outcomes: Counter[str] = field(default_factory=Counter)
    killed: int = 0
    cut: int = 0
    over: bool = False

    async def deliver(self, number: int) -> None:
        """One push, three times: again when it got its answer, else when the platform's patience is over. A third of them come
        twice at once, as where an answer was a moment too late."""
        got = self.answers[number] = []
        if number % 3 == 0:
            await asyncio.gather(self.attempt(number), self.attempt(number))
        while len(got) < 3:
            await self.attempt(number)

    async def attempt(self, number: int) -> None:
        got = self.answers[number]
        # Appended before it is known, so that tries at once are told apart.
        place = len(got)
        got.append(None)
        began = time.monotonic()
        is_last = place == 2 and not any(got)
        got[place] = await self.asked(number, is_last)
        if got[place] is None:
            await asyncio.sleep(max(0, began + self.patience - time.monotonic()))

    async def asked(self, number: int, is_last: bool) -> bytes | None:
        worker = random.choice([worker for worker in self.workers if worker.server])
        message = (
            "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><CreateTime>1</CreateTime>"
            f"<MsgType>text</MsgType><Content>{number}</Content><MsgId>{number}</MsgId></xml>"
        )
        request = wxseal.platform.push(wire.CRYPT, message)
        worker.trying[is_last] += 1
        try:
            answer = await asyncio.wait_for(worker.ask(request), self.patience)
        except asyncio.TimeoutError:
            self.outcomes["no answer in time"] += 1
            return None
        except (OSError, asking.Hung):
            self.outcomes["no answer"] += 1
            return None
        finally:
            worker.trying[is_last] -= 1
        self.outcomes[str(answer.status)] += 1
        return answer.body if answer.status == 200 else None

    async def kill_some(self) -> None:
        """One worker that is at a push after the other, and every other one while a script of its own is on the way to Redis."""
        while not self.over:
            await asyncio.sleep(KILL_EVERY)
            worker = random.choice(self.workers)
            on_the_way = self.killed % 2 == 0
            if on_the_way:
                worker.proxy.delay(0.03)
            scripts = worker.proxy.scripts
            while (
                worker.server is None
                or worker.trying[True]
                or not worker.trying[False]
                or (on_the_way and worker.proxy.scripts == scripts)
            ):
                if self.over:
                    return
                await asyncio.sleep(0.001)
            self.killed += 1
            has_to_start = worker.kill()
            worker.proxy.delay(0)
            if has_to_start:
                await asyncio.to_thread(worker.start)

    async def cut_some(self) -> None:
        """One connection after the other, before or after Redis ran the script; each worker's in turn, so that the one more try
        of a call is not cut, too."""
        scripts = [-1] * len(self.workers)
        while not self.over:
            for place, worker in enumerate(self.workers):
                await asyncio.sleep(CUT_EVERY)
                # One that nothing came to still has its last one before it.
                if worker.proxy.scripts != scripts[place]:
                    scripts[place] = worker.proxy.scripts
                    random.choice((worker.proxy.cut_before, worker.proxy.cut_after))()
                    self.cut += 1


@contextlib.contextmanager
def redis_server(folder: Path) -> Iterator[int]:
    command = "exec redis-server --port $PORT --bind 127.0.0.1 --save '' --dir ."
    with Server(command, folder, {}) as server:
        server.wait()
        yield server.port


def php_modules() -> str:
    """The options that load what php-fpm needs: Debian's phpredis wants igbinary."""
    options = f"-d extension={ROOT}/target/php/modules/wxseal.so"
    for module in ("igbinary", "redis"):
        command = ["php", "-n", *options.split(), "-d", f"extension={module}"]
        command += ["-r", f"exit((int) !extension_loaded('{module}'));"]
        if subprocess.run(command, capture_output=True).returncode == 0:
            options += f" -d extension={module}"
    return options


@contextlib.asynccontextmanager
async def fleet(port: int, folder: Path, patience: float) -> AsyncIterator[Fleet]:
    variables = {
        "ROOT": str(ROOT),
        "PHP_MODULES": php_modules(),
        "CLAIM_FOR": str(patience),
        "TAKES": str(patience / 25),
    }
    (folder / "pool.conf").write_text(PHP_FPM)
    with contextlib.ExitStack() as stack:
        workers = [
            Worker(language, stack.enter_context(Proxy(port)), folder, variables)
            for language in COMMANDS
            for _ in range(2)
        ]
        try:
            await asyncio.gather(*(asyncio.to_thread(worker.start) for worker in workers))
            yield Fleet(workers, patience)
        finally:
            for worker in workers:
                worker.stop()


async def play(port: int, folder: Path, pushes: int, seconds: float, patience: float) -> Fleet:
    async with fleet(port, folder, patience) as played:
        faults = [asyncio.create_task(fault) for fault in (played.kill_some(), played.cut_some())]
        under_way = []
        for number in range(1, pushes + 1):
            under_way.append(asyncio.create_task(played.deliver(number)))
            await asyncio.sleep(seconds / pushes)
        await asyncio.gather(*under_way)
        played.over = True
        await asyncio.gather(*faults)
    return played


def judge(played: Fleet, jobs: Counter[str]) -> dict[str, list[int]]:
    """What had to hold, and the pushes of which it did not."""
    answers = {number: [body for body in got if body] for number, got in played.answers.items()}
    return {
        "each push is answered by its third try at the latest": [
            number for number, got in answers.items() if not got
        ],
        "all answers to a push are the same": [
            number for number, got in answers.items() if len(set(got)) > 1
        ],
        "each push is handled once: its job stands on the queue once": [
            number for number in answers if jobs[str(number)] != 1
        ],
        "nothing else stands on the queue": [int(job) for job in jobs if int(job) not in answers],
    }


def language_of(body: bytes) -> str:
    content = wire.content(body, "xml")
    assert content is not None
    return content.partition(", by ")[2]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pushes", type=int, default=1000)
    parser.add_argument("--seconds", type=float, help="in which they come; 30, or 240 with --full")
    parser.add_argument("--full", action="store_true", help="with the platform's own five seconds")
    given = parser.parse_args()
    patience = 5.0 if given.full else 1.5
    seconds = given.seconds or (240 if given.full else 30)
    with tempfile.TemporaryDirectory(prefix="wxseal-fleet-") as name:
        folder = Path(name)
        with redis_server(folder) as port:
            played = asyncio.run(play(port, folder, given.pushes, seconds, patience))
            entries: Any = redis.Redis(port=port, decode_responses=True).xrange(JOBS)
        logs = "".join(log.read_text(errors="replace") for log in sorted(folder.glob("log-*")))
    tests = judge(played, Counter(fields["job"] for _, fields in entries))
    if any(tests.values()):
        print(logs[-20_000:])
    for test, wrong in tests.items():
        print(f"FAILED {test}: not {wrong}" if wrong else f"ok {test}")
    answers = [next(filter(None, got), None) for got in played.answers.values()]
    said = Counter(language_of(body) for body in answers if body)
    later = sum(got[0] is None for got in played.answers.values())
    print(
        f"{given.pushes} pushes, {sum(played.outcomes.values())} tries: "
        + ", ".join(f"{count} {outcome}" for outcome, count in sorted(played.outcomes.items()))
    )
    print(
        "handled by " + ", ".join(f"{language} {count}" for language, count in sorted(said.items()))
    )
    print(
        f"{played.killed} workers killed, {played.cut} connections cut, {later} first tries without an answer"
    )
    failed = sum(bool(wrong) for wrong in tests.values())
    print(f"{len(tests) - failed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
