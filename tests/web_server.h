/*
 * A server of the web on this machine's loopback that does what servers do to those who read: answers of each kind, redirects, errors, answers that
 * come slowly, not at all, without an end, cut off, or wrongly packed. What it does is told by the path: see the table in web_server.c.
 */
#ifndef QUOIN_TESTS_WEB_SERVER_H
#define QUOIN_TESTS_WEB_SERVER_H

#include <stdbool.h>
#include <sys/types.h>

typedef struct WebServer {
    pid_t process;
    int port;
    char address[32]; /* "http://127.0.0.1:PORT" */
} WebServer;

/* False: none can be made here (no network at all); errno. */
bool web_server_start(WebServer *server);
void web_server_end(WebServer *server);

#endif
