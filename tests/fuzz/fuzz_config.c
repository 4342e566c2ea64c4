/* Any bytes as a configuration: what it sets is within its limits, and its keys can be typed, and written so that they are read as the same. */
#include "config/config.h"
#include "fuzz/fuzz.h"

static void require_written(Arena *arena, const KeySequence *sequence)
{
    Text written = key_sequence_write(sequence, arena), message;
    KeySequence again;

    REQUIRE(key_sequence_parse(written, &again, arena, &message) && key_sequence_equal(&again, sequence));
    REQUIRE(key_sequence_format(sequence, arena).size > 0);
}

static void require_keys(Arena *arena, const Keymap *keymap)
{
    for (size_t i = 0; i < keymap->bindings.count; i++) {
        const Binding *binding = &keymap->bindings.items[i];

        REQUIRE(binding->action >= ACTION_NONE && binding->action < ACTION_COUNT);
        REQUIRE(binding->context < CONTEXT_COUNT);
        REQUIRE(binding->sequence.count > 0 && binding->sequence.count <= MOST_BINDING_KEYS);
        require_written(arena, &binding->sequence);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Arena arena = {0};
    Report report;
    Config config;
    bool good;

    report_init(&report, &arena, TEXT("input"));
    config_init(&config, &arena);
    good = config_read(&config, &arena, (Text){(const char *)bytes, size}, &report);
    REQUIRE(good == (report.error_count == 0));
    REQUIRE(config.measure_columns >= MEASURE_LEAST && config.measure_columns <= MEASURE_WIDEST);
    require_keys(&arena, &config.keymap);
    arena_release(&arena);
    return 0;
}
