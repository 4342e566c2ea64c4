/*
 * A name in running text is a run of capitalised words. The scan cuts each run into names, the longest first, by what the lexicon says
 * about the words in it:
 *
 *     known      "United States", "Bank of England"                    a row of the lexicon
 *     headed     "Saltmarsh Harbour Authority", "Dune River"           the last word tells what it is
 *     of-headed  "Ministry of Tides and Lights", "Gulf of Tarn"        so does the first
 *     first      "Mount Ember", "Port Halden"
 *     direction  "Northern Ireland" is known; "Northern Saltmarsh"
 *     unknown    "Halden"                                              the words around it may tell: "in Halden", "Halden, Kenya"
 *
 *     The [Harbour Authority] said [Russian] ships off [Port Halden] ...
 *     STOP  ?       HEAD           NATIONALITY         FIRST ?
 *
 * Every mention adds evidence to its string; types are decided later over the document. Headlines, where every word is a
 * capital, give no evidence and only find what is known or what the text below names too.
 */
#include "analysis/names/name_scan.h"

#include <string.h>

#include "analysis/words/phrases.h"

enum { RUN_LONGEST = 12, OBJECT_LONGEST = 6 };

enum {
    KINDS = LEXICON_PLACE | LEXICON_ORGANIZATION | LEXICON_NATIONALITY | LEXICON_MISC,
    HEADS = LEXICON_ORGANIZATION_HEAD | LEXICON_ORGANIZATION_SUFFIX | LEXICON_PLACE_HEAD | LEXICON_MISC_HEAD,
    /* Not part of an unknown name */
    ORDINARY = LEXICON_COMMON | LEXICON_STOP | LEXICON_CALENDAR | LEXICON_ROLE | LEXICON_ROLE_FIRST | LEXICON_HONORIFIC
};

typedef enum BlockStyle { STYLE_TEXT, STYLE_HEADLINE, STYLE_CAPITALS } BlockStyle;

/* A run of capitalised words with nothing but blanks between them. */
typedef struct Run {
    size_t first;
    size_t end;
    size_t people_from;          /* the first token of a person's name in it, or its end */
    uint32_t flags[RUN_LONGEST]; /* of the lexicon, for each word */
    BlockStyle style;
} Run;

/* A name found at the start of what is left of a run. */
typedef struct Span {
    size_t end; /* token; 0 for none */
    EntityType type;
    unsigned weight;
} Span;

static const Span no_span = {0, ENTITY_TYPE_COUNT, 0};

/* The flags of the token before or after a name, when only a blank is between them; 0 otherwise. */
static uint32_t flags_before(const NameScan *scan, size_t token)
{
    return scan_follows_directly(scan, token) ? lexicon_flags(scan_text(scan, token - 1)) : 0;
}

static uint32_t flags_after(const NameScan *scan, size_t token)
{
    return scan_follows_directly(scan, token) ? lexicon_flags(scan_text(scan, token)) : 0;
}

/* ---- Blocks ---- */

static BlockStyle style_of(const NameScan *scan, size_t first, size_t end)
{
    size_t words = 0, capitals = 0;

    if (!tokens_are_headline(scan->tokens, first, end))
        return STYLE_TEXT;
    for (size_t i = first; i < end; i++) {
        if (tokens_word(scan->tokens, i)->kind == TOKEN_WORD && tokens_word(scan->tokens, i)->size > 3) {
            words++;
            capitals += scan_is_abbreviation(scan_text(scan, i));
        }
    }
    return words && capitals * 4 >= words * 3 ? STYLE_CAPITALS : STYLE_HEADLINE;
}

/* ---- People ---- */

/* The person's mention that covers this token, or NULL. */
static const PersonMention *person_at(NameScan *scan, size_t token)
{
    Range range = tokens_range(scan->tokens, token, token + 1);
    size_t person = scan->next_person;

    while (person < scan->people_count && scan->people[person].range.end <= range.start)
        person++;
    if (person == scan->people_count || !range_overlaps(range_widen(scan->people[person].range), range))
        return NULL;
    return &scan->people[person];
}

