/* A process that answers one connection after another, each in a process of its own, so that one that never ends holds up none. */
#include "web_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/count_of.h"
#include "process.h"

enum { REQUEST_BYTES = 64 * 1024, PIECE = 64 * 1024 };

typedef struct Request {
    int connection;
    char bytes[REQUEST_BYTES]; /* as it came, ended by NUL */
    char path[REQUEST_BYTES];
    const char *rest; /* of the path, behind the row's name */
} Request;

#define ARTICLE_TITLE "A page from the loopback"
#define ARTICLE                                                                                                      \
    ARTICLE_TITLE "\n\nThe harbour opens again on Monday. “We are ready,” said Ann Lee, its master, and smiled." \
                  "\n\nNobody doubted it.\n"

static void put(const Request *request, const void *bytes, size_t size)
{
    for (const char *at = bytes; size;) {
        ssize_t sent = send(request->connection, at, size, MSG_NOSIGNAL);

        if (sent <= 0)
            _exit(0); /* who asked has had enough */
        at += sent;
        size -= (size_t)sent;
    }
}

static void put_string(const Request *request, const char *string)
{
    put(request, string, strlen(string));
}

static void head(const Request *request, const char *status, const char *fields)
{
    put_string(request, "HTTP/1.1 ");
    put_string(request, status);
    put_string(request, "\r\nConnection: close\r\n");
    put_string(request, fields);
    put_string(request, "\r\n");
}

static void answer(const Request *request, const char *fields, const char *body)
{
    char length[64];

    (void)snprintf(length, sizeof length, "Content-Length: %zu\r\n", strlen(body));
    put_string(request, "HTTP/1.1 200 OK\r\nConnection: close\r\n");
    put_string(request, length);
    put_string(request, fields);
    put_string(request, "\r\n");
    put_string(request, body);
}

/* Who asked has no more to say: what can be read is that the connection is gone. */
static void pause_ms(const Request *request, int ms)
{
    struct pollfd gone = {.fd = request->connection, .events = POLLIN};

    if (poll(&gone, 1, ms) > 0)
        _exit(0);
}

/* ---- good answers ---- */

static void do_text(const Request *request)
{
    answer(request, "Content-Type: text/plain; charset=utf-8\r\n", ARTICLE);
}

static void do_html(const Request *request)
{
    answer(request, "Content-Type: text/html\r\n",
           "<!DOCTYPE html><html><head><title>" ARTICLE_TITLE "</title></head><body><article><h1>" ARTICLE_TITLE
           "</h1><p>The harbour opens again on Monday. “We are ready,” said Ann Lee, its master, and smiled.</p>"
           "<p>Nobody doubted it.</p></article></body></html>\n");
}

/* "Заголовок", "Текст статьи." and so on in KOI8-R, with its name in quotation marks. */
static void do_koi8(const Request *request)
{
    answer(request, "Content-Type: text/plain; charset=\"KOI8-R\"\r\n",
           "\xFA\xC1\xC7\xCF\xCC\xCF\xD7\xCF\xCB\n\n\xF4\xC5\xCB\xD3\xD4 \xD3\xD4\xC1\xD4\xD8\xC9.\n");
}

/* A server that says latin-1 of all, as many do, of a text in UTF-8. */
static void do_lie(const Request *request)
{
    answer(request, "Content-Type: text/plain; charset=iso-8859-1\r\n", ARTICLE);
}

static void do_unknown_charset(const Request *request)
{
    answer(request, "Content-Type: text/plain; charset=\033[31mnone\r\n", ARTICLE);
}

static void do_untyped(const Request *request)
{
    answer(request, "", ARTICLE);
}

/* The request itself: what was asked for, and by whom. */
static void do_echo(const Request *request)
{
    put_string(request, "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n");
    put_string(request, request->bytes);
}

/* Until the connection is closed, without a length. */
static void do_lengthless(const Request *request)
{
    put_string(request, "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n" ARTICLE);
}

/* 64 KB of lines. */
static void do_long(const Request *request)
{
    head(request, "200 OK", "Content-Type: text/plain\r\n");
    put_string(request, ARTICLE_TITLE "\n\n");
    for (int i = 0; i < 1000; i++)
        put_string(request, "The quick brown fox jumps over the lazy dog, time and again, and again.\n\n");
}

static void do_pdf(const Request *request)
{
    answer(request, "Content-Type: application/pdf\r\n", "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<<>>\nendobj\n");
}

