"""Requests byte by byte, for what no HTTP library would send, and how the answer to them is read."""

import http.client
import io
import socket
from contextlib import suppress
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    text: str


def request(target, *, method="GET", host="127.0.0.1", headers=(), body=b""):
    """The bytes of one request that closes its connection; `target` and the headers go as they are."""
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host}", "Connection: close", *headers]
    if body and not any(line.lower().startswith("content-length") for line in headers):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


class Wire(io.BytesIO):
    """What `http.client` takes for a socket: an answer that has been read to its end."""

    def makefile(self, *args, **kwargs):
        return self


def exchange(port, data, method="GET"):
    """Send `data` to the server at `port` and return its Answer, read until it closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        with suppress(ConnectionError):  # refused before it was read to the end
            connection.sendall(data)
        received = bytearray()
        while part := connection.recv(65536):
            received += part
    response = http.client.HTTPResponse(Wire(bytes(received)), method=method)
    response.begin()
    return Answer(response.status, response.headers, response.read().decode("utf-8", "replace"))
