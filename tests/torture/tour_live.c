/* Files that another program changes while they are read: articles, and the theme that is on. */
#include "torture/cases.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/count_of.h"

enum { TEXT_LINES = 4000 };

typedef enum Change { TRUNCATED, EMPTIED, REPLACED, REMOVED, GROWN, A_FOLDER, A_FIFO, A_LOOP, CHANGES } Change;
static const char *const change_names[CHANGES] = {
    "truncated", "emptied", "replaced by other bytes", "removed", "growing", "a folder", "a FIFO", "a loop of links"};

static void write_text(const char *path, bool yaml)
{
    FILE *file = fopen(path, "wb");

    if (!file)
        tap_bail_out("an article cannot be written");
    (void)fputs(yaml ? "title: A headline\nbody:\n" : "A headline\n\n", file);
    for (size_t i = 0; i < TEXT_LINES; i++)
        (void)fprintf(file, "%sSome text that is long enough to be seen, number %zu.\n%s", yaml ? "- " : "", i,
                      yaml ? "" : "\n");
    (void)fclose(file);
}

static void make_change(Change change, const char *path)
{
    char other[TORTURE_PATH + 8];
    FILE *file;

    (void)snprintf(other, sizeof other, "%.500s.new", path);
    if (change == TRUNCATED || change == EMPTIED) {
        if (truncate(path, change == TRUNCATED ? 10 : 0) != 0)
            tap_bail_out("a file cannot be made shorter");
        return;
    }
    if (change == GROWN) {
        file = fopen(path, "ab");
        for (size_t i = 0; file && i < TEXT_LINES; i++)
            (void)fputs("more\n\n", file);
        if (file)
            (void)fclose(file);
        return;
    }
    (void)unlink(path);
    if (change == A_FOLDER)
        (void)mkdir(path, 0700);
    else if (change == A_FIFO)
        (void)mkfifo(path, 0600);
    else if (change == A_LOOP && symlink(path, path) != 0)
        tap_bail_out("no link can be made");
    if (change != REPLACED)
        return;
    case_write(other, "\0\1\2\x1B]0;QCN\7\xFF\xFE", 12);
    (void)rename(other, path);
}

static void look(Run *run, const char *keys)
{
    for (; *keys && !run->ended; keys++) {
        run_type(run, keys, 1);
        (void)run_settle(run, run->torture->hang_ms);
    }
}

/* Read again by R, and by another article and back. */
static void change_article(Torture *torture, Change change, bool yaml)
{
    char folder[TORTURE_PATH], path[TORTURE_PATH];
    Run *run;

    case_path(torture, "live", folder);
    (void)mkdir(folder, 0700);
    case_path(torture, yaml ? "live/a.yaml" : "live/a.txt", path);
    write_text(path, yaml);
    run = run_start(torture, &(RunOptions){.arguments = {"--no-config", path, torture->article}});
    (void)run_settle(run, torture->hang_ms);
    make_change(change, path);
    look(run, " G/seen");
    run_keys(run, "\r");
    look(run, "nRGJKR.");
    run_quit(run);
    run_finish(run, 0);
    folder_remove(folder);
}

/* The theme that is on, in the folder of themes. */
static void change_theme(Torture *torture, Change change)
{
    static const char theme[] = "quoin-theme: 1\nroles: {text: {fg: \"#c0c1c2\", bg: \"#101010\"}}\n";
    static const char *const folders[] = {"config", "config/quoin", "config/quoin/themes"};
    char path[TORTURE_PATH], variable[TORTURE_PATH + 32];
    Run *run;

    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        case_path(torture, folders[i], path);
        (void)mkdir(path, 0700);
    }
    case_path(torture, "config/quoin/themes/live.yaml", path);
    case_write(path, theme, sizeof theme - 1);
    (void)snprintf(variable, sizeof variable, "XDG_CONFIG_HOME=%s/config", torture->folder);
    run = run_start(torture, &(RunOptions){.arguments = {"--theme=live", torture->article}, .changes = {variable}});
    (void)run_settle(run, torture->hang_ms);
    make_change(change, path);
    look(run, "jT");
    make_change(EMPTIED == change ? GROWN : REMOVED, path);
    look(run, "\007k");
    run_quit(run);
    run_finish(run, 0);
    config_remove(torture);
}

/* An article that comes slowly through standard input: the rest is written while it is waited for. */
static void feed_slowly(Torture *torture)
{
    Run *run = run_start(torture, &(RunOptions){.arguments = {"--no-config", "-"}, .input = STREAM_PIPE});
    ssize_t written = 1;

    for (size_t i = 0; i < 20 && written > 0; i++) {
        written = write(run->feed, "A line of it.\n\n", 15);
        (void)run_wait(run, 5);
    }
    (void)close(run->feed);
    run->feed = -1;
    (void)run_settle(run, torture->hang_ms);
    if (!run->ended && !grammar_wrote(&run->grammar, "line"))
        case_fail(torture, VERDICT_SILENT, "what came slowly is not shown");
    run_quit(run);
    run_finish(run, 0);
}

void tour_live(Torture *torture)
{
    size_t times = torture->is_long ? 20 : 1;

    for (size_t i = 0; i < CHANGES * times; i++) {
        for (int what = 0; what < 3; what++) {
            static const char *const whats[] = {"text", "article", "theme"};

            if (!case_begin(torture, "a %s, %s, %zu", whats[what], change_names[i % CHANGES], i / CHANGES))
                continue;
            if (what < 2)
                change_article(torture, (Change)(i % CHANGES), what == 1);
            else
                change_theme(torture, (Change)(i % CHANGES));
            case_end(torture);
        }
    }
    if (case_begin(torture, "a slow article")) {
        feed_slowly(torture);
        case_end(torture);
    }
}
