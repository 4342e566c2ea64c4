/*
 * A name in running text is a run of capitalised words. The scan cuts each run into names, the longest first (name_spans.c). What is left
 * of it is an unknown name, like "Halden": the words around it may tell what it is: "in Halden", "Halden, Kenya".
 *
 *     The [Harbour Authority] said [Russian] ships off [Port Halden] ...
 *     STOP  ?       HEAD           NATIONALITY         FIRST ?
 *
 * Every mention adds evidence to its string; types are decided later over the document. Headlines, where every word is a
 * capital, give no evidence and only find what is known or what the text below names too.
 */
#include "analysis/names/name_scan.h"

#include <string.h>

#include "analysis/names/name_spans.h"
#include "analysis/words/vocabulary.h"

/* The flags of the token before or after a name, when only a blank is between them; 0 otherwise. */
static uint32_t flags_before(const NameScan *scan, size_t token)
{
    return scan_follows_directly(scan, token) ? tokens_lexicon(scan->tokens, token - 1) : 0;
}

static uint32_t flags_after(const NameScan *scan, size_t token)
{
    return scan_follows_directly(scan, token) ? tokens_lexicon(scan->tokens, token) : 0;
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

static size_t person_end(const NameScan *scan, const PersonMention *person, size_t token, size_t limit)
{
    while (token < limit && token_start(scan->tokens, token) < person->range.end)
        token++;
    return token;
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
    (void)span_find_known(scan, &run, token, &flags);
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
    const PersonMention *person = scan_person_at(scan, first);
    size_t end = person_end(scan, person, first, limit);
    size_t until = end;
    Span span;

    while (until < run->end && until < end + 3 && !scan_person_at(scan, until))
        until++;
    span = until > end ? span_find_headed(scan, run, first, until, limit) : no_span();
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
    span = span_find(scan, run, first, limit, &flags);
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
        run_read(scan, &run, token, end);
        while (token < run.end) {
            token = scan_name(scan, &run, token, end);
            if (token > run.people_from) /* the next person's name in the run, if there is one */
                for (run.people_from = token; run.people_from < run.end; run.people_from++)
                    if (scan_person_at(scan, run.people_from))
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
