"""Firefox and WebKitGTK, each driven by its own protocol: WebDriver BiDi and WebDriver.

Both open pages, answer questions about them, take keys and pictures. Scripts are expressions whose
values JSON can write.
"""

import asyncio
import base64
import json
import os
import re
import signal
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientConnectionError, ClientSession, ClientTimeout, ClientWebSocketResponse

# In seconds; a machine with other work may need long for what usually takes a moment.
PATIENCE = 180
WIDTH, HEIGHT = 1280, 1600

KEYS = {"Tab": "\ue004", "Enter": "\ue006", "Shift": "\ue008", "ArrowDown": "\ue015"}
MINIBROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"


def key_actions(keys: tuple[str, ...]) -> list[dict[str, Any]]:
    strokes = [{"type": "keyDown", "value": KEYS[key]} for key in keys]
    strokes += [{"type": "keyUp", "value": KEYS[key]} for key in reversed(keys)]
    return [{"type": "key", "id": "keyboard", "actions": strokes}]


class Firefox:
    """A tab of a headless Firefox, by WebDriver BiDi."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self.count = 0
        self.context = ""

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self.count += 1
        await self.socket.send_json({"id": self.count, "method": method, "params": parameters})
        while True:
            answer = await self.socket.receive_json(timeout=PATIENCE)
            if answer.get("id") != self.count:
                continue
            if answer["type"] == "error":
                raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
            return answer["result"]

    async def start(self) -> None:
        await self.call("session.new", capabilities={})
        # The first tab is not active, and buttons answer keys only in one that is.
        tab = await self.call("browsingContext.create", type="tab")
        self.context = tab["context"]
        viewport = {"width": WIDTH, "height": HEIGHT}
        await self.call("browsingContext.setViewport", context=self.context, viewport=viewport)

    async def open(self, url: str) -> None:
        await self.call("browsingContext.navigate", context=self.context, url=url, wait="complete")

    async def evaluate(self, expression: str) -> Any:
        answer = await self.call(
            "script.evaluate",
            expression=f"JSON.stringify({expression})",
            target={"context": self.context},
            awaitPromise=False,
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"].get("value", "null"))

    async def press(self, *keys: str) -> None:
        await self.call("input.performActions", context=self.context, actions=key_actions(keys))

    async def picture(self) -> bytes:
        answer = await self.call(
            "browsingContext.captureScreenshot", context=self.context, origin="document"
        )
        return base64.b64decode(answer["data"])


class WebKit:
    """A window of WebKitGTK's MiniBrowser, by WebDriver."""

    def __init__(self, http: ClientSession, address: str) -> None:
        self.http = http
        self.address = address

    async def call(self, path: str, method: str = "POST", **parameters: Any) -> Any:
        body = parameters if method == "POST" else None
        async with self.http.request(method, self.address + path, json=body) as response:
            answer = await response.json(content_type=None)
        value = answer["value"]
        if response.status >= 400:
            raise RuntimeError(f"{path}: {value['error']}: {value['message']}")
        return value

    async def start(self) -> None:
        options = {"binary": MINIBROWSER, "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        session = await self.call("/session", capabilities=wanted)
        self.address += f"/session/{session['sessionId']}"
        await self.call("/window/rect", width=WIDTH, height=HEIGHT)

    async def open(self, url: str) -> None:
        await self.call("/url", url=url)

    async def evaluate(self, expression: str) -> Any:
        script = f"return JSON.stringify({expression})"
        text = await self.call("/execute/sync", script=script, args=[])
        return json.loads(text or "null")

    async def press(self, *keys: str) -> None:
        await self.call("/actions", actions=key_actions(keys))

    async def picture(self) -> bytes:
        return base64.b64decode(await self.call("/screenshot", method="GET"))


@asynccontextmanager
async def process(*command: str, **variables: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A program that ends with all that it started."""
    child = await asyncio.create_subprocess_exec(
        *command,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, **variables},
        start_new_session=True,
    )
    try:
        yield child
    finally:
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        await child.communicate()


async def bidi_address(child: asyncio.subprocess.Process) -> str:
    """Firefox says where it listens, sooner or later."""
    while line := await child.stderr.readline():
        if found := re.search(rb"WebDriver BiDi listening on (ws://\S+)", line):
            return found[1].decode()
    raise RuntimeError("Firefox ended at once")


@asynccontextmanager
async def firefox() -> AsyncIterator[Firefox]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        profile = Path(home, "profile")
        profile.mkdir()
        command = ["firefox-esr", "--headless", "--no-remote", "--profile", str(profile)]
        command += ["--remote-debugging-port", "0", "about:blank"]
        async with process(*command, HOME=home) as child:
            address = await asyncio.wait_for(bidi_address(child), PATIENCE)
            # What it says besides must not fill the pipe.
            reading = asyncio.create_task(child.stderr.read())
            async with ClientSession() as http:
                async with http.ws_connect(f"{address}/session", max_msg_size=0) as connection:
                    tab = Firefox(connection)
                    await tab.start()
                    yield tab
            reading.cancel()


@asynccontextmanager
async def webkit() -> AsyncIterator[WebKit]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    screen = f"-screen 0 {WIDTH}x{HEIGHT + 200}x24"
    command = ["xvfb-run", "-a", "-s", screen, "WebKitWebDriver", f"--port={port}"]
    # Root may only start it without its sandbox; the pages are our own.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        async with process(*command, HOME=home, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS="1") as child:
            reading = asyncio.create_task(child.stderr.read())
            async with ClientSession(timeout=ClientTimeout(total=PATIENCE)) as http:
                window = WebKit(http, f"http://127.0.0.1:{port}")
                await answers(window)
                await window.start()
                yield window
                await window.call("", method="DELETE")
            reading.cancel()


async def answers(window: WebKit) -> None:
    """Waits until the driver listens."""
    for _ in range(PATIENCE * 10):
        try:
            await window.call("/status", method="GET")
            return
        except ClientConnectionError:
            await asyncio.sleep(0.1)
    raise RuntimeError("WebKitWebDriver does not answer")


ENGINES = {"firefox": firefox, "webkit": webkit}
