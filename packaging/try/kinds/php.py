"""PIE's archives, under PHP's own server and under php-fpm behind nginx."""

import re
import zipfile

from playing import only, other, program
from trial import ADDRESS, Trial

NGINX = """\
events {}
http {
    server {
        listen 127.0.0.1:8000;
        location / {
            include /etc/nginx/fastcgi_params;
            fastcgi_param SCRIPT_FILENAME /root/project/server.php;
            fastcgi_pass 127.0.0.1:9000;
        }
    }
}
"""
POOL = """\
[global]
error_log = /dev/stderr
[www]
listen = 127.0.0.1:9000
user = root
group = root
pm = static
pm.max_children = 2
clear_env = no
"""


def tries(trial: Trial) -> None:
    trial.prepare("php-cli", "php-fpm", "nginx-light")
    version = php_version(trial)
    # What PIE does: it puts the extension where PHP's are, and names it in a file of settings.
    archive = only("php", f"php_wxseal-*_php{version}-{trial.pie}-linux-glibc.zip")
    trial.bring(archive)
    with zipfile.ZipFile(archive) as packed:
        packed.extract("wxseal.so", trial.path / "dist")
    settings = f"/etc/php/{version}/*/conf.d"
    install = [
        "folder=$(php -r 'echo ini_get(\"extension_dir\");')",
        "cp /dist/wxseal.so $folder",
        f"for settings in {settings}; do echo extension=wxseal >$settings/80-wxseal.ini; done",
    ]
    plays_php(
        trial,
        f"PIE's archive, PHP {version}",
        install,
        "$(php -r 'echo ini_get(\"extension_dir\");')/wxseal.so",
        # What PHP loads beside it must not be what it needs.
        "-n -d extension=wxseal",
    )
    with zipfile.ZipFile(other("php", f"*-{trial.pie}-linux-glibc.zip", archive)) as packed:
        packed.extract("wxseal.so", trial.path / "opt")
    load = "php -n -d extension=/opt/wxseal.so -r 'new Wxseal\\RecentKeys();'"
    trial.refuses("an extension for another PHP", [load], "Module compiled with module API")


def php_version(trial: Trial) -> str:
    (version,) = re.findall(r"^PHP (8\.\d)", trial.run("php --version"), re.M)
    return version


def plays_php(trial: Trial, title: str, install: list[str], takes: str, options: str = "") -> None:
    """The extension under PHP's own server, which gets these options, and under php-fpm behind nginx."""
    version = php_version(trial)
    trial.write("server.php", program("### PHP", "php"))
    trial.write("nginx.conf", NGINX)
    trial.write("pool.conf", POOL)
    trial.tries(title, install, takes, [f"php {options} -S {ADDRESS} server.php"])
    fpm = f"php-fpm{version} --fpm-config ~/project/pool.conf --allow-to-run-as-root"
    trial.tries(
        f"{title}, php-fpm", [], takes, [fpm, "nginx -c ~/project/nginx.conf -g 'daemon off;'"]
    )
