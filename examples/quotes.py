"""A stand-in for a source of quotes, over HTTP: `GET /hk/00700` is answered with JSON, or 404.

    PORT=9000 python quotes.py

It is for those of the examples' search widgets that ask over HTTP. The quotes of quotes.json are
invented, and move every second. `WXSEAL_SLOW_PERCENT` of the answers take `WXSEAL_SLOW_MS`.
"""

import asyncio
import json
import os
import random
import time
from pathlib import Path
from urllib.parse import unquote

ROWS = json.loads((Path(__file__).parent / "quotes.json").read_text("utf-8"))
BY_PATH = {f"/{row['market']}/{row['code']}": row for row in ROWS}
SLOW = float(os.environ.get("WXSEAL_SLOW_PERCENT", "0")) / 100
SECONDS = float(os.environ.get("WXSEAL_SLOW_MS", "2000")) / 1000


def quote(path: str) -> tuple[str, bytes]:
    """Give a status and a body."""
    if (row := BY_PATH.get(path)) is None:
        return "404 Not Found", b""
    change = int(time.time()) * 67 % 200 - 100
    shown = {
        "stock_market": row["market"],
        "stock_code": row["code"],
        "stock_name": row["name"],
        "price": f"{(row['close'] + change) / 100:.2f}",
        "change": f"{change / 100:+.2f}",
        "currency": row["currency"],
    }
    return "200 OK", json.dumps(shown, ensure_ascii=False).encode()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer one request, and close its connection."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        if random.random() < SLOW:
            await asyncio.sleep(SECONDS)
        status, body = quote(unquote(head.split(b" ", 2)[1].decode("ascii")))
        headers = f"Content-Length: {len(body)}\r\nConnection: close"
        writer.write(f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body)
        await writer.drain()
    except (ConnectionError, asyncio.IncompleteReadError):
        pass
    finally:
        writer.close()


async def main() -> None:
    """Serve until interrupted."""
    port = int(os.environ.get("PORT", "9000"))
    server = await asyncio.start_server(answer, "127.0.0.1", port, backlog=1024)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
