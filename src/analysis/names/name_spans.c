/*
 * A run is read for what begins it, the longest name first:
 *
 *     known      "United States", "Bank of England"                    a row of the lexicon
 *     headed     "Saltmarsh Harbour Authority", "Dune River"           the last word tells what it is
 *     of-headed  "Ministry of Tides and Lights", "Gulf of Tarn"        so does the first
 *     first      "Mount Ember", "Port Halden"
 *     direction  "Northern Ireland" is known; "Northern Saltmarsh"
 */
#include "analysis/names/name_spans.h"

#include "analysis/words/phrases.h"
#include "analysis/words/vocabulary.h"

enum { OBJECT_LONGEST = 6 /* tokens */ };

const PersonMention *scan_person_at(NameScan *scan, size_t token)
{
    Range range = tokens_range(scan->tokens, token, token + 1);
    size_t person = scan->next_person;

    while (person < scan->people_count && scan->people[person].range.end <= range.start)
        person++;
    if (person == scan->people_count || !range_overlaps(range_widen(scan->people[person].range), range))
        return NULL;
    return &scan->people[person];
}

void run_read(NameScan *scan, Run *run, size_t first, size_t limit)
{
    size_t token = first;

    run->first = first;
    run->people_from = SIZE_MAX;
    while (token < limit && token - first < RUN_LONGEST && scan_is_capitalised(scan, token)) {
        if (token > first && (!scan_follows_directly(scan, token) || token_starts_sentence(scan->tokens, token)))
            break;
        run->flags[token - first] = tokens_lexicon(scan->tokens, token);
        if (run->people_from == SIZE_MAX && scan_person_at(scan, token))
            run->people_from = token;
        token++;
    }
    run->end = token;
    if (run->people_from > run->end)
        run->people_from = run->end;
}

EntityType type_of_kind(uint32_t flags)
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

Span span_find_known(const NameScan *scan, const Run *run, size_t first, uint32_t *flags)
{
    Phrase phrase = phrase_at(scan->tokens, scan->token_count, first);
    const LexiconEntry *entry;
    Span span = no_span();

    while ((entry = phrase_grow_known(&phrase))) {
        Text name = text_slice(scan->article->text, phrase_range(&phrase));

        if ((entry->flags & KINDS) &&
            tokens_word(scan->tokens, phrase.end - 1)->kind != TOKEN_SIGN && /* not "London ." */
            (!(entry->flags & LEXICON_CAPITALS) || (run->style != STYLE_CAPITALS && scan_is_abbreviation(name)))) {
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
            if (token + 1 >= limit || !scan_is_capitalised(scan, token + 1) || scan_person_at(scan, token + 1) ||
                (tokens_lexicon(scan->tokens, token + 1) & KINDS))
                break;
            continue;
        }
        if (!scan_is_capitalised(scan, token) || scan_person_at(scan, token))
            break;
        flags = tokens_lexicon(scan->tokens, token);
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
Span span_find_headed(NameScan *scan, const Run *run, size_t first, size_t until, size_t limit)
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
    return no_span();
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
    return no_span();
}

/* In Northern Saltmarsh ...   The compass before a known place. */
static Span find_directed(const NameScan *scan, const Run *run, size_t first)
{
    uint32_t flags = 0;
    Span span;

    if (!(run_flags(run, first) & LEXICON_DIRECTION) || first + 1 >= run->end)
        return no_span();
    span = span_find_known(scan, run, first + 1, &flags);
    return span.type == ENTITY_PLACE ? span : no_span();
}

static void keep_longer(Span *best, Span span)
{
    if (span.end > best->end)
        *best = span;
}

Span span_find(NameScan *scan, const Run *run, size_t first, size_t limit, uint32_t *flags)
{
    Span span = span_find_known(scan, run, first, flags);

    if (!(run_flags(run, first) & (LEXICON_STOP | LEXICON_CALENDAR))) {
        keep_longer(&span, span_find_headed(scan, run, first, run->people_from, limit));
        keep_longer(&span, find_opened(scan, run, first, limit));
        keep_longer(&span, find_directed(scan, run, first));
    }
    return span;
}
