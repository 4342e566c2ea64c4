/*
 * The verbs behind which indirect speech stands (telling_verbs.def): each form must be a verb of saying in the lists of words too, or nothing ever
 * asks for its row; and what is written in two ways has both.
 */
#include "analysis/words/quotation_words.h"
#include "base/arena.h"
#include "tap.h"

enum { FORMS = 4 };

typedef struct Row {
    const char *kind; /* OBJECT and LISTENER */
    Text forms[FORMS];
} Row;

static const Row rows[] = {
#define TELLS(object, listener, base, third, past, participle) \
    {#object " " #listener, {LITERAL(base), LITERAL(third), LITERAL(past), LITERAL(participle)}},
#include "analysis/speech/telling_verbs.def"
};

/* "comment", "state" and "ruling" alone are mostly nouns, and no verbs of saying by themselves. */
static bool is_asked_for(Text form)
{
    return word_classes(form) & (CLASS_CUE | CLASS_NOUN_TOO | CLASS_PERSON_NOUN);
}

static const Row *row_of(Text form)
{
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        for (int at = 0; at < FORMS; at++) {
            if (text_equal(rows[i].forms[at], form))
                return &rows[i];
        }
    }
    return NULL;
}

/* "emphasised" for "emphasized"; empty: there is no "iz" in it that ends a stem. */
static Text spelled_with_s(Arena *arena, Text form)
{
    size_t at = text_find(form, TEXT("iz"), 0);

    return at == TEXT_NOT_FOUND ? (Text){0}
                                : arena_printf(arena, "%.*ss%.*s", (int)at + 1, form.bytes, (int)(form.size - at - 2),
                                               form.bytes + at + 2);
}

int main(void)
{
    Arena arena = {0};

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        ok(i == 0 || text_is_before(rows[i - 1].forms[0], rows[i].forms[0]), "\"%.*s\" stands in its place",
           TEXT_ARGS(rows[i].forms[0]));
        for (int at = 0; at < FORMS; at++) {
            Text form = rows[i].forms[at], other = spelled_with_s(&arena, form);
            const Row *british = other.size ? row_of(other) : &rows[i];

            ok(is_asked_for(form), "\"%.*s\" is a verb of saying", TEXT_ARGS(form));
            ok(form.bytes[0] == rows[i].forms[0].bytes[0], "\"%.*s\" begins as its base does", TEXT_ARGS(form));
            ok(row_of(form) == &rows[i], "\"%.*s\" stands in one row", TEXT_ARGS(form));
            ok(british && strcmp(british->kind, rows[i].kind) == 0, "\"%.*s\" is spelled with an s too",
               TEXT_ARGS(form));
        }
    }
    arena_release(&arena);
    return tap_done();
}
