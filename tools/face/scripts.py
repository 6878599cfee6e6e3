"""Python, Node.js and PHP: the scripts that Redis runs for them."""

from face import place
from face.table import ROOT

NAMES = ["claim", "answer", "release"]


def script(name: str) -> list[str]:
    """A script's own lines; what it says above them stands in its file."""
    lines = (ROOT / f"redis/{name}.lua").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("--")]


def python(text: str) -> str:
    lines = []
    for name in NAMES:
        lines += [f'{name.upper()} = """', *script(name), '"""']
    return place.region(text, "the scripts", lines)


def node(text: str) -> str:
    lines = []
    for name in NAMES:
        lines += [f"const {name.upper()} = `", *script(name), "`;"]
    return place.region(text, "the scripts", lines)


def php(text: str) -> str:
    lines = []
    for name in NAMES:
        lines += [
            f"    const {name.upper()} = <<<'LUA'",
            *("        " + line for line in script(name)),
            "        LUA;",
        ]
    return place.region(text, "the scripts", lines)


FILES = {
    "bindings-python/python/wxseal/_redis_scripts.py": python,
    "bindings-node/redis-scripts.js": node,
    "bindings-php/webhook/src/Redis/Scripts.php": php,
}
