/* A theme that is not where it seems to be: it, or a folder on its way, is a link, as managers of configurations make them. It is read again when
 * what it leads to is saved, or when it leads to something else. Each case is what is there at the start, and what then changes. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/count_of.h"
#include "pty.h"

#define BEFORE "#b0b1b2"
#define AFTER "#a0a1a2"
#define SHOWN_BEFORE "38;2;176;177;178"
#define SHOWN_AFTER "38;2;160;161;162"

typedef enum Deed {
    NOTHING,
    FOLDER,
    WRITE,  /* a theme, with its colour */
    RENAME, /* the same, as a careful editor does: another file is given its name */
    LINK,   /* to something */
    RELINK, /* the same, by renaming another link */
    UNLINK
} Deed;

enum { STEPS_MOST = 9, PATH_BYTES = 1200 };

typedef struct Step {
    Deed deed;
    const char *path, *value;
} Step;

#define SAVED "data/themes/saved.yaml"

/* clang-format off */
static const struct Case {
    const char *name;
    Step before[STEPS_MOST], change[STEPS_MOST];
} cases[] = {
    {"a link, the file is written",
     {{FOLDER, "data/themes", 0}, {FOLDER, "dots", 0}, {WRITE, "dots/a.yaml", BEFORE}, {LINK, SAVED, "../../dots/a.yaml"}},
     {{WRITE, "dots/a.yaml", AFTER}}},
    {"a link, the file is replaced",
     {{FOLDER, "data/themes", 0}, {FOLDER, "dots", 0}, {WRITE, "dots/a.yaml", BEFORE}, {LINK, SAVED, "../../dots/a.yaml"}},
     {{RENAME, "dots/a.yaml", AFTER}}},
    {"a link to a link, the file at the end is written",
     {{FOLDER, "data/themes", 0}, {FOLDER, "dots/deep", 0}, {WRITE, "dots/deep/b.yaml", BEFORE}, {LINK, "dots/a.yaml", "deep/b.yaml"},
      {LINK, SAVED, "../../dots/a.yaml"}},
     {{WRITE, "dots/deep/b.yaml", AFTER}}},
    {"a link to a link, the second is replaced, then what it leads to",
     {{FOLDER, "data/themes", 0}, {FOLDER, "dots/deep", 0}, {WRITE, "dots/deep/b.yaml", BEFORE}, {LINK, "dots/a.yaml", "deep/b.yaml"},
      {LINK, SAVED, "../../dots/a.yaml"}},
     {{WRITE, "dots/c.yaml", BEFORE}, {RELINK, "dots/a.yaml", "c.yaml"}, {RENAME, "dots/c.yaml", AFTER}}},
    {"a link is made anew",
     {{FOLDER, "data/themes", 0}, {WRITE, "a.yaml", BEFORE}, {WRITE, "b.yaml", AFTER}, {LINK, SAVED, "../../a.yaml"}},
     {{UNLINK, SAVED, 0}, {LINK, SAVED, "../../b.yaml"}}},
    {"a file becomes a link",
     {{FOLDER, "data/themes", 0}, {WRITE, SAVED, BEFORE}, {WRITE, "b.yaml", BEFORE}},
     {{UNLINK, SAVED, 0}, {LINK, SAVED, "../../b.yaml"}, {WRITE, "b.yaml", AFTER}}},
    {"a link on a way through a link",
     {{FOLDER, "data/themes", 0}, {FOLDER, "v1", 0}, {FOLDER, "v2", 0}, {WRITE, "v1/a.yaml", BEFORE}, {WRITE, "v2/a.yaml", AFTER},
      {LINK, "current", "v1"}, {LINK, SAVED, "../../current/a.yaml"}},
     {{RELINK, "current", "v2"}}},
    {"a link that leads nowhere for a while",
     {{FOLDER, "data/themes", 0}, {FOLDER, "dots", 0}, {WRITE, "dots/a.yaml", BEFORE}, {LINK, SAVED, "../../dots/a.yaml"}},
     {{UNLINK, "dots/a.yaml", 0}, {WRITE, "dots/a.yaml", AFTER}}},
    {"the folder is a link, the file is written",
     {{FOLDER, "data", 0}, {FOLDER, "dots/themes", 0}, {WRITE, "dots/themes/saved.yaml", BEFORE}, {LINK, "data/themes", "../dots/themes"}},
     {{WRITE, "dots/themes/saved.yaml", AFTER}}},
    {"the folder is a link, which is replaced",
     {{FOLDER, "data", 0}, {FOLDER, "one", 0}, {FOLDER, "two", 0}, {WRITE, "one/saved.yaml", BEFORE}, {WRITE, "two/saved.yaml", AFTER},
      {LINK, "data/themes", "../one"}},
     {{RELINK, "data/themes", "../two"}}},
    {"the folder above is a link, which is replaced",
     {{FOLDER, "one/themes", 0}, {FOLDER, "two/themes", 0}, {WRITE, "one/themes/saved.yaml", BEFORE}, {WRITE, "two/themes/saved.yaml", AFTER},
      {LINK, "data", "one"}},
     {{RELINK, "data", "two"}}},
    {"the folder is another one, of the same name",
     {{FOLDER, "data/themes", 0}, {WRITE, SAVED, BEFORE}, {FOLDER, "data/new", 0}, {WRITE, "data/new/saved.yaml", AFTER}},
     {{RENAME, "data/themes", "data/old"}, {RENAME, "data/new", "data/themes"}}},
    {"links in a circle beside it",
     {{FOLDER, "data/themes", 0}, {WRITE, SAVED, BEFORE}, {LINK, "data/themes/x.yaml", "y.yaml"}, {LINK, "data/themes/y.yaml", "x.yaml"}},
     {{WRITE, SAVED, AFTER}}},
};
/* clang-format on */

