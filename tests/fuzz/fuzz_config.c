/* Any bytes as a configuration: what it sets is within its limits, and its keys can be typed. */
#include "fuzz/fuzz.h"
#include "ui/config.h"

static void require_keys(const Keymap *keymap)
{
    for (size_t i = 0; i < keymap->bindings.count; i++) {
        const Binding *binding = &keymap->bindings.items[i];

        REQUIRE(binding->action >= ACTION_NONE && binding->action < ACTION_COUNT);
        REQUIRE(binding->context < CONTEXT_COUNT);
        REQUIRE(binding->sequence.count > 0 && binding->sequence.count <= KEY_SEQUENCE_MAX);
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
    REQUIRE(config.measure_columns >= MEASURE_LEAST && config.measure_columns <= MEASURE_MOST);
    require_keys(&config.keymap);
    arena_release(&arena);
    return 0;
}
