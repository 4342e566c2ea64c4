/* See the header. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* nftw */
#endif
#include "sitting.h"

#include <ftw.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tap.h"
#include "ui/opening/remembering.h"

int64_t sitting_clock = 1709971510;
bool sitting_remembers = true;

static Arena paths;
static char root[PATH_MAX / 2];
static Path folders[KEEPER_STORE_COUNT];

const char *sitting_path(const char *name)
{
    return arena_printf(&paths, "%s/%s", root, name).bytes;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *at)
{
    (void)status;
    (void)kind;
    return at->level > 0 ? remove(path) : 0;
}

void sitting_empty(void)
{
    (void)nftw(root, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

void sitting_begin_all(void)
{
    const char *build = getenv("BUILDDIR");

    (void)snprintf(root, sizeof root, "%s/tests/sitting.XXXXXX", build ? build : ".");
    if (!mkdtemp(root))
        tap_bail_out("no folder to write in");
}

void sitting_end_all(void)
{
    sitting_empty();
    (void)rmdir(root);
    arena_release(&paths);
}

void sitting_put(const char *name, const char *bytes)
{
    FILE *file = fopen(sitting_path(name), "w");

    if (!file || fputs(bytes, file) < 0 || fclose(file) != 0)
        tap_bail_out("a file cannot be made");
}

bool sitting_get(const char *name, Arena *arena, Text *bytes)
{
    Report report;

    *bytes = (Text){0};
    report_init(&report, arena, TEXT("file"));
    return access(sitting_path(name), F_OK) == 0 &&
           file_read_text(arena, sitting_path(name), LIMIT_KEPT_BYTES, bytes, &report);
}

static size_t counted;

static int count_one(const char *path, const struct stat *status, int kind, struct FTW *at)
{
    (void)path;
    (void)status;
    (void)at;
    counted += kind == FTW_F;
    return 0;
}

size_t sitting_count(const char *folder)
{
    counted = 0;
    (void)nftw(sitting_path(folder), count_one, 8, FTW_PHYS);
    return counted;
}

static int64_t now(const void *context)
{
    (void)context;
    return sitting_clock;
}

static bool read_theme(void *context, Arena *arena, Text id, Text *source, Text *path, Text *why)
{
    (void)context, (void)arena, (void)id, (void)source, (void)path;
    *why = (Text){0};
    return false;
}

static void rest(Sitting *sitting)
{
    bool changed;

    app_settle(&sitting->app);
    while (app_work(&sitting->app, &changed))
        ;
    app_settle(&sitting->app);
}

void sitting_open(Sitting *sitting, int columns, const char *const *names)
{
    AppOptions options;
    Report report;

    memset(sitting, 0, sizeof *sitting);
    config_init(&sitting->config, &sitting->arena);
    library_init(&sitting->library, &sitting->arena);
    report_init(&report, &sitting->arena, TEXT("-"));
    for (; *names; names++)
        (void)library_add(&sitting->library, text_from(sitting_path(*names)), &report);
    folders[KEEPER_PLACES] = path_copy(&paths, text_from(sitting_path("state")));
    folders[KEEPER_NOTES] = path_copy(&paths, text_from(sitting_path("notes")));
    options = (AppOptions){
        .config = &sitting->config, .library = &sitting->library, .themes = {read_theme, NULL}, .charset = CHARSET_UTF8};
    if (sitting_remembers)
        options.keeper = keeping_in(folders);
    if (sitting_remembers)
        options.keeper.now = now;
    sitting->now_ms = 1000;
    app_init(&sitting->app, &options);
    app_resize(&sitting->app, 24, columns);
    rest(sitting);
}

void sitting_type(Sitting *sitting, const char *keys)
{
    for (; *keys; keys++) {
        (void)app_key(&sitting->app, (Key){(uint32_t)*keys, 0}, sitting->now_ms);
        app_settle(&sitting->app);
    }
    rest(sitting);
}

void sitting_pass(Sitting *sitting, int64_t for_ms)
{
    for (int64_t end_ms = sitting->now_ms + for_ms;;) {
        int timeout_ms = app_timeout_ms(&sitting->app, sitting->now_ms);

        if (timeout_ms < 0 || sitting->now_ms + timeout_ms > end_ms) {
            sitting->now_ms = end_ms;
            return;
        }
        sitting->now_ms += timeout_ms;
        (void)app_tick(&sitting->app, sitting->now_ms);
        rest(sitting);
    }
}

bool sitting_leave(Sitting *sitting, Report *report)
{
    bool good = remembering_end(&sitting->app, report);

    app_release(&sitting->app);
    library_release(&sitting->library);
    arena_release(&sitting->arena);
    return good;
}
