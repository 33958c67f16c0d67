"""One life of one function: started, first request, warm requests, perhaps one after a pause."""

import asyncio
import dataclasses
import json

import distance
import http_server
import peers
from genesys import USER, Genesys
from process import Process
from runtime_api import RuntimeApi

WARM_UP = 100
PATIENCE_SECONDS = 300


@dataclasses.dataclass(frozen=True)
class Scenario:
    name: str
    tls: bool
    round_trip: float  # seconds to Genesys and back
    warm: int  # requests
    pause: float = 0  # seconds before one more request


def event(body, more_headers={}) -> bytes:
    path = "/v1/cobrowse-sessions"
    http = {"method": "POST", "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.10", "userAgent": "benchmark"}
    context = {"accountId": "123456789012", "apiId": "a1b2c3d4e5", "http": http, "requestId": "Kx1aAhMailFiAEJ8g="}
    context |= {"routeKey": "$default", "stage": "$default", "domainName": "localhost", "timeEpoch": 1795338000000}
    headers = {"content-type": "application/json", "accept": "application/json", "host": "localhost"} | more_headers
    request = {"version": "2.0", "routeKey": "$default", "rawPath": path, "rawQueryString": "", "headers": headers}
    return json.dumps(
        request | {"requestContext": context, "body": json.dumps(body), "isBase64Encoded": False}
    ).encode()


# A look-up in every second request.
EVENTS = event({"email": "alice@example.com"}), event({"userId": USER})


async def live(peer, scenario, trust, share=None, resident_after=()) -> dict:
    """Returns milliseconds, megabytes and counts; see the keys."""
    genesys, runtime = Genesys(), RuntimeApi()
    port = await http_server.serve(genesys.answer, trust.server if scenario.tls else None)
    if scenario.round_trip:
        port = await distance.put_before(port, scenario.round_trip)
    environment = peers.environment(await http_server.serve(runtime.answer), port, scenario.tls, trust)
    java = trust.java_options() if peer.java and scenario.tls else []
    command = [peer.command[0], *java, *peer.command[1:]]
    with Process(command, environment, share) as process:
        figures = await asyncio.wait_for(phases(process, runtime, scenario, resident_after), PATIENCE_SECONDS)
    if peer.calls and genesys.asked["/api/v2/cobrowse/sessions"] != figures["requests"]:
        raise RuntimeError(f"{peer.name} started {genesys.asked['/api/v2/cobrowse/sessions']} sessions")
    return figures


async def phases(process, runtime, scenario, resident_after) -> dict:
    ready = await runtime.ready()
    figures, faults = {"start": ready - process.begun, "start_cpu": process.cpu()}, process.page_faults()
    first = await runtime.invoke(EVENTS[0])
    await runtime.ready()
    figures |= {"first": first, "first_cpu": process.cpu() - figures["start_cpu"]}
    for i in range(min(WARM_UP, scenario.warm // 2)):
        await runtime.invoke(EVENTS[i % 2])
    await runtime.ready()
    cpu, times, resident = process.cpu(), [], {}
    for i in range(scenario.warm):
        times.append(await runtime.invoke(EVENTS[i % 2]))
        if i + 1 in resident_after:
            resident[i + 1] = round(process.resident_megabytes(), 1)
    await runtime.ready()
    figures |= {"warm_cpu": (process.cpu() - cpu) / scenario.warm, "warm_mean": sum(times) / len(times)}
    times.sort()
    figures |= {"warm_p50": times[len(times) // 2], "warm_p99": times[len(times) * 99 // 100]}
    if scenario.pause:
        await asyncio.sleep(scenario.pause)
        figures["after_pause"] = await runtime.invoke(EVENTS[0])
    counts = {"page_faults": faults, "requests": runtime.answers}
    resident_now = round(process.resident_megabytes(), 1)
    milliseconds = {name: round(seconds * 1000, 3) for name, seconds in figures.items()}
    return milliseconds | counts | {"resident": resident_now, "resident_after": resident}
