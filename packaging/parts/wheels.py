"""What goes to PyPI: the extension for each machine, its source, and the tool as a program."""

import shutil
from pathlib import Path

from parts.common import TARGETS, TOOLS, WORK, Target, Wrong, at_most, environment, printed, run

COMPATIBLE = {"gnu": "manylinux2014", "musl": "musllinux_1_2"}


def built(crate: str, target: Target, compatible: str) -> Path:
    """A wheel in a folder of its own."""
    into = WORK / "wheels" / crate / target.name
    shutil.rmtree(into, ignore_errors=True)
    run(
        *(
            "maturin",
            "build",
            "--release",
            "--locked",
            "--zig",
            "--manifest-path",
            f"{crate}/Cargo.toml",
        ),
        *("--target", target.triple, "--compatibility", compatible, "--out", into),
        *("--compression-level", "9"),
        env=environment() | {"CARGO_TARGET_DIR": str(WORK / "wheels/cargo")},
    )
    (wheel,) = into.glob("*.whl")
    return wheel


def make(dist: Path) -> None:
    dist.mkdir(parents=True, exist_ok=True)
    for target in TARGETS:
        wheel = built("bindings-python", target, COMPATIBLE[target.libc])
        at_most(wheel, 0.7)
        if target.libc == "gnu":
            said = printed(TOOLS / "auditwheel", "show", wheel)
            if f'following platform tag:\n"manylinux_2_17_{target.arch}"' not in said:
                raise Wrong(said)
        printed(TOOLS / "abi3audit", "--strict", wheel)
        shutil.copy(wheel, dist)
        if target.libc == "musl":
            # The program is static, so that any libc will do.
            program = built("cli", target, "musllinux_1_2")
            tag = f"+manylinux_2_17_{target.arch}.manylinux2014_{target.arch}"
            tagged = printed(
                TOOLS / "python",
                "-m",
                "wheel",
                "tags",
                "--platform-tag",
                tag,
                program,
                cwd=program.parent,
            )
            shutil.copy(program.parent / tagged.splitlines()[-1], dist)
    run("maturin", "sdist", "--manifest-path", "bindings-python/Cargo.toml", "--out", dist)
