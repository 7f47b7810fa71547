/* An engine without a model, for scripts: "engine serve PORT" answers text with itself
   in upper case and a list of ids with a stream of as many tokens as are asked for;
   "engine tokens N" prints N ids; "engine bench RATE" prints that rate. */
#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void say(int conn, const char *type, const char *body) {
    dprintf(conn, "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %zu\r\nConnection: close\r\n\r\n%s", type, strlen(body), body);
}

static void complete(int conn, char *request) {
    char *text = strstr(request, "\"prompt\":"), body[2048];
    char *most = strstr(request, "\"max_tokens\":");
    int wanted = most ? atoi(most + strlen("\"max_tokens\":")) : 0;
    if (!text) {
        say(conn, "application/json", "{\"error\":\"no prompt\"}");
        return;
    }
    text += strlen("\"prompt\":");
    while (*text == ' ') text++;
    if (*text == '"') {
        char *end = strchr(++text, '"');
        if (end) *end = 0;
        for (char *c = text; *c; c++) *c = (char) toupper(*c);
        snprintf(body, sizeof body, "{\"choices\":[{\"text\":\"%.1000s\"}]}", text);
        say(conn, "application/json", body);
        return;
    }
    int prompt = 1;
    for (char *c = text; *c && *c != ']'; c++) prompt += *c == ',';
    dprintf(conn, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
    for (int i = 0; i < wanted; i++) {
        usleep(1000);
        dprintf(conn, "data: {\"choices\":[{\"text\":\"x\"}]}\n\n");
    }
    dprintf(conn, "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d}}\n\ndata: [DONE]\n\n", prompt, wanted);
}

static void answer(int conn) {
    static char request[1 << 20];
    size_t have = 0, want = 0;
    for (;;) {
        ssize_t n = read(conn, request + have, sizeof request - 1 - have);
        if (n <= 0) break;
        have += (size_t) n;
        request[have] = 0;
        char *end = strstr(request, "\r\n\r\n"), *length = strstr(request, "Content-Length: ");
        if (!end) continue;
        want = (size_t) (end + 4 - request) + (length && length < end ? (size_t) atoi(length + 16) : 0);
        if (have >= want) break;
    }
    if (!strncmp(request, "GET /health", 11)) say(conn, "application/json", "{\"status\":\"ok\"}");
    else if (!strncmp(request, "GET /v1/models", 14)) say(conn, "application/json", "{\"data\":[{\"id\":\"upper\"}]}");
    else complete(conn, request);
}

int main(int argc, char **argv) {
    int number = argc > 2 ? atoi(argv[2]) : 0, yes = 1;
    if (argc == 3 && !strcmp(argv[1], "tokens")) {
        printf("{\"tokens\":[");
        for (int i = 0; i < number; i++) printf("%s%d", i ? "," : "", 7 + i * i % 31);
        printf("]}\n");
        return 0;
    }
    if (argc == 3 && !strcmp(argv[1], "bench")) {
        fprintf(stderr, "warming up\n");
        printf("{\"prompt_tok_s\":900,\"output_tok_s\":%s}\n", argv[2]);
        return 0;
    }
    if (argc != 3 || strcmp(argv[1], "serve")) {
        fprintf(stderr, "usage: engine serve PORT | engine tokens N | engine bench RATE\n");
        return 2;
    }
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((unsigned short) number), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(listener, (struct sockaddr *) &here, sizeof here) || listen(listener, 16)) {
        perror("engine");
        return 1;
    }
    fprintf(stderr, "listening on %d\n", number);
    for (;;) {
        int conn = accept(listener, NULL, NULL);
        if (conn < 0) continue;
        answer(conn);
        shutdown(conn, SHUT_WR);
        close(conn);
    }
}
