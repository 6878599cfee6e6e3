"""Debian's packages, installed by apt."""

from pathlib import Path

from playing import DIST
from trial import Trial

from kinds.library import COMPILERS, OLD, plays_c
from kinds.php import php_version, plays_php
from kinds.tool import serves


def tries(trial: Trial) -> None:
    packages = {
        file.name.partition("_")[0]: file
        for file in (DIST / "debian").glob(f"*_{trial.processor}.deb")
    }
    trial.prepare("php-cli", "php-fpm", "nginx-light")
    extension = f"php{php_version(trial)}-wxseal"
    trial.bring(*(packages[name] for name in ("libwxseal0", extension, "libwxseal-dev", "wxseal")))
    plays_php(
        trial,
        f"Debian package, PHP {php_version(trial)}",
        apt(packages, "libwxseal0", extension),
        installed(extension),
    )
    trial.tries(
        "Debian package, tool", apt(packages, "wxseal"), installed("wxseal"), serves("wxseal")
    )
    trial.install(*COMPILERS)
    install = apt(packages, "libwxseal-dev")
    plays_c(trial, "Debian package", install, "/usr", "/usr/lib/$(cc -print-multiarch)")
    load = "LD_LIBRARY_PATH=. php -r 'echo 1;'"
    trial.refuses("an extension with an older library", [OLD, load], "0.0.1")


def apt(packages: dict[str, Path], *names: str) -> list[str]:
    """Installs packages from their files."""
    return [
        f"apt-get install -y -qq --no-install-recommends {' '.join(f'/dist/{packages[name].name}' for name in names)}"
    ]


def installed(package: str) -> str:
    """The files of a package."""
    return (
        f"$(dpkg --listfiles {package} | while read file; do test ! -f $file || echo $file; done)"
    )
