/*
 * As a pager, in tmux: what a manual page strikes over itself and what a log colours is shown as bold and underlined, none of the sequences as text,
 * lists keep their indents, and the keys come from the terminal.
 */
#include <stdio.h>
#include <string.h>

#include "base/count_of.h"
#include "clock.h"
#include "tap.h"
#include "tmux.h"

enum { ROWS = 60, COLUMNS = 90 };

static const struct Pager {
    const char *file;     /* of tests/vectors/articles, to standard input */
    const char *shown[4]; /* each of them is */
    const char *never[3]; /* and none of these */
} pagers[] = {
    {"printed-manual.txt",
     {"\033[1mNAME\n", "\033[4mHARBOUR\033[", "  do not leave out the small ones", "     with  \033[1m-l\033["},
     {"NNAA", "_\b", "\b"}},
    {"printed-log.txt",
     {"commit 4780571611c0de1f6b2a3f8f1d3c5b7a9e0d2c4b (", "\033[1mHEAD -> main\033[",
      "    The north quay has a clock of its own", " src/quay.c   | 12 +++++++++---"},
     {"[33m", "[m", "33mcommit"}},
};

/* The first of them that should be there and is not, or the other way. */
static const char *first_wrong(const Tmux *tmux, const struct Pager *pager)
{
    for (size_t i = 0; i < COUNT_OF(pager->shown); i++) {
        if (!strstr(tmux->bytes, pager->shown[i]))
            return pager->shown[i];
    }
    for (size_t i = 0; i < COUNT_OF(pager->never); i++) {
        const char *found = strstr(tmux->bytes, pager->never[i]);

        if (found && !(found > tmux->bytes && found[-1] == '\033'))
            return pager->never[i];
    }
    return NULL;
}

static void test_pager(const struct Pager *pager)
{
    static const char script[] =
        "export LC_ALL=C.UTF-8; \"$0\" --no-config --theme=mono <\"$1\" && printf '\\nGONE\\n' && exec cat";
    const char *build = getenv("BUILDDIR"), *source = getenv("SRCDIR"), *wrong = "a screen";
    char program[1024], file[1024];
    const char *const arguments[] = {"sh", "-c", script, program, file, NULL};
    long long deadline = now_ms() + TMUX_DEADLINE_MS;
    Tmux tmux;
    bool started;

    (void)snprintf(program, sizeof program, "%s/quoin", build ? build : ".");
    (void)snprintf(file, sizeof file, "%s/tests/vectors/articles/%s", source ? source : ".", pager->file);
    started = tmux_start(&tmux, ROWS, COLUMNS, arguments);
    while (started && (wrong = tmux_capture(&tmux) ? first_wrong(&tmux, pager) : "a screen") && now_ms() < deadline)
        tmux_pause();
    if (!ok(started && !wrong, "%s is shown as it was meant", pager->file))
        printf("# %s\n", wrong);
    tmux_end(&tmux);
}

int main(void)
{
    const char *missing = tmux_missing();

    if (missing)
        return tap_skip_all(missing);
    for (size_t i = 0; i < COUNT_OF(pagers); i++)
        test_pager(&pagers[i]);
    return tap_done();
}
