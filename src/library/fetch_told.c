/*
 * Exit codes of curl: https://curl.se/libcurl/c/libcurl-errors.html. What another program says is quoted. Lines of our form are taken once each, and
 * whole: what a server sends stands only in their values, and has no line ends.
 */
#include "library/fetch_told.h"

#include <errno.h>
#include <string.h>

#include "article/page_address.h"

/* ---- reading ---- */

enum { CHARSET_MOST = 40, TYPE_MOST = 100 };

static bool is_plain(Text text, const char *signs, size_t most)
{
    for (size_t i = 0; i < text.size; i++) {
        if (!ascii_is_alnum(text.bytes[i]) && (text.bytes[i] == '\0' || !strchr(signs, text.bytes[i])))
            return false;
    }
    return text.size > 0 && text.size <= most;
}

/* 'text/html; charset="koi8-r"' (RFC 9110, 8.3.1). */
static void read_type(Arena *arena, FetchTold *told, Text value)
{
    static const Text name = LITERAL("charset=");
    Text part;
    size_t at = 0;

    if (text_next_part(value, ';', &at, &part) && is_plain(text_trim(part), "/.+-_", TYPE_MOST))
        told->type = text_trim(part);
    while (text_next_part(value, ';', &at, &part)) {
        part = text_trim(part);
        if (!text_equal_ignoring_case(text_slice(part, (Range){0, name.size}), name))
            continue;
        part = text_trim(text_slice(part, (Range){name.size, part.size}));
        if (part.size > 2 && part.bytes[0] == '"' && part.bytes[part.size - 1] == '"')
            part = text_slice(part, (Range){1, part.size - 1});
        if (told->charset.size == 0 && is_plain(part, "-_.:+", CHARSET_MOST))
            told->charset = arena_copy(arena, part);
    }
}

/* What curl says in the lines after it is how to switch the check off. */
#define CURL_SAYS "curl: ("

static void read_line(Arena *arena, FetchTold *told, Text line)
{
    static const Text names[] = {LITERAL("quoin-fetch status "), LITERAL("quoin-fetch type "),
                                 LITERAL("quoin-fetch address ")};
    size_t row = 0, status;
    Text value;

    while (row < COUNT_OF(names) && !text_starts_with(line, names[row]))
        row++;
    if (row == COUNT_OF(names)) {
        if (text_trim(line).size && !text_starts_with(told->complaint, TEXT(CURL_SAYS)))
            told->complaint = text_trim(line);
        return;
    }
    value = text_slice(line, (Range){names[row].size, line.size});
    if (row == 0 && told->status == 0 && text_to_number(value, 999, &status))
        told->status = (unsigned)status;
    if (row == 1 && told->type.size == 0)
        read_type(arena, told, value);
    if (row == 2 && told->address.size == 0)
        told->address = value;
}

FetchTold fetch_told(Arena *arena, Text errors)
{
    FetchTold told = {0};
    size_t start = 0, end;

    while ((end = text_find_byte(errors, '\n', start)) != TEXT_NOT_FOUND) {
        read_line(arena, &told, text_slice(errors, (Range){start, end}));
        start = end + 1;
    }
    return told;
}

/* ---- what went wrong ---- */

typedef enum FaultNames { NAMES_NOTHING, NAMES_HOST, NAMES_COMPLAINT } FaultNames; /* what follows in brackets */

typedef struct Fault {
    int code;
    FaultNames names;
    const char *what, *cure;
} Fault;

#define LATER "try again later"
#define BY_BROWSER "open it in a browser, or save it there and open the file"

/* The first row is for all others. */
static const Fault curl_faults[] = {
    {0, NAMES_COMPLAINT, "it could not be got", BY_BROWSER},
    {1, NAMES_NOTHING, "no server of the web answers there", "look for a slip in the address"},
    {2, NAMES_COMPLAINT, "curl does not know what it is asked for",
     "a newer curl does, or name another program: fetch: in the configuration"},
    {3, NAMES_NOTHING, "is no address that curl understands", "look for a slip in it"},
    {5, NAMES_NOTHING, "the proxy was not found", "look at https_proxy and http_proxy in the environment"},
    {6, NAMES_HOST, "there is no such host", "look for a slip in its name; or is this machine offline?"},
    {7, NAMES_HOST, "the connection is refused, or nothing answers", LATER "; or is this machine offline?"},
    {18, NAMES_NOTHING, "the connection was cut", LATER},
    {27, NAMES_NOTHING, "the answer begins with more than curl takes", BY_BROWSER},
    {28, NAMES_HOST, "it took too long", LATER ", or allow more time: fetch: in the configuration"},
    {35, NAMES_COMPLAINT, "no secure connection could be made", LATER},
    {47, NAMES_NOTHING, "it leads from one address to the next without an end", BY_BROWSER},
    {51, NAMES_COMPLAINT, "the certificate is of another host", "it may not be who it says; nothing was read"},
    {52, NAMES_NOTHING, "the server closed the connection without an answer", LATER},
    {55, NAMES_NOTHING, "the connection broke", LATER},
    {56, NAMES_COMPLAINT, "the connection broke", LATER},
    {60, NAMES_COMPLAINT, "the certificate is not to be trusted", "it may not be who it says; nothing was read"},
    {61, NAMES_NOTHING, "it is packed wrongly", LATER},
    {77, NAMES_COMPLAINT, "there are no certificates to tell whom to trust", "install ca-certificates"},
    {91, NAMES_COMPLAINT, "the certificate is not valid", "it may not be who it says; nothing was read"},
    {92, NAMES_NOTHING, "the connection broke", LATER},
};

