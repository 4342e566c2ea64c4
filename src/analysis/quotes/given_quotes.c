/* Their speakers are looked up among the names of all entities, so that any of these will do; their cues near them in the text. */
#include "analysis/quotes/given_quotes.h"

#include "analysis/names/names.h"

enum { CUE_REACH = 2048 /* bytes from a given quotation to its cue */ };

/* The entity that each name and alias means, so that a speaker is found by any of them. */
typedef struct EntityNames {
    NameTable table;
    ARRAY(size_t) entities; /* for each name of the table */
} EntityNames;

static void enter_name(Arena *arena, EntityNames *names, Text name, size_t entity)
{
    size_t before = names->table.names.count;

    if (name_enter(&names->table, name) != NO_NAME && names->table.names.count > before)
        ARRAY_PUSH(arena, names->entities, entity);
}

static EntityNames entity_names(const Analysis *analysis)
{
    EntityNames names = {.table = {.arena = analysis->arena}};

    for (size_t i = 0; i < analysis->entities.count; i++)
        enter_name(analysis->arena, &names, analysis->entities.items[i].name, i);
    for (size_t i = 0; i < analysis->entities.count; i++) {
        for (size_t j = 0; j < entity_details(&analysis->entities.items[i])->aliases.count; j++)
            enter_name(analysis->arena, &names, entity_details(&analysis->entities.items[i])->aliases.items[j].name, i);
    }
    return names;
}

static size_t entity_by_name(const EntityNames *names, Text name)
{
    uint32_t found = name_find_spelled(&names->table, name);

    return found < names->entities.count ? names->entities.items[found] : NO_ENTITY;
}

/* The cue that the file names, where it stands near the quotation, in its block: after the quotation, else before it. No farther than
 * CUE_REACH, so that many quotations in one huge block are no more work than in many. */
static Range find_cue(const Analysis *analysis, const GivenQuote *given)
{
    const Article *article = analysis->article;
    Range block = article->blocks.items[article_known_block_at(article, given->range.start)].range, near = given->range;
    size_t at;

    if (given->cue.size == 0)
        return (Range){0, 0};
    near.start = near.start - block.start > CUE_REACH ? near.start - CUE_REACH : block.start;
    near.end = block.end > near.end && block.end - near.end > CUE_REACH ? near.end + CUE_REACH : block.end;
    at = text_find(text_slice(article->text, (Range){0, near.end}), given->cue, given->range.end);
    if (at == TEXT_NOT_FOUND)
        at = text_find(text_slice(article->text, (Range){0, given->range.start}), given->cue, near.start);
    return at == TEXT_NOT_FOUND ? (Range){0, 0} : (Range){at, at + given->cue.size};
}

static QuoteType given_type(Text name)
{
    for (int type = 0; type < QUOTE_TYPE_COUNT; type++) {
        if (text_equal(quote_type_name((QuoteType)type), name))
            return (QuoteType)type;
    }
    return QUOTE_DIRECT;
}

static Quote given_quote(const QuoteInput *input, const EntityNames *names, const GivenQuote *given)
{
    Analysis *analysis = input->analysis;
    const RuleInfo *rule = rule_info(RULE_GIVEN);
    Quote quote = {.range = range_shorten(given->range),
                   .type = (unsigned char)given_type(given->type),
                   .confidence = (unsigned char)(rule->confidence * given->agreement / 100),
                   .match = (unsigned char)given->match,
                   .given = true,
                   .inferred = given->check == CHECK_NO,
                   .checked = given->check == CHECK_YES};
    QuoteSource source = {
        .rule = rule->name, .given_text = &given->text, .cue = range_shorten(find_cue(analysis, given))};
    Speakers speakers = {.count = 0};

    if (given->speaker.size) {
        size_t entity = entity_by_name(names, given->speaker);

        speakers.items[speakers.count++] =
            (Speaker){entity, entity == NO_ENTITY ? given->speaker : analysis->entities.items[entity].name};
    }
    speakers_set_source(input, &quote, source, &speakers);
    return quote;
}

void given_quotes_add(const QuoteInput *input)
{
    Analysis *analysis = input->analysis;
    EntityNames names = entity_names(analysis);

    for (size_t i = 0; i < analysis->article->quotes.count; i++) {
        const GivenQuote *given = &analysis->article->quotes.items[i];

        if (range_overlaps(given->range, analysis->window))
            ARRAY_PUSH(analysis->arena, analysis->quotes, given_quote(input, &names, given));
    }
}