static size_t person_end(const NameScan *scan, const PersonMention *person, size_t token, size_t limit)
{
    while (token < limit && token_start(scan->tokens, token) < person->range.end)
        token++;
    return token;
}

/* ---- Runs ---- */

static void read_run(NameScan *scan, Run *run, size_t first, size_t limit)
{
    size_t token = first;

    run->first = first;
    run->people_from = SIZE_MAX;
    while (token < limit && token - first < RUN_LONGEST && scan_is_capitalised(scan, token)) {
        if (token > first && (!scan_follows_directly(scan, token) || token_starts_sentence(scan->tokens, token)))
            break;
        run->flags[token - first] = lexicon_flags(scan_text(scan, token));
        if (run->people_from == SIZE_MAX && person_at(scan, token))
            run->people_from = token;
        token++;
    }
    run->end = token;
    if (run->people_from > run->end)
        run->people_from = run->end;
}

static uint32_t run_flags(const Run *run, size_t token)
{
    return token < run->end ? run->flags[token - run->first] : 0;
}

/* ---- Spans ---- */

static EntityType type_of_kind(uint32_t flags)
{
    if (flags & LEXICON_PLACE)
        return ENTITY_PLACE;
    return flags & LEXICON_ORGANIZATION ? ENTITY_ORGANIZATION : ENTITY_MISC;
}

/* What a known name is worth: "Jordan", "Reading" are worth less than "Geneva", and least where a sentence begins. */
static unsigned known_weight(const NameScan *scan, const Run *run, size_t token, uint32_t flags)
{
    if (!(flags & LEXICON_DOUBTFUL))
        return WEIGHT_KNOWN;
    if (run->style != STYLE_TEXT)
        return 0;
    if ((flags & LEXICON_PLACE) && !(flags & (LEXICON_COUNTRY | LEXICON_REGION | LEXICON_CITY)))
        return 0;
    return token_starts_sentence(scan->tokens, token) ? WEIGHT_HINT : WEIGHT_CONTEXT;
}

/* The Bank of England said ...   The longest row of the lexicon. */
static Span find_known(const NameScan *scan, const Run *run, size_t first, uint32_t *flags)
{
    Phrase phrase = phrase_at(scan->tokens, scan->token_count, first);
    const LexiconEntry *entry;
    Span span = no_span;

    while ((entry = phrase_grow_known(&phrase))) {
        Text name = text_slice(scan->article->text, phrase_range(&phrase));

        if ((entry->flags & KINDS) && tokens_word(scan->tokens, phrase.end - 1)->kind != TOKEN_SIGN && /* not "London ." */
            (!(entry->flags & LEXICON_CAPITALS) ||
             (run->style != STYLE_CAPITALS && scan_is_abbreviation(name)))) {
            *flags = entry->flags;
            span = (Span){phrase.end, type_of_kind(entry->flags), known_weight(scan, run, first, entry->flags)};
        }
    }
    return span;
}

/* Ministry [of Tides and Lights]: the end of what follows a head and "of" or "for"; 0 when nothing does. */
static size_t object_end(NameScan *scan, size_t preposition, size_t limit)
{
    size_t token = preposition + 1;
    size_t end = 0;

    if (preposition >= limit || !scan_follows_directly(scan, preposition) ||
        !(scan_token_is(scan, preposition, TEXT("of")) || scan_token_is(scan, preposition, TEXT("for")) ||
          scan_token_is(scan, preposition, TEXT("on"))))
        return 0;
    if (token < limit && scan_token_is(scan, token, TEXT("the")))
        token++;
    for (; token < limit && token - preposition <= OBJECT_LONGEST && scan_follows_directly(scan, token); token++) {
        uint32_t flags;

        if (end && (scan_token_is(scan, token, TEXT("and")) || scan_token_is(scan, token, TEXT("&")))) {
            if (token + 1 >= limit || !scan_is_capitalised(scan, token + 1) || person_at(scan, token + 1) ||
                (lexicon_flags(scan_text(scan, token + 1)) & KINDS))
                break;
            continue;
        }
        if (!scan_is_capitalised(scan, token) || person_at(scan, token))
            break;
        flags = lexicon_flags(scan_text(scan, token));
        if ((flags & LEXICON_CALENDAR) || (end && (flags & LEXICON_ROLE)))
            break;
        end = token + 1;
    }
    return end;
}

