"""The tool plays the platform against servers in each peer's documented form, one line changed."""

import json
import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server
from xml.etree import ElementTree

import pytest
import servers
from drop_ins import ID, KEY, ROOT, TOKEN

from wxseal.compat.WXBizJsonMsgCrypt import WXBizJsonMsgCrypt
from wxseal.compat.WXBizMsgCrypt3 import WXBizMsgCrypt

SETTINGS = TOKEN, KEY, ID
TOOL = ROOT / "target/release/wxseal"
ENVIRONMENT = dict(
    zip(("WXSEAL_TOKEN", "WXSEAL_ENCODING_AES_KEY", "WXSEAL_RECEIVE_ID"), SETTINGS, strict=True)
)
WECHAT = [["--mode", mode, "--format", "xml"] for mode in ("safe", "compatible")]
WECOM = [
    ["--mode", mode, "--format", "xml", "--dialect", "wecom"] for mode in ("safe", "compatible")
]
WECOM_JSON = [["--mode", "safe", "--format", "json", "--dialect", "wecom"]]

needs_wechatpy = pytest.mark.skipif(
    find_spec("wechatpy") is None, reason="wechatpy is not installed here"
)
needs_werobot = pytest.mark.skipif(
    find_spec("werobot") is None, reason="WeRoBot is not installed here"
)


class Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def serving(application: servers.Application) -> Iterator[str]:
    with make_server("127.0.0.1", 0, application, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def tool(command: str, *arguments: str) -> None:
    ran = subprocess.run(
        [TOOL, command, *arguments, "--json", "--lang", "en"],
        env={**os.environ, **ENVIRONMENT},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert json.loads(ran.stdout)["passed"]


def wechatpy(before: str) -> servers.Application:
    crypto, utils = (import_module(f"{before}wechatpy.{name}") for name in ("crypto", "utils"))
    return servers.wechatpy(crypto, utils, *SETTINGS)


def wechatpy_wecom(before: str) -> servers.Application:
    # What wechatpy 2 and 1.8 call WeCom.
    wecom = "work" if find_spec("wechatpy.work") else "enterprise"
    return servers.wechatpy_wecom(
        wecom, import_module(f"{before}wechatpy.{wecom}.crypto"), *SETTINGS
    )


def werobot(before: str) -> servers.Application:
    return servers.werobot(import_module(f"{before}werobot").WeRoBot, *SETTINGS)


def xml_reply(message: bytes) -> str | None:
    said = {element.tag: element.text for element in ElementTree.fromstring(message)}
    if said["MsgType"] != "text":
        return None
    reply = ElementTree.Element("xml")
    swapped = {"ToUserName": said["FromUserName"], "FromUserName": said["ToUserName"]}
    for name, text in {**said, **swapped}.items():
        ElementTree.SubElement(reply, name).text = text
    return ElementTree.tostring(reply, "unicode")


def json_reply(message: str) -> str | None:
    said = json.loads(message)
    if said["MsgType"] != "text":
        return None
    said["ToUserName"], said["FromUserName"] = said["FromUserName"], said["ToUserName"]
    return json.dumps(said)


SERVERS: dict[str, tuple[Callable[[], servers.Application], list[list[str]], Any]] = {
    "wechatpy": (lambda: wechatpy("wxseal.compat."), WECHAT, needs_wechatpy),
    "wechatpy, unchanged": (lambda: wechatpy(""), WECHAT, needs_wechatpy),
    "wechatpy, WeCom": (lambda: wechatpy_wecom("wxseal.compat."), WECOM, needs_wechatpy),
    "wechatpy, WeCom, unchanged": (lambda: wechatpy_wecom(""), WECOM, needs_wechatpy),
    "WeRoBot": (lambda: werobot("wxseal.compat."), WECHAT, needs_werobot),
    "WeRoBot, unchanged": (lambda: werobot(""), WECHAT, needs_werobot),
    "WXBizMsgCrypt3": (lambda: servers.tencent(WXBizMsgCrypt, xml_reply, *SETTINGS), WECOM, ()),
    "WXBizJsonMsgCrypt": (
        lambda: servers.tencent(WXBizJsonMsgCrypt, json_reply, *SETTINGS),
        WECOM_JSON,
        (),
    ),
}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.skipif(not TOOL.exists(), reason="target/release/wxseal is not built")
@pytest.mark.parametrize(
    ("make", "options"),
    [
        pytest.param(make, options, id=f"{name}: {' '.join(options)}", marks=marks)
        for name, (make, modes, marks) in SERVERS.items()
        for options in modes
    ],
)
def test_the_tool_is_content_with_a_server(
    make: Callable[[], servers.Application], options: list[str]
) -> None:
    with serving(make()) as url:
        checked = options[:2] + options[4:]
        tool("check", url, *checked)
        for event in ("text", "image"):
            tool("push", url, event, *options)
