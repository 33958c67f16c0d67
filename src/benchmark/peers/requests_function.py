"""The same calls in Python with requests, as a Lambda function would make them."""

import json
import os
import time
from http.client import HTTPConnection
from urllib.parse import quote

import requests

LOGIN, API = os.environ["GENESYS_LOGIN_URL"], os.environ["GENESYS_API_URL"]
CLIENT = (os.environ["GENESYS_CLIENT_ID"], os.environ["GENESYS_CLIENT_SECRET"])
genesys = requests.Session()
token = {"ends": 0}


def log_in():
    answer = genesys.post(f"{LOGIN}/oauth/token", data={"grant_type": "client_credentials"}, auth=CLIENT, timeout=3)
    answer.raise_for_status()
    body = answer.json()
    token.update(value=body["access_token"], ends=time.time() + body["expires_in"] - 60)


def call(method, path, body=None):
    if token["ends"] < time.time():
        log_in()
    bearer = {"Authorization": "Bearer " + token["value"]}
    answer = genesys.request(method, API + path, json=body, headers=bearer, timeout=3)
    answer.raise_for_status()
    return answer.json()


def find(email):
    criterion = {"fields": ["email"], "type": "EXACT", "value": email}
    found = call("POST", "/api/v2/users/search", {"query": [criterion], "pageSize": 25, "pageNumber": 1})
    (user,) = [user for user in found["results"] if user["email"].lower() == email.lower()]
    return user["id"]


def handle(event):
    body = json.loads(event["body"])
    user = body.get("userId") or find(body["email"])
    started = call("POST", "/api/v2/cobrowse/sessions", {"userId": user, "type": "standard"})
    session = {**started, **call("GET", "/api/v2/cobrowse/sessions/" + quote(started["id"])), "fetched": True}
    headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
    return {"statusCode": 201, "headers": headers, "body": json.dumps(session)}


log_in()
runtime = HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
while True:
    runtime.request("GET", "/2018-06-01/runtime/invocation/next")
    invocation = runtime.getresponse()
    answer = json.dumps(handle(json.loads(invocation.read())))
    id = invocation.headers["Lambda-Runtime-Aws-Request-Id"]
    runtime.request("POST", f"/2018-06-01/runtime/invocation/{id}/response", answer)
    runtime.getresponse().read()
