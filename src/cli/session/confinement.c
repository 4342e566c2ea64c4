/* What a command may still read is collected here; what it gives up is base/system/confine.h's. */
#include "cli/session/confinement.h"

#include <errno.h>

#include "base/system/confine.h"
#include "base/unicode/scripts/thai_words.h"
#include "cli/paths.h"
#include "cli/session/pages.h"
#include "formats/html.h"

static void begin(const Options *options, const char *const *files, size_t count, const char *folder)
{
    Arena scratch = {0};
    const char *reader = HTML_IS_READ ? path_string(paths_page_reader(&scratch, options->program)) : NULL;
    bool done = options->no_confine || confine_to_folder(files, count, reader, folder);
    int error = errno;

    arena_release(&scratch);
    if (done)
        return;
    SINK_TEXTS(options->errors, TEXT("quoin: it could not be confined to the files that it reads: "),
               text_from(strerror(error)), TEXT("; --no-confine does without\n"));
}

void confinement_begin(const Options *options, const char *const *files, size_t count)
{
    begin(options, files, count, NULL);
}

void confinement_begin_writing(Session *session, const Options *options, const char *folder)
{
    ARRAY(const char *) files = {0};

    session_get_pages(session, options);
    ARRAY_PUSH(&session->arena, files, path_string(path_join(&session->arena, session->data.text, TEXT("models"))));
    if (thai_dictionary)
        ARRAY_PUSH(&session->arena, files, thai_dictionary);
    for (size_t i = 0; i < session->theme_folders.count; i++)
        ARRAY_PUSH(&session->arena, files, path_string(session->theme_folders.items[i]));
    if (session->reads_notes && session->kept_folders[KEEPER_NOTES].text.size)
        ARRAY_PUSH(&session->arena, files, path_string(session->kept_folders[KEEPER_NOTES]));
    for (size_t i = 0; i < session->library.entries.count; i++) {
        const LibraryEntry *entry = &session->library.entries.items[i];

        if (!entry->is_page && !path_is_stream(entry->path))
            ARRAY_PUSH(&session->arena, files, path_string(entry->path));
    }
    begin(options, files.items, files.count, folder);
}

void confinement_begin_session(Session *session, const Options *options)
{
    confinement_begin_writing(session, options, NULL);
}
