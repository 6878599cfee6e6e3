"""The tool: its archive, and its wheel."""

from playing import only
from trial import ADDRESS, Trial

OFFLINE = "PIP_NO_INDEX=1 PIP_FIND_LINKS=/usr/share/python-wheels"


def tries(trial: Trial) -> None:
    trial.prepare("python3-venv", "pipx")
    archive = only("tool", f"wxseal-*-linux-{trial.arch}.tar.gz")
    wheel = only("wheels", f"wxseal_cli-*_{trial.arch}.whl")
    trial.bring(archive, wheel)
    trial.tries(
        "tool, static program",
        ["mkdir /opt/tool", f"tar -xzf /dist/{archive.name} -C /opt/tool --strip-components=1"],
        "/opt/tool/wxseal",
        serves("/opt/tool/wxseal"),
    )
    trial.run("python3 -m venv /root/pip")
    trial.tries(
        "tool, `pip install`",
        [f"/root/pip/bin/pip install --quiet --no-index /dist/{wheel.name}"],
        "/root/pip/bin/wxseal /root/pip/lib/python*/site-packages/wxseal*",
        serves("/root/pip/bin/wxseal"),
    )
    trial.tries(
        "tool, `pipx install`",
        # It begins with a pip of its own, which Debian has for `venv`.
        [f"{OFFLINE} pipx install /dist/{wheel.name}"],
        "--dereference ~/.local/bin/wxseal",
        serves("~/.local/bin/wxseal"),
    )


def serves(command: str) -> list[str]:
    """The tool's own server, where its demo passes."""
    return [f"{command} demo", f"{command} serve --listen {ADDRESS} --quiet"]