/* The type that a run's word gives to the words before it, or ENTITY_TYPE_COUNT. */
static EntityType type_of_head(const Run *run, size_t first, size_t head, bool starts_sentence)
{
    uint32_t flags = run_flags(run, head);
    size_t before = head - first;

    if (flags & LEXICON_ORGANIZATION_SUFFIX)
        return ENTITY_ORGANIZATION;
    if (flags & LEXICON_ORGANIZATION_HEAD) {
        if (!(flags & LEXICON_ORGANIZATION_WEAK) || before >= 2 || (run_flags(run, first) & KINDS))
            return ENTITY_ORGANIZATION;
    }
    if (flags & LEXICON_PLACE_HEAD) {
        if (!(flags & LEXICON_PLACE_WEAK) || before >= 2 || !starts_sentence)
            return ENTITY_PLACE;
    }
    return flags & LEXICON_MISC_HEAD ? ENTITY_MISC : ENTITY_TYPE_COUNT;
}

/* The Saltmarsh Harbour Authority said ...   The last word tells. */
static Span find_headed(NameScan *scan, const Run *run, size_t first, size_t until, size_t limit)
{
    for (size_t head = until; head-- > first + 1;) {
        EntityType type = type_of_head(run, first, head, token_starts_sentence(scan->tokens, first));
        size_t end;

        if (type == ENTITY_TYPE_COUNT)
            continue;
        if (run_flags(run, head) & LEXICON_ORGANIZATION_OF) {
            end = object_end(scan, head + 1, limit);
            if (end)
                return (Span){end, ENTITY_ORGANIZATION, WEIGHT_SHAPE};
        }
        return (Span){head + 1, type, WEIGHT_SHAPE};
    }
    return no_span;
}

/* The Ministry of Tides said ...   The first word tells, and so it does in "Mount Ember". */
static Span find_opened(NameScan *scan, const Run *run, size_t first, size_t limit)
{
    uint32_t flags = run_flags(run, first);
    size_t end;

    if (flags & (LEXICON_ORGANIZATION_OF | LEXICON_PLACE_OF)) {
        end = object_end(scan, first + 1, limit);
        if (end)
            return (Span){end, flags & LEXICON_ORGANIZATION_OF ? ENTITY_ORGANIZATION : ENTITY_PLACE, WEIGHT_SHAPE};
    }
    if ((flags & LEXICON_PLACE_FIRST) && first + 1 < run->people_from &&
        !(run_flags(run, first + 1) & (ORDINARY | HEADS)))
        return (Span){first + 2, ENTITY_PLACE, WEIGHT_SHAPE};
    return no_span;
}

/* In Northern Saltmarsh ...   The compass before a known place. */
static Span find_directed(const NameScan *scan, const Run *run, size_t first)
{
    uint32_t flags = 0;
    Span span;

    if (!(run_flags(run, first) & LEXICON_DIRECTION) || first + 1 >= run->end)
        return no_span;
    span = find_known(scan, run, first + 1, &flags);
    return span.type == ENTITY_PLACE ? span : no_span;
}

static void keep_longer(Span *best, Span span)
{
    if (span.end > best->end)
        *best = span;
}

/* ---- Unknown names ---- */

/* Where an unknown name that begins at `first` ends: before the first word that is something else. */
static size_t unknown_end(const Run *run, size_t first)
{
    size_t end = first;

    for (size_t token = first; token < run->people_from; token++) {
        uint32_t flags = run_flags(run, token);

        if (flags & (LEXICON_STOP | LEXICON_CALENDAR | LEXICON_ROLE | LEXICON_HONORIFIC | LEXICON_NATIONALITY))
            break;
        if (token > first && (flags & LEXICON_COUNTRY))
            break;
        if (!(flags & LEXICON_COMMON))
            end = token + 1;
    }
    return end;
}