/* The last rows are for all of their hundred. */
static const Fault status_faults[] = {
    {401, NAMES_NOTHING, "wants a name and a password", BY_BROWSER},
    {402, NAMES_NOTHING, "wants to be paid for", BY_BROWSER},
    {403, NAMES_NOTHING, "may not be read without a log-in, or not by programs", BY_BROWSER},
    {404, NAMES_NOTHING, "there is no such page", "look for a slip in the address; it may have moved"},
    {407, NAMES_NOTHING, "the proxy wants a name and a password", "look at https_proxy and http_proxy"},
    {410, NAMES_NOTHING, "the page is gone for good", "an archive may have it"},
    {429, NAMES_NOTHING, "was asked for too often", "wait a while, and try again"},
    {451, NAMES_NOTHING, "is withheld by law", "an archive may have it"},
    {400, NAMES_NOTHING, "the server does not give it out", BY_BROWSER},
    {500, NAMES_NOTHING, "the server has a fault of its own", LATER},
};

static const Fault *find_curl_fault(int code)
{
    for (size_t i = 1; i < COUNT_OF(curl_faults); i++) {
        if (curl_faults[i].code == code)
            return &curl_faults[i];
    }
    return &curl_faults[0];
}

static const Fault *find_status_fault(unsigned status)
{
    for (size_t i = 0; i < COUNT_OF(status_faults); i++) {
        unsigned code = (unsigned)status_faults[i].code;

        if (code == status || (code % 100 == 0 && code / 100 == status / 100))
            return &status_faults[i];
    }
    return &curl_faults[0];
}

/* "curl: (60) SSL certificate problem: …" without what curl puts before. */
static Text complaint_of_curl(Text complaint)
{
    size_t end = text_starts_with(complaint, TEXT(CURL_SAYS)) ? text_find(complaint, TEXT(") "), 0) : TEXT_NOT_FOUND;

    return end == TEXT_NOT_FOUND ? complaint : text_slice(complaint, (Range){end + 2, complaint.size});
}

static Text sentence(Arena *arena, const Fault *fault, Text named)
{
    bool names = named.size > 0;

    return arena_join(arena,
                      (const Text[]){text_from(fault->what), names ? TEXT(" (") : (Text){0}, named,
                                     names ? TEXT(")") : (Text){0}, TEXT("; "), text_from(fault->cure)},
                      6);
}

/* What curl was told to follow nowhere else than in the web. */
static Text led_elsewhere(Arena *arena, Text address)
{
    return arena_join(arena,
                      (const Text[]){TEXT("leads to "), arena_shortened(arena, address, 100),
                                     TEXT(", which is not of the web; it was not followed")},
                      3);
}

static Text fault_of_curl(Arena *arena, Text asked, const FetchTold *told, int code)
{
    const Fault *fault = find_curl_fault(code);
    Text named = {0};

    if (code == 22 && told->status)
        return sentence(arena, find_status_fault(told->status), arena_printf(arena, "%u", told->status));
    if (fault->names == NAMES_COMPLAINT)
        named = arena_shortened(arena, complaint_of_curl(told->complaint), 200);
    if (fault->names == NAMES_HOST)
        named = page_address_host(is_page_address(told->address) ? told->address : asked);
    return sentence(arena, fault, named);
}

static bool is_curl(Text program)
{
    return text_equal(text_slice(program, (Range){text_folder_size(program), program.size}), TEXT("curl"));
}

Text fetch_fault(Arena *arena, Text program, Text asked, const FetchTold *told, const ProcessResult *result)
{
    Text complaint;

    if (told->address.size && !is_page_address(told->address))
        return led_elsewhere(arena, told->address);
    if (result->end == PROCESS_EXITED && result->code == 0)
        return (Text){0};
    if (result->end == PROCESS_EXITED && is_curl(program))
        return fault_of_curl(arena, asked, told, result->code);
    complaint = arena_shortened(arena, told->complaint, 200);
    return arena_join(arena,
                      (const Text[]){program, TEXT(" "), process_end_text(arena, result),
                                     complaint.size ? TEXT(": ") : TEXT("; try again"), complaint},
                      5);
}

Text fetch_start_fault(Arena *arena, Text program, int error)
{
    if (error != ENOENT)
        return arena_join(arena,
                          (const Text[]){program, TEXT(", which gets pages from the web, cannot be started: "),
                                         text_from(strerror(error))},
                          3);
    return arena_join(
        arena,
        (const Text[]){program, TEXT(", which gets pages from the web, is not installed; install it, or name "
                                     "another program: fetch: in the configuration")},
        2);
}
