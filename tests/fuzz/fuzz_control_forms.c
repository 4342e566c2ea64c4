/* Any lines: their pieces cover them in order, what they show has nothing that moves a cursor, and a text without controls stays as it is. */
#include "formats/text/signs/control_forms.h"
#include "fuzz/fuzz.h"

static bool is_clean(Text text)
{
    return text_find_byte(text, '\x1B', 0) == TEXT_NOT_FOUND && text_find_byte(text, '\b', 0) == TEXT_NOT_FOUND;
}

static void require_line(ControlState *state, Text line, Arena *arena)
{
    bool has = control_forms_has(line);
    size_t at = 0, before = 0, shown = 0;
    ControlPiece piece;

    while (control_forms_next(state, line, &at, &piece, arena)) {
        REQUIRE(piece.source.start == before && piece.source.end == at && at > before && at <= line.size);
        REQUIRE(is_clean(piece.text) && is_clean(piece.link) && piece.styles < 8);
        REQUIRE(has || piece.text.size == 0 || piece.text.bytes == line.bytes + piece.source.start);
        shown += piece.text.size;
        before = at;
    }
    REQUIRE(before == line.size);
    REQUIRE(shown <= line.size * 8);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Text text = {(const char *)bytes, size}, line;
    ControlState state = {0};
    Arena arena = {0};

    for (size_t at = 0; text_next_part(text, '\n', &at, &line);)
        require_line(&state, line, &arena);
    arena_release(&arena);
    return 0;
}
