/*
 * Any bytes as a model of names: they are refused with a reason, or every question has an answer inside the file. The first byte tells
 * whether versions, size and digest are put right before, so that damage gets behind them.
 */
#include "analysis/tags/tag_model.h"
#include "fuzz/fuzz.h"

#include <string.h>

static void put(char *at, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        at[i] = (char)(value >> (8 * i));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char *copy = malloc(size + 1);
    Text file = {copy, size ? size - 1 : 0};
    int32_t scores[TAG_COUNT] = {0};
    const char *why = NULL;
    TagModel model;
    TagPlace place = {0};

    REQUIRE(copy);
    if (size)
        memcpy(copy, bytes + 1, file.size);
    if (size && bytes[0] % 2 && file.size >= TAG_HEADER_SIZE) {
        put(copy + TAG_AT_VERSION, TAG_MODEL_VERSION, 4);
        put(copy + TAG_AT_FEATURES, TAG_FEATURES_VERSION, 4);
        put(copy + TAG_AT_SIZE, file.size, 4);
        put(copy + TAG_AT_DIGEST, tag_model_digest(file), 8);
    }
    if (!tag_model_read(&model, file, &why)) {
        REQUIRE(why);
    } else {
        for (uint32_t i = 0; i < 64; i++) {
            tag_model_look_up(&model, &(uint32_t){i * 0x04000081u}, 1, &place);
            tag_model_add(&model, &place, 1, scores);
            (void)tag_model_word(&model, i * 0x04000081u);
            (void)tag_model_phrase(&model, i * 0x04000081u);
        }
        (void)tag_model_move(&model, TAG_START, TAG_MISC_INSIDE);
    }
    free(copy);
    return 0;
}
