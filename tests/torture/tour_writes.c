/*
 * The one file of the user that is written: a theme is picked (T, down, Enter), and the reader is killed at some moment of that. The
 * configuration is then what it was, or that with another theme in it; the next start that keeps a theme leaves nothing else in its folder.
 */
#include "torture/cases.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { COMMENT_LINES = 4000, SHORT_KILLS = 40, LONG_KILLS = 1000, KILL_WITHIN_US = 12000 };

static const char before_theme[] = "# mine\nmeasure: 60\ntheme: ", old_theme[] = "nord",
                  after_theme[] = "  # as I like it\n";
static char config_path[TORTURE_PATH], rest[COMMENT_LINES * 40];

/* More than a write of one page, so that a kill may come between two. */
static void make_rest(void)
{
    size_t size = 0;

    for (size_t i = 0; i < COMMENT_LINES; i++)
        size += (size_t)snprintf(rest + size, sizeof rest - size, "# line %zu of what I may want later\n", i);
}

const char *config_make(Torture *torture)
{
    static char change[TORTURE_PATH + 32];
    char path[TORTURE_PATH];
    FILE *file;

    case_path(torture, "config", path);
    folder_remove(path);
    (void)mkdir(path, 0700);
    (void)snprintf(change, sizeof change, "XDG_CONFIG_HOME=%s", path);
    case_path(torture, "config/quoin", path);
    (void)mkdir(path, 0700);
    case_path(torture, "config/quoin/config.yaml", config_path);
    if (!*rest)
        make_rest();
    file = fopen(config_path, "wb");
    if (!file)
        tap_bail_out("a configuration cannot be written");
    (void)fprintf(file, "%s%s%s%s", before_theme, old_theme, after_theme, rest);
    (void)fclose(file);
    return change;
}

/* The bytes around the theme's value, and that: a word, perhaps in quotation marks. */
ConfigState config_state(Torture *torture)
{
    static char bytes[sizeof rest + 512];
    FILE *file = fopen(config_path, "rb");
    size_t size = file ? fread(bytes, 1, sizeof bytes - 1, file) : 0, start = sizeof before_theme - 1, length;

    (void)torture;
    if (file)
        (void)fclose(file);
    bytes[size] = '\0';
    if (strlen(bytes) != size || strncmp(bytes, before_theme, start) != 0)
        return CONFIG_TORN;
    length = strspn(bytes + start, "abcdefghijklmnopqrstuvwxyz-0123456789\"'");
    if (length == 0 || strncmp(bytes + start + length, after_theme, sizeof after_theme - 1) != 0 ||
        strcmp(bytes + start + length + sizeof after_theme - 1, rest) != 0)
        return CONFIG_TORN;
    return length == sizeof old_theme - 1 && strncmp(bytes + start, old_theme, length) == 0 ? CONFIG_OLD : CONFIG_NEW;
}

ConfigState config_judge(Torture *torture)
{
    ConfigState state = config_state(torture);
    char path[TORTURE_PATH], name[TORTURE_PATH];

    case_path(torture, "config/quoin", path);
    if (state == CONFIG_TORN)
        case_fail(torture, VERDICT_TORN, "neither the old nor a new theme stands in the configuration");
    if (folder_count(path, name) != 1)
        case_fail(torture, VERDICT_LEFT, "%s beside the configuration", name);
    return state;
}

void config_remove(Torture *torture)
{
    char path[TORTURE_PATH];

    case_path(torture, "config", path);
    folder_remove(path);
}

static Run *start(Torture *torture, const char *change)
{
    static RunOptions options;
    Run *run;

    options = (RunOptions){.arguments = {torture->article}, .changes = {change}};
    run = run_start(torture, &options);
    (void)run_settle(run, torture->hang_ms);
    run_keys(run, "T\033[B");
    (void)run_settle(run, torture->hang_ms);
    return run;
}

/* A kill leaves no more than the temporary file of the moment. */
static void kill_while_writing(Torture *torture, const char *change, long delay_us)
{
    struct timespec wait = {0, delay_us * 1000};
    Run *run = start(torture, change);

    run_keys(run, "\r");
    (void)nanosleep(&wait, NULL);
    run->judges_terminal = false;
    run_signal(run, SIGKILL);
    run_finish(run, SIGKILL);
    if (config_state(torture) == CONFIG_TORN)
        case_fail(torture, VERDICT_TORN,
                  "killed after %ld us: neither the old nor a new theme stands in the configuration", delay_us);
}

void case_killed_write(Torture *torture, long delay_us)
{
    const char *change = config_make(torture);
    Run *run;

    kill_while_writing(torture, change, delay_us);
    run = start(torture, change);
    run_keys(run, "\r");
    (void)run_settle(run, torture->hang_ms);
    run_quit(run);
    run_finish(run, 0);
    if (config_judge(torture) == CONFIG_OLD)
        case_fail(torture, VERDICT_SILENT, "a theme that was picked is not kept");
    config_remove(torture);
}

void tour_writes(Torture *torture)
{
    size_t count = torture->is_long ? LONG_KILLS : SHORT_KILLS;

    for (size_t i = 0; i < count; i++) {
        if (!case_begin(torture, "killed %zu", i))
            continue;
        case_killed_write(torture, (long)dice_below(&torture->dice, KILL_WITHIN_US));
        case_end(torture);
    }
}
