"""A webhook that is measured, and what each of the two collectors has of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from answers import endpoint, handle
from metrics import to_opentelemetry, to_prometheus
from opentelemetry.metrics import set_meter_provider
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from prometheus_client import generate_latest

from wxseal.webhook import Handled
from wxseal.wsgi import application

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

reader = InMemoryMetricReader()
set_meter_provider(MeterProvider([reader]))
collectors = to_prometheus(), to_opentelemetry()


def measure(handled: Handled) -> None:
    for collector in collectors:
        collector(handled)


webhook = application(endpoint, handle, on_request=measure)


def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    if environ["PATH_INFO"] == "/wechat":
        return webhook(environ, start_response)
    shown: bytes = generate_latest()
    if environ["PATH_INFO"] == "/opentelemetry":
        data = reader.get_metrics_data()
        shown = data.to_json().encode()
    start_response("200 OK", [("Content-Length", str(len(shown)))])
    return [shown]
