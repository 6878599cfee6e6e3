"""npm's packages, by its clients, from a registry of our own."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from parts.common import ROOT, VERSION
from playing import DIST, only, program
from roots import WORK, nowhere
from trial import Trial

from kinds.tool import serves

REGISTRY = "127.0.0.1:4873"


def tries(trial: Trial) -> None:
    # Debian's npm is hundreds of packages, which take long by qemu.
    trial.prepare("nodejs", *([] if trial.release.processor else ["npm"]))
    libraries = [
        only("npm", f"wxseal-{VERSION}.tgz"),
        only("npm", f"wxseal-linux-{trial.npm}-gnu-*.tgz"),
    ]
    tools = [
        only("npm", f"wxseal-cli-{VERSION}.tgz"),
        only("npm", f"wxseal-cli-linux-{trial.npm}-*.tgz"),
    ]
    trial.bring(*libraries, *tools)
    server = program("### Node.js", "js")
    with registry():
        for number, (title, folders, command) in enumerate(clients(trial)):
            trial.write(f"{number}/server.mjs", server)
            # What pnpm reads; npm would hear the caller's variable.
            trial.write(f"{number}/.npmrc", f"registry=http://{REGISTRY}/\n")
            here = f"cd {number}"
            reach = f"export npm_config_registry=http://{REGISTRY}/ PATH={folders}$PATH; {here}"
            trial.tries(
                f"npm package, {title}",
                [reach, f"{command} wxseal"],
                f"{number}/node_modules",
                [reach, "PORT=8000 exec node server.mjs"],
            )
            if command.startswith("npm"):
                trial.tries(
                    f"`npx wxseal-cli`, {title}",
                    [reach, "rm -rf ~/.npm/_npx", "npx --yes wxseal-cli --version"],
                    "~/.npm/_npx",
                    [reach, *serves("npx --yes wxseal-cli")],
                )
        trial.write("none/package.json", "{}")
        install = [reach, "cd ../none", "npm install --omit=optional wxseal"]
        load = "node -e 'require(\"wxseal\")'"
        trial.refuses("an addon that was left out", [*install, load], "was left out at install")
    elsewhere = (
        'node -e \'Object.defineProperty(process, "arch", {value: "riscv64"}); require("wxseal")\''
    )
    trial.refuses(
        "a platform without an addon",
        ["cd none", elsewhere],
        "no addon for linux-riscv64, only for",
    )


def clients(trial: Trial) -> Iterator[tuple[str, str, str]]:
    """Which Node.js and which of npm's clients, the folders of both, and how the client installs."""
    (node,) = re.findall(r"^v(\d+)", trial.run("node --version"), re.M)
    if trial.release.processor:
        yield f"Node.js {node}, npm 10", f"{fetched(trial, 'npm@10', '.bin')}:", "npm install"
        return
    (npm,) = re.findall(r"^(\d+)[.]", trial.run("npm --version"), re.M)
    yield f"Node.js {node}, npm {npm}", "", "npm install"
    for version, client in ((22, "npm@11"), (24, "npm@12"), (24, "pnpm@12")):
        name, major = client.split("@")
        own = f"node-linux-{trial.npm}"
        folders = fetched(trial, f"{own}@{version}", f"{own}/bin"), fetched(trial, client, ".bin")
        command = "pnpm add" if name == "pnpm" else "npm install"
        yield f"Node.js {version}, {name} {major}", "{}:{}:".format(*folders), command


def fetched(trial: Trial, package: str, folder: str) -> str:
    """Puts a package of npm's into the root, and says where a folder of its node_modules lies there."""
    cache = WORK / "npm" / package
    if not cache.exists():
        command = [
            "npm",
            "install",
            "--prefix",
            cache,
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            package,
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    if not (trial.path / "opt" / package).exists():
        shutil.copytree(cache, trial.path / "opt" / package, symlinks=True)
    return f"/opt/{package}/node_modules/{folder}"


@contextmanager
def registry() -> Iterator[None]:
    """npm's registry, as far as dist/npm goes, in the network where nothing else is."""
    program = [
        sys.executable,
        ROOT / "packaging/try/registry",
        DIST / "npm",
        REGISTRY.partition(":")[2],
    ]
    process = subprocess.Popen(["nsenter", f"--net={nowhere()}", *program])
    try:
        yield
    finally:
        process.kill()
        process.wait()
