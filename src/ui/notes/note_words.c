/* A correction says what holds now, and where the analysis had found another answer, that one too: "by Effie Marr, not Signe Aldous". */
#include "ui/notes/note_words.h"

enum { MOST_BYTES = 600 /* of a passage; a line has less */ };

static Text on_one_line(Arena *arena, Text text)
{
    return arena_on_one_line(arena, text_slice(text, (Range){0, MOST_BYTES}));
}

Text note_was_words(const Note *note, Arena *arena)
{
    return on_one_line(arena, note_field(note, NOTE_TEXT));
}

Text note_subject_words(const App *app, const PlacedNote *placed, Arena *arena)
{
    const Note *note = &placed->note;

    if (note_field(note, NOTE_NAME).size)
        return on_one_line(arena, note_field(note, NOTE_NAME));
    if (placed->place.found == NOTE_IS_OF_ARTICLE)
        return TEXT("the whole article");
    if (placed->place.found == NOTE_IS_MISSING)
        return note_was_words(note, arena);
    return on_one_line(arena, text_slice(app->document.article->text, placed->place.range));
}

/* Who says the passage as it was found; empty: nobody, or it was no quotation. */
static Text speaker_found(const App *app, const PlacedNote *placed, Arena *arena)
{
    const Analysis *analysis = app->document.analysis;

    for (size_t i = 0; analysis && i < analysis->found_count; i++) {
        const Quote *quote = &analysis->found[i];

        if (quote->range.start == placed->place.range.start && quote->range.end == placed->place.range.end)
            return quote->source->speaker_count ? quote_speaker_names(quote, arena) : (Text){0};
    }
    return (Text){0};
}

static Text speaker_words(const App *app, const PlacedNote *placed, Arena *arena)
{
    Text speaker = on_one_line(arena, note_field(&placed->note, NOTE_SPEAKER)), found;

    if (note_is_no_speech(&placed->note))
        return TEXT("nobody's speech");
    if (speaker.size == 0)
        return TEXT("by whom is not known");
    found = placed->place.found == NOTE_IS_MISSING ? (Text){0} : speaker_found(app, placed, arena);
    if (found.size == 0 || text_equal(found, speaker))
        return arena_join(arena, (const Text[]){TEXT("by "), speaker}, 2);
    return arena_join(arena, (const Text[]){TEXT("by "), speaker, TEXT(", not "), found}, 4);
}

Text note_kind_words(Text kind)
{
    EntityType type = entity_type_named(kind);
    const Entity one = {.type = (unsigned char)type};

    return type == ENTITY_TYPE_COUNT ? kind : entity_kind_spoken(&one);
}

static Text people_words(const Note *note, Arena *arena)
{
    Text same = on_one_line(arena, note_field(note, NOTE_SAME));
    Text apart = on_one_line(arena, note_field(note, NOTE_APART));

    if (same.size)
        return arena_join(
            arena, (const Text[]){note_field(note, NOTE_NAME).size ? TEXT("is ") : TEXT("stands for "), same}, 2);
    if (apart.size)
        return arena_join(arena, (const Text[]){TEXT("is not "), apart}, 2);
    return arena_join(arena, (const Text[]){TEXT("kind: "), note_kind_words(note_field(note, NOTE_KIND))}, 2);
}

Text note_correction_words(const App *app, const PlacedNote *placed, Arena *arena)
{
    switch (placed->note.list) {
    case NOTE_LIST_CORRECTIONS:
        return speaker_words(app, placed, arena);
    case NOTE_LIST_PEOPLE:
        return people_words(&placed->note, arena);
    case NOTE_LIST_REMARKS:
    case NOTE_LIST_COUNT:
        break;
    }
    return (Text){0};
}
