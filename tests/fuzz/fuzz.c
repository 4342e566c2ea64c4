/* What the targets share: a locale, so that characters are as wide as for a reader, choices made by bytes, and files of the sources. */
#include "fuzz/fuzz.h"

#include <sys/stat.h>

#include "analysis/tags/tag_model.h"
#include "base/system/file.h"
#include "base/unicode/unicode.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    (void)unicode_init("C.UTF-8");
    return 0;
}

unsigned choose(Choices *choices, unsigned limit)
{
    unsigned char byte;

    if (choices->left.size == 0)
        return 0;
    byte = (unsigned char)choices->left.bytes[0];
    choices->left = text_slice(choices->left, (Range){1, choices->left.size});
    return byte % limit;
}

Text choose_text(Choices *choices, size_t most)
{
    size_t size = choose(choices, 256);
    Text text;

    if (size > most)
        size = most;
    text = text_slice(choices->left, (Range){0, size});
    choices->left = text_slice(choices->left, (Range){text.size, choices->left.size});
    return text;
}

const char *source_folder(void)
{
    static const char *const folders[] = {".", "..", "../..", "../../.."};
    const char *folder = getenv("SRCDIR");
    struct stat about;

    for (size_t i = 0; !folder && i < COUNT_OF(folders); i++) {
        char path[64];

        (void)snprintf(path, sizeof path, "%s/models/names.model", folders[i]);
        if (stat(path, &about) == 0)
            folder = folders[i];
    }
    return folder ? folder : ".";
}

Text source_file(const char *path)
{
    static Arena arena;
    char whole[4096];
    Report report;
    Text text;

    (void)snprintf(whole, sizeof whole, "%s/%s", source_folder(), path);
    report_init(&report, &arena, text_from(whole));
    REQUIRE(file_read_text(&arena, whole, LIMIT_MODEL_BYTES, &text, &report));
    return text;
}

const TagModel *source_model(void)
{
    static TagModel model;
    const char *why;

    if (!model.moves)
        REQUIRE(tag_model_read(&model, source_file("models/names.model"), &why));
    return &model;
}
