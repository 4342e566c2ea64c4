/* The whole file in memory. */
#include "eval/model_file.h"

#include <stdio.h>

#include "base/system/file.h"

bool model_file_read(Arena *arena, const char *path, TagModel *model)
{
    const char *why = "expected a file that can be read";
    Text bytes = {0};
    Report report;
    File file;

    report_init(&report, arena, text_from(path));
    if (file_open(&file, path, &report)) {
        (void)file_load_all(&file);
        bytes = arena_copy(arena, file.bytes);
        file_close(&file);
    }
    if (bytes.size && tag_model_read(model, bytes, &why))
        return true;
    (void)fprintf(stderr, "%s: %s\n", path, why);
    return false;
}
