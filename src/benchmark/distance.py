"""A TCP proxy that puts distance before a server: all data takes half a round trip, a new connection one more."""

import asyncio


class Side(asyncio.Protocol):
    """Passes on what it receives to the other side, after a delay and in order."""

    def __init__(self, delay: float):
        self.delay = delay
        self.other = None
        self.transport = None
        self.early = []

    def connection_made(self, transport):
        self.transport = transport
        for data in self.early:
            transport.write(data)

    def data_received(self, data):
        asyncio.get_running_loop().call_later(self.delay, self.other.send, data)

    def connection_lost(self, error):
        loop = asyncio.get_running_loop()
        if not loop.is_closed():
            loop.call_later(self.delay, self.other.close)

    def send(self, data):
        if self.transport is None:
            self.early.append(data)
        elif not self.transport.is_closing():
            self.transport.write(data)

    def close(self):
        if self.transport is not None:
            self.transport.close()


class Front(Side):
    """The client's side. The kernel accepts at once, so the round trip of TCP's handshake is added to the first data."""

    def __init__(self, port: int, round_trip: float):
        super().__init__(round_trip / 2)
        self.port = port
        self.until = 0.0
        self.round_trip = round_trip

    def connection_made(self, transport):
        super().connection_made(transport)
        loop = asyncio.get_running_loop()
        self.until = loop.time() + self.round_trip
        self.other = Side(self.round_trip / 2)
        self.other.other = self
        self.task = loop.create_task(loop.create_connection(lambda: self.other, "127.0.0.1", self.port))

    def data_received(self, data):
        loop = asyncio.get_running_loop()
        loop.call_at(max(loop.time(), self.until) + self.delay, self.other.send, data)


async def put_before(port: int, round_trip: float) -> int:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Front(port, round_trip), "127.0.0.1", 0)
    return server.sockets[0].getsockname()[1]
