"""Hands what an adapter says of each request to Prometheus, or to OpenTelemetry.

    pip install prometheus-client        # or an SDK of OpenTelemetry

    app = application(endpoint, handle, on_request=to_prometheus())

Behind several processes, `prometheus_client` wants its multiprocess mode.
"""

from collections.abc import Callable

from wxseal.webhook import Handled

SECONDS = (0.0001, 0.001, 0.01, 0.1, 0.25, 0.5, 1, 2.5, 5)
BYTES = tuple(1 << bits for bits in range(8, 21, 2))


def labels(handled: Handled) -> dict[str, str]:
    return {
        "outcome": handled.outcome,
        "format": handled.format or "none",
        "retry": "yes" if handled.retry else "no",
    }


def to_prometheus() -> Callable[[Handled], None]:
    """Make an `on_request` that counts for Prometheus; once in a process."""
    from prometheus_client import Counter, Histogram

    requests = Counter("wxseal_requests", "By what became of them.", ["outcome", "format", "retry"])
    library = Histogram("wxseal_library_seconds", "Verifying and decrypting.", buckets=SECONDS)
    handler = Histogram(
        "wxseal_handler_seconds", "The handler, and sealing its answer.", buckets=SECONDS
    )
    size = Histogram("wxseal_body_bytes", "Bodies as they were read.", buckets=BYTES)

    def measure(handled: Handled) -> None:
        requests.labels(**labels(handled)).inc()
        library.observe(handled.library_us / 1e6)
        if handled.handler_us:
            handler.observe(handled.handler_us / 1e6)
        size.observe(handled.bytes)

    return measure


def to_opentelemetry() -> Callable[[Handled], None]:
    """Make an `on_request` that counts for OpenTelemetry, by the meter provider that is set."""
    from opentelemetry import metrics

    meter = metrics.get_meter("wxseal")
    requests = meter.create_counter("wxseal.requests")
    library = meter.create_histogram("wxseal.library.duration", unit="s")
    handler = meter.create_histogram("wxseal.handler.duration", unit="s")
    size = meter.create_histogram("wxseal.body.size", unit="By")

    def measure(handled: Handled) -> None:
        requests.add(1, labels(handled))
        library.record(handled.library_us / 1e6)
        if handled.handler_us:
            handler.record(handled.handler_us / 1e6)
        size.record(handled.bytes)

    return measure
