"""Genesys Cloud, as far as a session needs it: it answers at once, and counts what it was asked."""

import collections
import json

USER = "5f2cf6ab-3a1c-4d0a-9e8b-0c6c1a2b3d4e"
SESSION = "0b7d9c52-8f0e-4a9d-b1c3-6e5f4a3b2c1d"

STARTED = {"id": SESSION, "userId": USER, "state": "OFFERED"}
JOIN = {"joinUrl": "https://apps.mypurecloud.com/join?code=0000", "joinCode": "0000"}
ANSWERS = {
    "/oauth/token": {"access_token": "token-of-the-benchmark", "token_type": "bearer", "expires_in": 86400},
    "/api/v2/users/search": {
        "results": [{"id": USER, "email": "alice@example.com", "state": "active", "name": "Alice"}],
        "pageCount": 1,
        "pageNumber": 1,
        "pageSize": 25,
        "total": 1,
    },
    "/api/v2/cobrowse/sessions": STARTED,
    f"/api/v2/cobrowse/sessions/{SESSION}": {**STARTED, **JOIN, "type": "standard"},
}
IN_CONVERSATION = {"id": SESSION, "joinCode": "0000", "communicationType": "Message"}


class Genesys:
    def __init__(self):
        self.bodies = {path: json.dumps(answer).encode() for path, answer in ANSWERS.items()}
        self.asked = collections.Counter()

    def answer(self, request, reply):
        path = request.path.split("?")[0]
        self.asked[path] += 1
        if path in self.bodies:
            reply(self.bodies[path])
        elif path.startswith("/api/v2/conversations/"):
            reply(json.dumps(IN_CONVERSATION).encode())
        else:
            reply(b"{}", status="404 Not Found")
