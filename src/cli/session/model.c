/* The file is read, not mapped: another may take its place, or it may be cut short, while the program runs. */
#include "cli/session/model.h"

#include "base/system/file.h"
#include "base/unicode/printable.h"
#include "cli/paths.h"

const TagModel *model_open(Arena *arena, Path data, Text *problem)
{
    Path path = path_join(arena, data.text, TEXT("models/names.model"));
    TagModel *model = ARENA_NEW(arena, TagModel);
    const char *why = "it cannot be read";
    Report report;
    File file;

    report_init(&report, arena, path.text);
    if (file_open(&file, path_string(path), &report)) {
        if (file.size > MOST_MODEL_BYTES)
            why = limit_message(LIMIT_MODEL_BYTES, file.size, arena).bytes;
        else if (file_load_all(&file) && tag_model_read(model, file.bytes, &why))
            return model; /* with its file, for as long as the program runs */
        file_close(&file);
    }
    *problem = arena_printf(arena, "%.*s: %s; names are found by rules", TEXT_ARGS(path.text), why);
    return NULL;
}

void model_print_problem(Sink *errors, Text problem)
{
    if (problem.size == 0)
        return;
    sink_string(errors, "quoin: ");
    printable_write(errors, problem, CHARSET_UTF8, LINES_JOINED);
    sink_byte(errors, '\n');
}
