/* What somebody is in the midst of is in the list of what was read last; files that are not there any more are left out, and forgotten by nobody. */
#include "cli/session/remembering.h"

#include "article/page_address.h"
#include "cli/paths.h"
#include "cli/session/keeping.h"
#include "memory/recent.h"

static bool is_wanted(const Session *session, const Options *options)
{
    return session->config.memory && !options->no_memory;
}

void session_remember(Session *session, const Options *options)
{
    if (is_wanted(session, options))
        session->kept_folders[KEEPER_PLACES] = paths_state(&session->arena);
}

static bool is_in(Text path, Text folder)
{
    return text_starts_with(path, folder) && path.size > folder.size && path.bytes[folder.size] == '/';
}

static void add_article(Session *session, const RecentArticle *article, Text bundled)
{
    bool is_page = is_page_address(article->file);
    size_t count = session->library.entries.count;
    Report report;

    if (article->state != STATE_READING || (count > 0 && is_in(article->file, bundled)))
        return;
    if (!is_page && !path_exists(path_copy(&session->arena, article->file)))
        return;
    report_init(&report, &session->arena, article->file);
    if (library_add(&session->library, article->file, &report))
        library_call(&session->library, count, article->title);
}

bool session_add_begun(Session *session, const Options *options)
{
    Path folders[KEEPER_STORE_COUNT] = {[KEEPER_PLACES] = paths_state(&session->arena)};
    Keeper keeper = keeping_in(folders);
    RecentList list;
    Report report;
    Text bytes, bundled;

    report_init(&report, &session->arena, TEXT("what was read last"));
    if (!is_wanted(session, options) ||
        !keeper_read(&keeper, KEEPER_PLACES, RECENT_NAME, &session->arena, &bytes, &report) || bytes.size == 0 ||
        !recent_read(&list, &session->arena, bytes, &report))
        return false;
    bundled = keeper_whole_path(&keeper, &session->arena,
                                path_join(&session->arena, session->data.text, TEXT("articles")).text);
    for (size_t i = 0; i < list.items.count; i++)
        add_article(session, &list.items.items[i], bundled);
    return session->library.entries.count > 0;
}

void session_drop_begun_again(Session *session)
{
    Path folders[KEEPER_STORE_COUNT] = {[KEEPER_PLACES] = paths_state(&session->arena)};
    Keeper keeper = keeping_in(folders);
    Library *library = &session->library;
    Text first = keeper_whole_path(&keeper, &session->arena, library->entries.items[0].path.text);

    for (size_t i = library->entries.count; i-- > 1;) {
        if (first.size &&
            text_equal(keeper_whole_path(&keeper, &session->arena, library->entries.items[i].path.text), first))
            library_drop(library, i);
    }
}
