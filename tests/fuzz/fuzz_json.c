/* Any bytes as a line of a pipeline: it is refused with a place and a reason, or its strings are UTF-8 again. */
#include "base/json.h"
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text line = {(const char *)bytes, size};
    Arena arena = {0};
    JsonObject object = {0};
    const char *why = NULL;
    size_t at = 0;

    if (!json_read_object(&arena, line, &object, &at, &why)) {
        REQUIRE(why && at <= size);
    } else {
        for (size_t i = 0; i < object.count; i++) {
            const JsonMember *member = &object.items[i];

            REQUIRE(utf8_find_invalid(member->text, 0) == TEXT_NOT_FOUND);
            REQUIRE(member->raw.bytes >= line.bytes && member->raw.bytes + member->raw.size <= line.bytes + line.size);
            REQUIRE(json_member(&object, member->key) != NULL);
        }
    }
    arena_release(&arena);
    return 0;
}
