/* The floor: the same calls on bare sockets, without TLS and with strstr for a JSON parser. No function to copy. */
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char answer[65536];

static int connect_to(const char *address) { /* host:port, with or without http:// */
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    to.sin_port = htons(atoi(strrchr(address, ':') + 1));
    int s = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(s, (struct sockaddr *)&to, sizeof to)) exit(1);
    return s;
}

/* Returns the body of the answer; the head stays before it. */
static char *call(int s, const char *method, const char *path, const char *body) {
    static char request[65536];
    int length = snprintf(request, sizeof request,
        "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer token-of-the-benchmark\r\n"
        "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s", method, path, strlen(body), body);
    if (write(s, request, length) != length) exit(1);
    size_t have = 0;
    for (;;) {
        ssize_t got = read(s, answer + have, sizeof answer - 1 - have);
        if (got <= 0) exit(1);
        answer[have += got] = 0;
        char *end = strstr(answer, "\r\n\r\n"), *size = strstr(answer, "Content-Length: ");
        if (end && size && have >= (size_t)(end + 4 - answer) + atoi(size + 16)) return end + 4;
    }
}

static void copy_between(char *to, size_t most, const char *from, const char *before, char after) {
    const char *begin = strstr(from, before);
    size_t n = 0;
    if (!begin) exit(1);
    for (begin += strlen(before); begin[n] && begin[n] != after && n < most - 1; n++) to[n] = begin[n];
    to[n] = 0;
}

int main(void) {
    int runtime = connect_to(getenv("AWS_LAMBDA_RUNTIME_API")), login = connect_to(getenv("GENESYS_LOGIN_URL"));
    int api = connect_to(getenv("GENESYS_API_URL"));
    char invocation[64], user[64], session[64], path[256], body[5000], escaped[4096];
    call(login, "POST", "/oauth/token", "grant_type=client_credentials");
    for (;;) {
        char *event = call(runtime, "GET", "/2018-06-01/runtime/invocation/next", "");
        copy_between(invocation, sizeof invocation, answer, "Request-Id: ", '\r');
        if (strstr(event, "{\\\"email\\\"")) {
            copy_between(user, sizeof user, call(api, "POST", "/api/v2/users/search",
                "{\"query\":[{\"fields\":[\"email\"],\"type\":\"EXACT\",\"value\":\"alice@example.com\"}]}"), "\"id\": \"", '"');
        } else {
            copy_between(user, sizeof user, event, "{\\\"userId\\\": \\\"", '\\');
        }
        snprintf(body, sizeof body, "{\"userId\":\"%s\",\"type\":\"standard\"}", user);
        copy_between(session, sizeof session, call(api, "POST", "/api/v2/cobrowse/sessions", body), "\"id\": \"", '"');
        snprintf(path, sizeof path, "/api/v2/cobrowse/sessions/%s", session);
        size_t n = 0;
        for (char *c = call(api, "GET", path, ""); *c && n < sizeof escaped - 3; c++) {
            if (*c == '"') escaped[n++] = '\\';
            escaped[n++] = *c;
        }
        escaped[n] = 0;
        snprintf(path, sizeof path, "/2018-06-01/runtime/invocation/%s/response", invocation);
        snprintf(body, sizeof body, "{\"statusCode\":201,\"body\":\"%s\"}", escaped);
        call(runtime, "POST", path, body);
    }
}
