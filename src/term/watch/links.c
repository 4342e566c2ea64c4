/*
 * The way is gone name by name, as the kernel does it (path_resolution(7)): what a link holds is put in its place, before the rest.
 *
 *     done                rest                   ~/.config -> dots, dots/themes/a.yaml -> ../b.yaml
 *     /home/ann           .config/themes/a.yaml  .config is a link: visit /home/ann, .config
 *     /home/ann           dots/themes/a.yaml
 *     /home/ann/dots/themes       a.yaml         a link: visit /home/ann/dots/themes, a.yaml
 *     /home/ann/dots/themes       ../b.yaml
 *     /home/ann/dots/b.yaml                      the end: visit /home/ann/dots, b.yaml
 */
#include "term/watch/links.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"

enum { PATH_BYTES = 4096, NAME_BYTES = 256, LINKS_MOST = 40 }; /* Linux's own limits */

typedef struct Way {
    char done[PATH_BYTES]; /* without links, or empty: where we are */
    char rest[PATH_BYTES];
    int links;
} Way;

/* False: it is too long. */
static bool join(char *path, const char *folder, const char *between, const char *name)
{
    return (size_t)snprintf(path, PATH_BYTES, "%s%s%s", folder, between, name) < PATH_BYTES;
}

static const char *between(const char *folder)
{
    size_t size = strlen(folder);

    return size == 0 || folder[size - 1] == '/' ? "" : "/";
}

static bool take_name(Way *way, char name[NAME_BYTES])
{
    const char *from = way->rest + strspn(way->rest, "/");
    size_t size = strcspn(from, "/");

    if (size == 0 || size >= NAME_BYTES)
        return false;
    memcpy(name, from, size);
    name[size] = '\0';
    memmove(way->rest, from + size, strlen(from + size) + 1);
    return true;
}

/* The folder and the name that a path ends in; the name stands in the path. */
static const char *split(const char *path, char folder[PATH_BYTES])
{
    const char *slash = strrchr(path, '/');
    size_t size = slash ? (size_t)(slash - path) : 0;

    memcpy(folder, path, size);
    folder[size] = '\0';
    if (size == 0)
        (void)join(folder, slash ? "/" : ".", "", "");
    return slash ? slash + 1 : path;
}

/* "..": there are no links in `done`, so it can be taken off. */
static bool go_up(Way *way)
{
    char folder[PATH_BYTES];
    const char *last = split(way->done, folder);

    if (way->done[0] == '\0' || strcmp(last, "..") == 0)
        return join(folder, way->done, between(way->done), "..") && join(way->done, folder, "", "");
    if (last == way->done)
        way->done[0] = '\0';
    else
        (void)join(way->done, folder, "", "");
    return true;
}

static bool follow(Way *way, const char *target)
{
    char rest[PATH_BYTES];

    if (++way->links > LINKS_MOST || !join(rest, target, "/", way->rest))
        return false;
    if (target[0] == '/')
        (void)join(way->done, "/", "", "");
    return join(way->rest, rest, "", "");
}

static const char *here(const Way *way)
{
    return way->done[0] ? way->done : ".";
}

/* False: the way ends here. */
static bool step(Way *way, LinkVisit *visit)
{
    char name[NAME_BYTES], path[PATH_BYTES], target[PATH_BYTES];
    ssize_t size;

    if (!take_name(way, name))
        return false;
    if (strcmp(name, ".") == 0)
        return true;
    if (strcmp(name, "..") == 0)
        return go_up(way);
    if (!join(path, way->done, between(way->done), name))
        return false;
    size = readlink(path, target, sizeof target - 1);
    if (size < 0 && errno == EINVAL) /* no link */
        return join(way->done, path, "", "");
    visit(here(way), name);
    if (size < 0) {
        way->links = 0;
        return false;
    }
    target[size] = '\0';
    return follow(way, target);
}

void links_visit(const char *path, LinkVisit *visit)
{
    char folder[PATH_BYTES];
    Arena scratch = {0};
    Way *way = ARENA_NEW(&scratch, Way);

    if (join(way->rest, path, "", "")) {
        if (path[0] == '/')
            (void)join(way->done, "/", "", "");
        while (step(way, visit))
            continue;
        if (way->links > 0 && way->done[0]) {
            const char *name = split(way->done, folder);

            visit(folder, name);
        }
    }
    arena_release(&scratch);
}
