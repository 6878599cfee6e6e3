"""PyPI's wheels, in every Python."""

import re
import shutil
from pathlib import Path

from playing import only, other, program
from roots import RELEASES
from trial import Trial


def tries(trial: Trial) -> None:
    trial.prepare("python3-venv")
    wheel = only("wheels", f"wxseal-*-manylinux*_{trial.arch}.whl")
    others = {
        "a wheel for another libc": only("wheels", f"wxseal-*-musllinux*_{trial.arch}.whl"),
        "a wheel for another processor": other("wheels", "wxseal-*-manylinux*.whl", wheel),
    }
    trial.bring(wheel)
    trial.write("server.py", program("### Python", "python"))
    for version, interpreter in interpreters(trial).items():
        venv = f"/root/python{version}"
        trial.run(f"{interpreter} -m venv {venv}")
        trial.tries(
            f"wheel, Python {version}",
            [f"{venv}/bin/pip install --quiet --no-index /dist/{wheel.name}"],
            f"{venv}/lib/python*/site-packages/wxseal*",
            [f"{venv}/bin/python server.py"],
        )
    for what, file in others.items():
        trial.copy(file)
        install = f"{venv}/bin/pip install --no-index /dist/{file.name}"
        trial.refuses(what, [install], "is not a supported wheel on this platform")


def interpreters(trial: Trial) -> dict[str, str]:
    """Debian's Python, and those that pyenv has built on this machine, put into the root."""
    tell = "import platform; print('Python', platform.python_version())"
    (said,) = re.findall(r"^Python (3\.\d+)", trial.run(f'python3 -c "{tell}"'), re.M)
    found = {said: "python3"}
    if trial.release.processor or trial.release.suite not in RELEASES:
        return found
    for folder in sorted((Path.home() / ".pyenv/versions").glob("3.1[0-9].*")):
        version = ".".join(folder.name.split(".")[:2])
        if version not in found:
            skip = shutil.ignore_patterns("test", "__pycache__", "site-packages", "*.a")
            shutil.copytree(
                folder, trial.path / folder.relative_to("/"), symlinks=True, ignore=skip
            )
            found[version] = f"{folder}/bin/python{version}"
    return dict(sorted(found.items(), key=lambda item: int(item[0].split(".")[1])))
