/* Which terminals are sent links, by what they leave in the environment; and what a link is as bytes. */
#include <stdlib.h>

#include "tap.h"
#include "term/written/hyperlinks.h"

static const char *const *variables; /* "NAME=value", NULL at the end */

static const char *find(const char *name)
{
    for (const char *const *at = variables; *at; at++) {
        if (text_starts_with(text_from(*at), text_from(name)) && (*at)[text_from(name).size] == '=')
            return *at + text_from(name).size + 1;
    }
    return NULL;
}

static void test_known(void)
{
    static const struct {
        const char *const variables[4];
        bool known;
    } rows[] = {
        {{"TERM=xterm-256color"}, false},
        {{"TERM=linux"}, false},
        {{"TERM=xterm-kitty"}, true},
        {{"TERM=alacritty"}, true},
        {{"TERM=foot-extra"}, true},
        {{"TERM=xterm-256color", "VTE_VERSION=7006"}, true},
        {{"TERM=xterm-256color", "VTE_VERSION=5000"}, false},
        {{"TERM=xterm-256color", "VTE_VERSION=4602"}, false},
        {{"TERM=xterm-256color", "VTE_VERSION=x"}, false},
        {{"TERM=xterm-256color", "KONSOLE_VERSION=230401"}, true},
        {{"TERM=xterm-256color", "KONSOLE_VERSION=200800"}, false},
        {{"TERM=xterm-256color", "WT_SESSION=1-2"}, true},
        {{"TERM=xterm-256color", "WT_SESSION="}, false},
        {{"TERM=xterm-256color", "TERM_PROGRAM=iTerm.app"}, true},
        {{"TERM=xterm-256color", "TERM_PROGRAM=Apple_Terminal"}, false},
        {{"TMUX=/tmp/x", "TERM_PROGRAM=tmux", "TERM_PROGRAM_VERSION=3.4"}, true},
        {{"TMUX=/tmp/x", "TERM_PROGRAM=tmux", "TERM_PROGRAM_VERSION=3.5a"}, true},
        {{"TMUX=/tmp/x", "TERM_PROGRAM=tmux", "TERM_PROGRAM_VERSION=next-3.5"}, true},
        {{"TMUX=/tmp/x", "TERM_PROGRAM=tmux", "TERM_PROGRAM_VERSION=10.0"}, true},
        {{"TMUX=/tmp/x", "TERM_PROGRAM=tmux", "TERM_PROGRAM_VERSION=3.3a"}, false},
        {{"TMUX=/tmp/x", "TERM_PROGRAM=tmux", "TERM_PROGRAM_VERSION=master"}, false},
        {{"TMUX=/tmp/x", "VTE_VERSION=7006"}, false},
        {{"STY=1.x", "VTE_VERSION=7006"}, false},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        variables = rows[i].variables;
        ok(hyperlinks_known(find) == rows[i].known, "%s %s: %s", rows[i].variables[0],
           rows[i].variables[1] ? rows[i].variables[1] : "", rows[i].known ? "links" : "none");
    }
}

static void test_wanted(void)
{
    (void)setenv("TMUX", "/tmp/x", 1);
    (void)setenv("TERM_PROGRAM", "tmux", 1);
    (void)setenv("TERM_PROGRAM_VERSION", "3.4", 1);
    ok(hyperlinks_wanted(HYPERLINKS_AUTO, true) && !hyperlinks_wanted(HYPERLINKS_AUTO, false), "auto: on a terminal");
    ok(!hyperlinks_wanted(HYPERLINKS_NO, true), "no");
    (void)setenv("TERM_PROGRAM_VERSION", "3.3", 1);
    ok(!hyperlinks_wanted(HYPERLINKS_AUTO, true), "auto: that is known to have them");
    ok(hyperlinks_wanted(HYPERLINKS_YES, true) && hyperlinks_wanted(HYPERLINKS_YES, false), "yes: always");
}

static void test_bytes(void)
{
    Arena arena = {0};
    SinkMemory memory = {.arena = &arena};
    char buffer[64];
    Sink out;

    sink_init(&out, buffer, sizeof buffer, sink_write_memory, &memory);
    hyperlink_begin(&out, 1, TEXT("https://example.org/"));
    sink_string(&out, "here");
    hyperlink_end(&out);
    (void)sink_flush(&out);
    ok(text_equal(text_buffer_text(&memory.text), TEXT("\033]8;id=q1;https://example.org/\033\\here\033]8;;\033\\")),
       "a link as bytes");
    arena_release(&arena);
}

int main(void)
{
    test_known();
    test_wanted();
    test_bytes();
    return tap_done();
}
