"""A small HTTP/1.1 server on asyncio: it takes little time of its own, and knows to the byte what it answers."""

import asyncio

HEAD_END = b"\r\n\r\n"


class Request:
    def __init__(self, head: bytes, body: bytes):
        self.method, self.path, _ = head.split(b"\r\n", 1)[0].decode().split(" ")
        self.body = body


class HttpServer(asyncio.Protocol):
    """One connection; keeps it alive. Clients are known: they send Content-Length, and one request at a time."""

    def __init__(self, answer):
        self.answer = answer  # takes (request, reply); reply takes (body, headers) now or later
        self.received = b""

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data: bytes):
        self.received += data
        end = self.received.find(HEAD_END)
        if end < 0:
            return
        head = self.received[:end]
        if b"chunked" in head.lower():
            self.read_chunks(head, end + 4)
            return
        start, length = end + 4, content_length(head)
        if len(self.received) < start + length:
            return
        body, self.received = self.received[start : start + length], self.received[start + length :]
        self.answer(Request(head, body), self.reply)

    def read_chunks(self, head: bytes, start: int):
        if self.received.endswith(b"0\r\n\r\n"):
            body, self.received = self.received[start:], b""
            self.answer(Request(head, body), self.reply)

    def reply(self, body: bytes, headers: str = "", status: str = "200 OK"):
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
        self.transport.write(head.encode() + body)


def content_length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        if line[:15].lower() == b"content-length:":
            return int(line[15:])
    return 0


async def serve(answer, tls=None) -> int:
    """Listens on a free port of the loopback interface until the process ends, and returns the port."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: HttpServer(answer), "127.0.0.1", 0, ssl=tls)
    return server.sockets[0].getsockname()[1]