static void do_png(const Request *request)
{
    static const char bytes[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\1\0\0\0\0";

    head(request, "200 OK", "Content-Type: image/png\r\n");
    put(request, bytes, sizeof bytes);
}

static void do_empty(const Request *request)
{
    answer(request, "Content-Type: text/plain\r\n", "");
}

/* ---- elsewhere ---- */

static void redirect(const Request *request, const char *location)
{
    put_string(request, "HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: ");
    put_string(request, location);
    put_string(request, "\r\n\r\n");
}

/* So many times, then /text. */
static void do_redirect(const Request *request)
{
    long left = strtol(request->rest, NULL, 10);
    char location[64];

    (void)snprintf(location, sizeof location, left > 1 ? "/redirect/%ld" : "/text", left - 1);
    redirect(request, location);
}

static void do_loop(const Request *request)
{
    redirect(request, "/loop");
}

/* To what stands behind it, as it is. */
static void do_to(const Request *request)
{
    redirect(request, request->rest);
}

/* ---- errors ---- */

static void do_status(const Request *request)
{
    char status[32];

    (void)snprintf(status, sizeof status, "%.3s Whatever", request->rest);
    head(request, status, "Content-Type: text/html\r\nContent-Length: 14\r\n");
    put_string(request, "<p>Not so.</p>");
}

static void do_closed(const Request *request)
{
    (void)request;
}

static void do_noise(const Request *request)
{
    put_string(request, "SSH-2.0-OpenSSH_9.9\r\n\r\n");
}

static void do_huge_field(const Request *request)
{
    static char field[1 << 20];

    memset(field, 'x', sizeof field - 1);
    put_string(request, "HTTP/1.1 200 OK\r\nX-Field: ");
    put(request, field, sizeof field - 1);
    put_string(request, "\r\n\r\n");
}

static void do_many_fields(const Request *request)
{
    put_string(request, "HTTP/1.1 200 OK\r\n");
    for (;;)
        put_string(request, "X-Field: And one more of them, for there is no end to fields that a head may have.\r\n");
}

/* ---- the end of the body ---- */

static void do_cut(const Request *request)
{
    head(request, "200 OK", "Content-Type: text/plain\r\nContent-Length: 100000\r\n");
    put_string(request, ARTICLE "It goes on \xE2\x80");
}

/* The connection is not closed but thrown away. */
static void do_reset(const Request *request)
{
    struct linger none = {.l_onoff = 1, .l_linger = 0};

    head(request, "200 OK", "Content-Type: text/plain\r\nContent-Length: 100000\r\n");
    put_string(request, ARTICLE);
    pause_ms(request, 300); /* so that it has come before the connection is gone */
    (void)setsockopt(request->connection, SOL_SOCKET, SO_LINGER, &none, sizeof none);
}

static void do_short_length(const Request *request)
{
    head(request, "200 OK", "Content-Type: text/plain\r\nContent-Length: 50\r\n");
    put_string(request, ARTICLE);
}

static void do_silent(const Request *request)
{
    pause_ms(request, 120 * 1000);
}

static void do_stalls(const Request *request)
{
    head(request, "200 OK", "Content-Type: text/plain\r\nContent-Length: 100000\r\n");
    put_string(request, ARTICLE);
    pause_ms(request, 120 * 1000);
}

/* So many milliseconds before each of ten parts. */
static void do_slow(const Request *request)
{
    int wait_ms = (int)strtol(request->rest, NULL, 10);

    head(request, "200 OK", "Content-Type: text/plain\r\n");
    put_string(request, ARTICLE);
    for (int i = 0; i < 10; i++) {
        pause_ms(request, wait_ms);
        put_string(request, "\nAnother paragraph, which came later than the others.\n");
    }
}

static void do_endless(const Request *request)
{
    head(request, "200 OK", "Content-Type: text/plain\r\n");
    put_string(request, ARTICLE "\n");
    for (;;)
        put_string(request, "It goes on and on, as if there were no end to what can be said of harbours.\n\n");
}

/* ---- packed ---- */

/* DEFLATE (RFC 1951) with its fixed codes, as far as a bomb needs it. */
typedef struct Bits {
    unsigned char bytes[PIECE];
    size_t size;
    unsigned held, count;
} Bits;

static void add_bits(Bits *bits, unsigned value, unsigned count)
{
    bits->held |= value << bits->count;
    bits->count += count;
    while (bits->count >= 8) {
        bits->bytes[bits->size++] = (unsigned char)bits->held;
        bits->held >>= 8;
        bits->count -= 8;
    }
}

/* Codes are written from their highest bit. */
static void add_code(Bits *bits, unsigned code, unsigned count)
{
    while (count--)
        add_bits(bits, code >> count & 1u, 1);
}

static const char gzip_head[] = "\x1F\x8B\x08\0\0\0\0\0\0\x03";

/* "a", and then 258 times what is one back (length 285, distance 0), again and again: 1 byte for 158. */
static void do_bomb(const Request *request)
{
    static Bits bits;

    head(request, "200 OK", "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n");
    put(request, gzip_head, sizeof gzip_head - 1);
    add_bits(&bits, 1 | 1 << 1, 3);
    add_code(&bits, 0x30 + 'a', 8);
    for (;;) {
        while (bits.size < sizeof bits.bytes - 8) {
            add_code(&bits, 0xC0 + (285 - 280), 8);
            add_code(&bits, 0, 5);
        }
        put(request, bits.bytes, bits.size);
        bits.size = 0;
    }
}

static uint32_t crc_of(const unsigned char *bytes, size_t size)
{
    uint32_t crc = 0xFFFFFFFFu;

    for (size_t i = 0; i < size; i++) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1u ? 0xEDB88320u : 0);
    }
    return ~crc;
}