static Pty pty;
static char program[1024], article[1100], root[1024];

/* ---- steps ---- */

static void path_of(char path[PATH_BYTES], const char *name)
{
    (void)snprintf(path, PATH_BYTES, "%s/%s", root, name);
}

/* And those above it. */
static void make_folder(const char *name)
{
    char path[PATH_BYTES];
    size_t size;

    path_of(path, name);
    for (size = strlen(root); path[size]; size += strcspn(path + size + 1, "/") + 1) {
        char folder[PATH_BYTES];

        (void)snprintf(folder, sizeof folder, "%.*s", (int)size, path);
        (void)mkdir(folder, 0755);
    }
    (void)mkdir(path, 0755);
}

static void write_theme(const char *path, const char *color)
{
    FILE *file = fopen(path, "w");

    if (!file)
        tap_bail_out("a theme cannot be written");
    (void)fprintf(file, "quoin-theme: 1\nroles: {text: {fg: \"%s\", bg: \"#101010\"}}\n", color);
    (void)fclose(file);
}

static void make_link(const char *to, const char *path)
{
    if (symlink(to, path) != 0)
        tap_bail_out("a link cannot be made");
}

static void take(const Step *step)
{
    char path[PATH_BYTES], other[PATH_BYTES];

    path_of(path, step->path);
    path_of(other, "other");
    switch (step->deed) {
    case NOTHING:
        return;
    case FOLDER:
        make_folder(step->path);
        return;
    case WRITE:
        write_theme(path, step->value);
        return;
    case RENAME:
        if (step->value[0] == '#') {
            write_theme(other, step->value);
            (void)rename(other, path);
        } else {
            path_of(other, step->value);
            (void)rename(path, other);
        }
        return;
    case LINK:
        make_link(step->value, path);
        return;
    case RELINK:
        make_link(step->value, other);
        (void)rename(other, path);
        return;
    case UNLINK:
        (void)unlink(path);
        return;
    }
}

static void take_all(const Step steps[STEPS_MOST])
{
    for (size_t i = 0; i < STEPS_MOST; i++)
        take(&steps[i]);
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status;
    (void)kind;
    (void)walk;
    return remove(path);
}

/* ---- the test ---- */

static void test_case(const struct Case *one)
{
    char *arguments[] = {program, (char[]){"--no-config"}, (char[]){"--theme=saved"}, article, NULL};
    bool before, after;

    (void)nftw(root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    make_folder("");
    take_all(one->before);
    pty_start(&pty, "xterm-256color", 24, 80, NULL, arguments);
    before = pty_expect(&pty, SHOWN_BEFORE) && pty_expect(&pty, "two-minute tour");
    take_all(one->change);
    after = pty_expect(&pty, SHOWN_AFTER);
    ok(before && after, "%s", one->name);
    pty_send(&pty, "Q");
    ok(pty_wait_end(&pty) && !pty_mode_left(&pty), "%s: and it ends", one->name);
    pty_release(&pty);
}

int main(void)
{
    const char *build = getenv("BUILDDIR"), *source = getenv("SRCDIR"), *missing = pty_missing();
    char data[PATH_BYTES];

    if (missing) {
        tap_skip(missing);
        return tap_done();
    }
    (void)snprintf(program, sizeof program, "%s/quoin", build ? build : ".");
    (void)snprintf(article, sizeof article, "%s/articles/00-start-here.yaml", source ? source : ".");
    (void)snprintf(root, sizeof root, "%s/tests/watch.tmp", build ? build : ".");
    path_of(data, "data");
    (void)setenv("QUOIN_DATA", data, 1);
    pty.colorterm = "truecolor";
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        test_case(&cases[i]);
    (void)nftw(root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    return tap_done();
}
