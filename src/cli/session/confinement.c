/* What a command may still read is collected here; what it gives up is base/confine.h's. */
#include "cli/session/confinement.h"

#include <errno.h>

#include "base/confine.h"
#include "cli/paths.h"

void confinement_begin(const Options *options, const char *const *files, size_t count)
{
    if (options->no_confine || confine_to_reading(files, count))
        return;
    SINK_TEXTS(options->errors, TEXT("quoin: it could not be confined to the files that it reads: "), text_from(strerror(errno)),
               TEXT("; --no-confine does without\n"));
}

void confinement_begin_session(Session *session, const Options *options)
{
    ARRAY(const char *) files = {0};

    ARRAY_PUSH(&session->arena, files, paths_join(&session->arena, session->data, "models").bytes);
    for (size_t i = 0; i < session->theme_folders.count; i++)
        ARRAY_PUSH(&session->arena, files, session->theme_folders.items[i].bytes);
    for (size_t i = 0; i < session->library.entries.count; i++) {
        if (!text_equal(session->library.entries.items[i].path, TEXT("-")))
            ARRAY_PUSH(&session->arena, files, session->library.entries.items[i].path.bytes);
    }
    confinement_begin(options, files.items, files.count);
}