static unsigned char byte_of(uint32_t number, unsigned place)
{
    return (unsigned char)(number >> 8 * place & 0xFF);
}

/* One stored block (RFC 1951, 3.2.4), with its checksum (RFC 1952). */
static void do_gzip(const Request *request)
{
    static const char text[] = ARTICLE;
    const uint32_t size = sizeof text - 1, crc = crc_of((const unsigned char *)text, size);
    const unsigned char block[] = {1, byte_of(size, 0), byte_of(size, 1), byte_of(~size, 0), byte_of(~size, 1)};
    const unsigned char end[] = {byte_of(crc, 0),  byte_of(crc, 1),  byte_of(crc, 2),  byte_of(crc, 3),
                                 byte_of(size, 0), byte_of(size, 1), byte_of(size, 2), byte_of(size, 3)};

    head(request, "200 OK", "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n");
    put(request, gzip_head, sizeof gzip_head - 1);
    put(request, block, sizeof block);
    put(request, text, size);
    put(request, end, sizeof end);
}

static void do_bad_gzip(const Request *request)
{
    head(request, "200 OK", "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n");
    put_string(request, ARTICLE);
}

/* ---- the table ---- */

static const struct {
    const char *name;
    void (*run)(const Request *request);
} rows[] = {
    {"/text", do_text},
    {"/html", do_html},
    {"/koi8", do_koi8},
    {"/lie", do_lie},
    {"/unknown-charset", do_unknown_charset},
    {"/untyped", do_untyped},
    {"/echo", do_echo},
    {"/lengthless", do_lengthless},
    {"/long", do_long},
    {"/pdf", do_pdf},
    {"/png", do_png},
    {"/empty", do_empty},
    {"/redirect/", do_redirect},
    {"/loop", do_loop},
    {"/to/", do_to},
    {"/status/", do_status},
    {"/closed", do_closed},
    {"/noise", do_noise},
    {"/huge-field", do_huge_field},
    {"/many-fields", do_many_fields},
    {"/cut", do_cut},
    {"/reset", do_reset},
    {"/short-length", do_short_length},
    {"/silent", do_silent},
    {"/stalls", do_stalls},
    {"/slow/", do_slow},
    {"/endless", do_endless},
    {"/bomb", do_bomb},
    {"/gzip", do_gzip},
    {"/bad-gzip", do_bad_gzip},
};

static bool read_request(Request *request)
{
    size_t size = 0;

    while (size < sizeof request->bytes - 1 && !strstr(request->bytes, "\r\n\r\n")) {
        ssize_t got = recv(request->connection, request->bytes + size, sizeof request->bytes - 1 - size, 0);

        if (got <= 0)
            return false;
        size += (size_t)got;
        request->bytes[size] = '\0';
    }
    return sscanf(request->bytes, "GET %65535s", request->path) == 1;
}

static _Noreturn void serve(int connection)
{
    static Request request;
    char drained[4096];

    request.connection = connection;
    if (!read_request(&request))
        _exit(0);
    request.rest = "404";
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        size_t size = strlen(rows[i].name);

        if (strncmp(request.path, rows[i].name, size) != 0)
            continue;
        request.rest = request.path + size;
        rows[i].run(&request);
        (void)shutdown(connection, SHUT_WR);
        while (recv(connection, drained, sizeof drained, MSG_DONTWAIT) > 0)
            ;
        _exit(0);
    }
    do_status(&request);
    _exit(0);
}

static _Noreturn void listen_on(int listening)
{
    const pid_t test = getppid();
    int connection;

    (void)signal(SIGCHLD, SIG_IGN);
    for (;;) {
        struct pollfd asked = {.fd = listening, .events = POLLIN};

        if (poll(&asked, 1, 1000) <= 0 && getppid() == test)
            continue;
        if (getppid() != test || (connection = accept(listening, NULL, NULL)) < 0)
            _exit(0); /* the test has ended without a word */
        if (fork() == 0) {
            (void)close(listening);
            serve(connection);
        }
        (void)close(connection);
    }
}

bool web_server_start(WebServer *server)
{
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof place;
    int listening = socket(AF_INET, SOCK_STREAM, 0);

    if (listening < 0 || bind(listening, (const struct sockaddr *)&place, size) != 0 || listen(listening, 16) != 0 ||
        getsockname(listening, (struct sockaddr *)&place, &size) != 0)
        return false;
    server->port = ntohs(place.sin_port);
    (void)snprintf(server->address, sizeof server->address, "http://127.0.0.1:%d", server->port);
    server->process = fork();
    if (server->process == 0)
        listen_on(listening);
    (void)close(listening);
    return server->process > 0;
}

/* Connections that go on end when who asked is gone. */
void web_server_end(WebServer *server)
{
    process_signal(server->process, SIGTERM);
    (void)waitpid(server->process, NULL, 0);
}