/* May a word begin an unknown name? "New Halden" may, where no sentence begins. */
static bool may_begin(const NameScan *scan, const Run *run, size_t token)
{
    uint32_t flags = run_flags(run, token);

    if (!(flags & (ORDINARY | HEADS)))
        return true;
    if (flags & (ORDINARY & ~(uint32_t)LEXICON_COMMON))
        return false;
    return !token_starts_sentence(scan->tokens, token) && run->style == STYLE_TEXT && token + 1 < run->people_from &&
           run_flags(run, token + 1) == 0;
}

/* ---- Evidence ---- */

static bool is_known_place(const NameScan *scan, size_t token)
{
    Run run = {.style = STYLE_TEXT};
    uint32_t flags = 0;

    if (token >= scan->token_count || !scan_is_capitalised(scan, token))
        return false;
    (void)find_known(scan, &run, token, &flags);
    return (flags & LEXICON_PLACE) && (flags & (LEXICON_COUNTRY | LEXICON_REGION));
}

/* What the words around [first, end) say: "in Halden", "the town of Halden", "Halden, Kenya", "a Halden spokesman". */
static void weigh_context(NameScan *scan, uint32_t name, size_t first, size_t end)
{
    uint32_t before = flags_before(scan, first);

    if (before & LEXICON_PLACE_BEFORE)
        scan_add_weight(scan, name, ENTITY_PLACE, WEIGHT_CONTEXT);
    else if (first > 0 && scan_token_is(scan, first - 1, TEXT("of")) &&
             (flags_before(scan, first - 1) & LEXICON_PLACE_NOUN))
        scan_add_weight(scan, name, ENTITY_PLACE, WEIGHT_SHAPE);
    if (scan_token_is(scan, end, TEXT(",")) && is_known_place(scan, end + 1))
        scan_add_weight(scan, name, ENTITY_PLACE, WEIGHT_CONTEXT);
    if (flags_after(scan, end) & LEXICON_ORGANIZATION_AFTER)
        scan_add_weight(scan, name, ENTITY_ORGANIZATION, WEIGHT_CONTEXT);
}

/* An abbreviation is most often an organisation; "the HPA" more often still. */
static void weigh_abbreviation(NameScan *scan, uint32_t name, size_t token)
{
    Text word = scan_text(scan, token);

    if (word.size > ABBREVIATION_LONGEST || !scan_is_abbreviation(word))
        return;
    scan_add_weight(scan, name, ENTITY_ORGANIZATION, WEIGHT_HINT);
    if (token > 0 && scan_follows_directly(scan, token) &&
        text_equal_ignoring_case(scan_text(scan, token - 1), TEXT("the")))
        scan_add_weight(scan, name, ENTITY_ORGANIZATION, WEIGHT_HINT);
}

/* ---- The pass ---- */

/* Ada Okafor Foundation: a person's name that goes on to a head is not the person. */
static size_t scan_person(NameScan *scan, const Run *run, size_t first, size_t limit)
{
    const PersonMention *person = person_at(scan, first);
    size_t end = person_end(scan, person, first, limit);
    size_t until = end;
    Span span;

    while (until < run->end && until < end + 3 && !person_at(scan, until))
        until++;
    span = until > end ? find_headed(scan, run, first, until, limit) : no_span;
    if (span.end > end) {
        uint32_t name = scan_add(scan, first, span.end);

        if (name != NO_NAME)
            scan_add_weight(scan, name, span.type, span.weight);
        scan_lose_people(scan, first, span.end);
        return span.end;
    }
    return end;
}

/* Russia-backed, non-NATO: the known parts of a compound. */
static void scan_compound(NameScan *scan, size_t token, BlockStyle style)
{
    Range range = tokens_range(scan->tokens, token, token + 1);
    Text text = scan->article->text;

    for (size_t start = range.start; start < range.end;) {
        size_t end = text_find_byte(text, '-', start);
        Text part;
        uint32_t flags;

        if (end > range.end)
            end = range.end;
        part = text_slice(text, (Range){start, end});
        flags = scan_starts_with_capital(part) ? lexicon_flags(part) : 0;
        if ((flags & (LEXICON_PLACE | LEXICON_ORGANIZATION)) && !(flags & LEXICON_DOUBTFUL) &&
            (!(flags & LEXICON_CAPITALS) || (style == STYLE_TEXT && scan_is_abbreviation(part)))) {
            uint32_t name = scan_add_range(scan, (Range){start, end});

            if (name != NO_NAME)
                scan_add_weight(scan, name, type_of_kind(flags), WEIGHT_KNOWN);
        }
        start = end + 1;
    }
}

