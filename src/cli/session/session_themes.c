/* Themes are files of two folders; one of the user's stands before the bundled one of its name. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "cli/paths.h"
#include "cli/session/session.h"

/* ---- themes ---- */

static bool read_theme(void *context, Arena *arena, Text id, Text *source, Text *path, Text *why)
{
    Session *session = context;

    *why = (Text){0};
    if (text_find_byte(id, '/', 0) != TEXT_NOT_FOUND)
        return false;
    for (size_t i = 0; i < session->theme_folders.count; i++) {
        Path file = path_join(arena, session->theme_folders.items[i].text,
                              arena_join(arena, (const Text[]){id, TEXT(".yaml")}, 2));
        Report report;

        if (!path_exists(file))
            continue;
        *path = file.text;
        report_init(&report, arena, *path);
        if (file_read_text(arena, path_string(file), LIMIT_THEME_BYTES, source, &report))
            return true;
        *why = report_first(&report)->message;
        return false;
    }
    return false;
}

static int compare_texts(const void *a, const void *b)
{
    return text_compare(*(const Text *)a, *(const Text *)b);
}

bool session_knows_theme(const Session *session, Text id)
{
    return text_index_of(id, session->theme_ids.items, session->theme_ids.count) < session->theme_ids.count;
}

static void add_theme_folder(Session *session, Path folder)
{
    DIR *entries = folder.text.size ? opendir(path_string(folder)) : NULL;
    struct dirent *entry;

    if (folder.text.size)
        ARRAY_PUSH(&session->arena, session->theme_places, folder);
    if (!entries && folder.text.size && errno == ENOMEM)
        memory_exhausted();
    if (!entries)
        return;
    ARRAY_PUSH(&session->arena, session->theme_folders, folder);
    while ((entry = readdir(entries)) != NULL) {
        Text name = text_from(entry->d_name);

        if (name.size <= 5 || name.bytes[0] == '.' || !text_ends_with(name, TEXT(".yaml")))
            continue;
        name.size -= 5;
        if (!session_knows_theme(session, name)) {
            name = arena_copy(&session->arena, name);
            ARRAY_PUSH(&session->arena, session->theme_ids, name);
        }
    }
    (void)closedir(entries);
}

void session_find_themes(Session *session)
{
    memset(&session->theme_places, 0, sizeof session->theme_places);
    memset(&session->theme_folders, 0, sizeof session->theme_folders);
    memset(&session->theme_ids, 0, sizeof session->theme_ids);
    if (session->config_folder.text.size)
        add_theme_folder(session, path_join(&session->arena, session->config_folder.text, TEXT("themes")));
    add_theme_folder(session, path_join(&session->arena, session->data.text, TEXT("themes")));
    if (session->theme_ids.count)
        qsort(session->theme_ids.items, session->theme_ids.count, sizeof(Text), compare_texts);
    session->themes = (ThemeSource){read_theme, session};
}

Text session_theme_advice(Session *session, Text id)
{
    Text near = nearest_name(id, session->theme_ids.items, session->theme_ids.count);

    if (near.size == 0)
        return TEXT("quoin themes lists them");
    return arena_printf(&session->arena, "did you mean \"%.*s\"?", TEXT_ARGS(near));
}
