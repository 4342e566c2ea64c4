/* Names are many less than the places that name somebody: so of each entity it is seen once whether it is asked for. */
#include "analysis/result/quote_choice.h"

#include "base/unicode/fold.h"

/* Who is asked for in an analysis. */
typedef struct Asked {
    Arena *arena;
    Text words;     /* folded; empty: everybody */
    bool *entities; /* of each entity: is it? */
} Asked;

static bool is_of_word(Text text, size_t at)
{
    return at < text.size && (ascii_is_alnum(text.bytes[at]) || (unsigned char)text.bytes[at] >= 0x80);
}

/* Do the words stand in a name, neither of them within a longer one? */
static bool has_words(const Asked *asked, Text name)
{
    Text folded = fold_copy(asked->arena, name);

    for (size_t at = 0; (at = text_find(folded, asked->words, at)) != TEXT_NOT_FOUND; at++) {
        if ((at == 0 || !is_of_word(folded, at - 1)) && !is_of_word(folded, at + asked->words.size))
            return true;
    }
    return false;
}

static bool is_called(const Asked *asked, const Entity *entity)
{
    const EntityDetails *details = entity_details(entity);

    if (has_words(asked, entity->name))
        return true;
    for (size_t i = 0; i < details->aliases.count; i++) {
        if (has_words(asked, details->aliases.items[i].name))
            return true;
    }
    return false;
}

static Asked ask(Arena *arena, const Analysis *analysis, Text name)
{
    Asked asked = {.arena = arena, .words = fold_copy(arena, text_trim(name))};

    asked.entities = ARENA_ARRAY(arena, bool, analysis->entities.count + 1);
    for (size_t i = 0; asked.words.size && i < analysis->entities.count; i++)
        asked.entities[i] = is_called(&asked, &analysis->entities.items[i]);
    return asked;
}

static bool says(const Asked *asked, const Quote *quote)
{
    if (asked->words.size == 0)
        return true;
    for (size_t i = 0; i < quote->source->speaker_count; i++) {
        const Speaker *speaker = &quote->source->speakers[i];

        if (speaker->entity == NO_ENTITY ? has_words(asked, speaker->name) : asked->entities[speaker->entity])
            return true;
    }
    return quote->source->speaker_count == 0 && has_words(asked, TEXT("unknown"));
}

static bool is_mentioned(const Asked *asked, const Analysis *analysis, const Quote *quote)
{
    if (asked->words.size == 0)
        return true;
    for (size_t i = analysis_mention_from(analysis, quote->range.start);
         i < analysis->mentions.count && analysis->mentions.items[i].range.start < quote->range.end; i++) {
        if (asked->entities[analysis->mentions.items[i].entity])
            return true;
    }
    return false;
}

bool quote_choice_make(QuoteChoice *choice, Analysis *analysis)
{
    Arena arena = {0};
    Asked speaker = ask(&arena, analysis, choice->by), named = ask(&arena, analysis, choice->about);
    size_t before = choice->count;

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        Quote *quote = &analysis->quotes.items[i];
        bool counts = quote_is_listed(quote) || (choice->indirect && quote->type == QUOTE_INDIRECT);
        bool by = counts && says(&speaker, quote), about = counts && is_mentioned(&named, analysis, quote);

        quote->left_out = !by || !about;
        choice->by_count += by;
        choice->about_count += about;
        choice->count += by && about;
    }
    arena_release(&arena);
    return choice->count > before;
}