static bool is_compound(const NameScan *scan, size_t token)
{
    Range range = tokens_range(scan->tokens, token, token + 1);

    return tokens_word(scan->tokens, token)->kind == TOKEN_WORD &&
           memchr(scan->article->text.bytes + range.start, '-', range_size(range)) != NULL;
}

/* A known place is none when a name goes on: "Halden Jones"; a role, a day or a nationality may follow. */
static bool known_goes_on(const Run *run, Span span, uint32_t flags)
{
    if (!(flags & LEXICON_PLACE) || (flags & LEXICON_COUNTRY) || span.end >= run->people_from)
        return false;
    return (run_flags(run, span.end) & (ORDINARY | KINDS | LEXICON_DIRECTION)) == 0;
}

static size_t scan_unknown(NameScan *scan, const Run *run, size_t first)
{
    size_t end;
    uint32_t name;

    if (is_compound(scan, first))
        scan_compound(scan, first, run->style);
    if (!may_begin(scan, run, first))
        return first + 1;
    end = unknown_end(run, first);
    if (end <= first || (end == first + 1 && is_compound(scan, first)))
        return first + 1;
    name = scan_add(scan, first, end);
    if (name == NO_NAME || run->style != STYLE_TEXT)
        return end;
    weigh_context(scan, name, first, end);
    if (end == first + 1)
        weigh_abbreviation(scan, name, first);
    return end;
}

/* Take one name from what is left of a run; the token after it. */
static size_t scan_name(NameScan *scan, const Run *run, size_t first, size_t limit)
{
    uint32_t flags = 0;
    Span span;
    uint32_t name;

    if (first == run->people_from)
        return scan_person(scan, run, first, limit);
    span = find_known(scan, run, first, &flags);
    if (!(run_flags(run, first) & (LEXICON_STOP | LEXICON_CALENDAR))) {
        keep_longer(&span, find_headed(scan, run, first, run->people_from, limit));
        keep_longer(&span, find_opened(scan, run, first, limit));
        keep_longer(&span, find_directed(scan, run, first));
    }
    if (span.end == 0 || known_goes_on(run, span, flags))
        return scan_unknown(scan, run, first);
    name = scan_add(scan, first, span.end);
    if (name != NO_NAME) {
        scan_add_weight(scan, name, span.type, span.weight);
        if ((flags & LEXICON_DOUBTFUL) && run->style == STYLE_TEXT)
            weigh_context(scan, name, first, span.end);
    }
    return span.end;
}

static void scan_block(NameScan *scan, size_t first, size_t end)
{
    Run run = {.style = style_of(scan, first, end)};

    for (size_t token = first; token < end;) {
        while (scan->next_person < scan->people_count &&
               scan->people[scan->next_person].range.end <= token_start(scan->tokens, token))
            scan->next_person++;
        if (!scan_is_capitalised(scan, token)) {
            if (token > first && scan_is_bracketed(scan, token, end)) {
                token = scan_take_bracket(scan, token, first);
                continue;
            }
            if (is_compound(scan, token))
                scan_compound(scan, token, run.style);
            token++;
            continue;
        }
        read_run(scan, &run, token, end);
        while (token < run.end) {
            token = scan_name(scan, &run, token, end);
            if (token > run.people_from) /* the next person's name in the run, if there is one */
                for (run.people_from = token; run.people_from < run.end; run.people_from++)
                    if (person_at(scan, run.people_from))
                        break;
        }
    }
}

void name_scan_tokens(NameScan *scan, size_t first, size_t end)
{
    while (first < end) {
        size_t block_end = first;

        while (block_end < end && token_block(scan->tokens, block_end) == token_block(scan->tokens, first))
            block_end++;
        scan_block(scan, first, block_end);
        first = block_end;
    }
}
