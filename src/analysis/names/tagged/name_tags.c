/*
 * The registry knows a person from many places of the text, the tagger a name from one. So each mention of a person votes, and names of
 * other kinds go into the table with the weight of what is known; the majority of its mentions decides the kind of a name.
 *
 *     the [Farrow] Foundation       an organisation that has a person's name in it: no mention of hers
 *     [Great Lakes]                 two capitals that the registry took for a person, and the tagger never does
 */
#include "analysis/names/tagged/name_tags.h"

#include <string.h>

#include "analysis/names/tagged/headline_names.h"
#include "analysis/names/span_shapes.h"
#include "analysis/names/tagged/tagged_span.h"
#include "analysis/people/name_runs.h"
#include "analysis/tags/tag_model.h"
#include "analysis/words/phrases.h"
#include "analysis/words/vocabulary.h"

static EntityType type_of_label(unsigned char label)
{
    static const EntityType types[] = {ENTITY_PERSON, ENTITY_ORGANIZATION, ENTITY_PLACE, ENTITY_MISC};

    return types[(label - 1) / 2];
}

static unsigned char label_of(const NameTags *tags, size_t token)
{
    return tags->labels[token - tags->from];
}

static size_t span_end(const NameTags *tags, size_t first, size_t limit)
{
    size_t end = first + 1;
    unsigned char label = label_of(tags, first), inside = (unsigned char)(label % 2 ? label + 1 : label);

    while (end < limit && label_of(tags, end) == inside)
        end++;
    return end;
}

/*
 * Of a hundred names with such a margin so many are right in kind and span: measured on texts of sources that a model was not trained on
 * (make model TRAIN_WITHOUT=uner,gum,news), rounded; news, of which it knows other texts, is better in each row. The margin is in the model's
 * units: CRF_SCALE for each of the runs.
 */
static const struct {
    int32_t margin;
    unsigned char confidence, vote;
} confidences[] = {{18000, 97, VOTE_MOST}, {13500, 95, 5}, {12000, 92, 5}, {10500, 85, 5},
                   {8000, 80, 4},          {6000, 72, 4},  {4000, 66, 4},  {2000, 50, VOTE_DOUBTED}};

enum { CONFIDENCE_LEAST = 38, CONFIDENCE_MOST = 100 };

static unsigned char confidence_of(const NameTags *tags, size_t first, size_t end)
{
    int32_t margin = INT32_MAX;

    if (!tags->margins)
        return CONFIDENCE_MOST;
    for (size_t i = first; i < end; i++)
        margin = tags->margins[i - tags->from] < margin ? tags->margins[i - tags->from] : margin;
    for (size_t i = 0; i < COUNT_OF(confidences); i++) {
        if (margin >= confidences[i].margin)
            return confidences[i].confidence;
    }
    return CONFIDENCE_LEAST;
}

static unsigned vote_of(unsigned char confidence)
{
    for (size_t i = 0; i < COUNT_OF(confidences); i++) {
        if (confidence >= confidences[i].confidence)
            return confidences[i].vote;
    }
    return VOTE_DOUBTED;
}

enum { FULL_NAME_VOTES = 3 };

/* Of several words, whatever blank is between them. */
static bool has_blank(const NameScan *scan, Range range)
{
    Text name = text_slice(scan->article->text, range);

    return text_find_byte(name, ' ', 0) != TEXT_NOT_FOUND || text_find_byte(name, '\n', 0) != TEXT_NOT_FOUND ||
           text_find(name, TEXT("\xC2\xA0"), 0) != TEXT_NOT_FOUND;
}

/* "Jordan" of a text with Jordan Ellis in it, where the tagger reads the country. */
static bool is_place(const NameScan *scan, Range range, EntityType type)
{
    return type == ENTITY_PLACE && !has_blank(scan, range) &&
           (lexicon_flags(text_slice(scan->article->text, range)) & LEXICON_PLACE);
}

/* The registry's mentions in a name, each with a vote. Is there one? */
static bool vote(NameScan *scan, Range range, EntityType type, unsigned char confidence)
{
    size_t count = 0, last = 0;

    for (size_t i = scan->next_person; i < scan->people_count && scan->people[i].range.start < range.end; i++) {
        Range person = range_widen(scan->people[i].range);

        if (!range_overlaps(person, range))
            continue;
        count++;
        last = i;
        scan->votes[scan->people[i].person] += type != ENTITY_PERSON     ? -1
                                               : has_blank(scan, person) ? FULL_NAME_VOTES
                                                                         : 1;
        scan->person_weight[scan->people[i].person] += type == ENTITY_PERSON ? vote_of(confidence) : 0;
        scan->seen[i] = true;
        if (type != ENTITY_PERSON && (range_size(person) < range_size(range) || is_place(scan, person, type)))
            scan->lost[i] = true;
    }
    if (count == 1 && type == ENTITY_PERSON) {
        scan->tagged[last] = range_shorten(range);
        scan->confidence[last] = confidence;
    }
    return count > 0;
}

/* Enter a name of the text with what speaks for it; NO_NAME for what is too long to be one. */
static uint32_t add_name(NameScan *scan, size_t first, size_t end, EntityType type, unsigned weight,
                         unsigned char confidence)
{
    uint32_t name = scan_add(scan, first, end);

    if (name != NO_NAME) {
        scan_add_weight(scan, name, type, weight);
        scan->mentions.items[scan->mentions.count - 1].confidence = confidence;
    }
    return name;
}

/* Is it an organisation, whatever stands near it? */
static bool is_sure_organization(uint32_t flags, Text name)
{
    return (flags & LEXICON_ORGANIZATION) && !(flags & LEXICON_DOUBTFUL) &&
           (!(flags & LEXICON_CAPITALS) || scan_is_abbreviation(name));
}

/* What the lexicon knows for sure of what the tagger passes over: "UPI", "Doctors Without Borders". Its end, or the next token. */
static size_t take_known(NameScan *scan, const NameTags *tags, size_t token, size_t limit)
{
    const LexiconEntry *entry;
    size_t end = token + 1;
    bool found = false;
    Phrase phrase;

    if (!scan_is_capitalised(scan, token))
        return end;
    phrase = phrase_at(scan->tokens, limit, token);
    while ((entry = phrase_grow_known(&phrase)) && label_of(tags, phrase.end - 1) == TAG_NONE) {
        if (is_sure_organization(entry->flags, text_slice(scan->article->text, phrase_range(&phrase)))) {
            end = phrase.end;
            found = true;
        }
    }
    if (found && !(end == token + 1 && span_is_unit(scan, token)))
        (void)add_name(scan, token, end, ENTITY_ORGANIZATION, WEIGHT_CONTEXT, CONFIDENCE_KNOWN);
    return end;
}

/* "on Skerrow", "the Skerrow pier": what the tagger hardly takes for a person is a place there. */
static bool is_placed(const NameScan *scan, size_t token)
{
    static const Text words[] = {LITERAL("into"), LITERAL("on")};
    Text before = token > 0 && scan_follows_directly(scan, token) ? scan_text(scan, token - 1) : (Text){0};
    size_t after = token + 1;

    if (text_equal(before, TEXT("the")))
        return after < scan->token_count && scan_follows_directly(scan, after) &&
               tokens_word(scan->tokens, after)->kind == TOKEN_WORD && !tokens_word(scan->tokens, after)->capital &&
               !(tokens_word(scan->tokens, after)->classes &
                 (CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_CUE | CLASS_CONJUNCTION));
    return (before.size && (tokens_lexicon(scan->tokens, token - 1) & LEXICON_PLACE_BEFORE)) ||
           TEXT_IS_ONE_OF(before, words);
}

/* "Louella “Sis” Tandy", "Margaret (Maggie) Perrin": a part of it is quoted or in brackets, and its first word is not. */
static bool has_nickname(const NameScan *scan, size_t token, Range person)
{
    if (text_find_byte(text_slice(scan->article->text, person), '(', 0) < range_size(person))
        return true;
    while (token > 0 && token_start(scan->tokens, token) > person.start)
        token--;
    while (token + 1 < scan->token_count && token_start(scan->tokens, token) < person.start)
        token++;
    if (token_is_quoted(scan->tokens, token))
        return false;
    while (token + 1 < scan->token_count && token_end(scan->tokens, token) < person.end &&
           !token_is_quoted(scan->tokens, token))
        token++;
    return token_is_quoted(scan->tokens, token);
}

/* "William “[Bill” Harker]", "[Louella “Sis]” Tandy": a part of a name that the registry has whole, nickname and all. False: it is none. */
static bool grow_nicknamed(const NameScan *scan, const Span *span, Range *range)
{
    for (size_t i = scan->next_person; i < scan->people_count && scan->people[i].range.start < range->end; i++) {
        Range person = range_widen(scan->people[i].range);

        if (range_overlaps(person, *range) && has_nickname(scan, span->first, person)) {
            *range = person;
            return true;
        }
    }
    return false;
}

static void enter_span(NameScan *scan, const Span *span, bool doubted)
{
    Range range = {token_start(scan->tokens, span->first), token_end(scan->tokens, span->end - 1)};
    uint32_t name;

    if (grow_nicknamed(scan, span, &range)) {
        (void)vote(scan, range, ENTITY_PERSON,
                   span->confidence > CONFIDENCE_KNOWN ? span->confidence : CONFIDENCE_KNOWN);
        return;
    }

    if (vote(scan, range, span->type, span->confidence) && span->type == ENTITY_PERSON)
        return; /* the registry has it */
    name = add_name(scan, span->first, span->end, span->type, vote_of(span->confidence), span->confidence);
    if (name != NO_NAME && span->type == ENTITY_PERSON && doubted && span->end == span->first + 1 &&
        is_placed(scan, span->first))
        scan_add_weight(scan, name, ENTITY_PLACE, WEIGHT_KNOWN + WEIGHT_CONTEXT);
}

/* What one word before "-owned" is: a place, a people, else an organisation. */
static EntityType type_of_owner(Text name, bool several, EntityType type)
{
    uint32_t flags = lexicon_flags(name);

    if (flags & LEXICON_PLACE)
        return ENTITY_PLACE;
    if (flags & LEXICON_NATIONALITY)
        return ENTITY_MISC;
    return several && type == ENTITY_PERSON ? ENTITY_PERSON : ENTITY_ORGANIZATION;
}

/* "Lakshmi Mittar-led ArcelCo": two names. Enters the first; the token where the second begins, or the first of all. */
static size_t take_compound(NameScan *scan, const Span *span)
{
    for (size_t i = span->first; i + 1 < span->end; i++) {
        Range name = {token_start(scan->tokens, span->first), token_start(scan->tokens, i)};
        uint32_t entered;

        name.end += name_in_compound(scan_text(scan, i));
        if (name.end == token_start(scan->tokens, i))
            continue;
        entered = scan_add_range(scan, name);
        if (entered != NO_NAME) {
            Text text = text_slice(scan->article->text, name);

            scan_add_weight(scan, entered, type_of_owner(text, i > span->first, span->type), VOTE_DOUBTED);
            scan->mentions.items[scan->mentions.count - 1].confidence = CONFIDENCE_DOUBTED;
        }
        return i + 1;
    }
    return span->first;
}

/* What goes on behind a span: "Abbott [v. Burke]" is a case, "The Sioux Falls [Argus Leader]" a newspaper. */
static void grow_span(const NameScan *scan, Span *span)
{
    size_t case_end = span_case_end(scan, span->first, span->end),
           paper_end = span_paper_end(scan, span->first, span->end);

    if (case_end)
        *span = (Span){span->first, case_end, ENTITY_MISC, CONFIDENCE_KNOWN};
    else if (paper_end > span->end && span->type == ENTITY_PLACE)
        *span = (Span){span->first, paper_end, ENTITY_ORGANIZATION, CONFIDENCE_KNOWN};
}

static void take_one(NameScan *scan, Span span)
{
    size_t second = take_compound(scan, &span);
    bool doubted = span.confidence < CONFIDENCE_DOUBTED;

    if (second > span.first && span.type == ENTITY_PERSON)
        span.type = ENTITY_ORGANIZATION;
    span.first = second;
    if (span_settle(scan, &span))
        enter_span(scan, &span, doubted);
}

/* A span is one name, or two: "NASA’s Earth Science Office". The token behind what was taken. */
static size_t take_span(NameScan *scan, Span span)
{
    size_t owner_end,
        number = span.type != ENTITY_PERSON ? span_number_in_results(scan, span.first, span.end) : span.end;

    if (number < span.end) { /* "Halden 1 | Crewe Norvane 1": two clubs */
        take_one(scan, (Span){span.first, number, ENTITY_ORGANIZATION, span.confidence});
        return number + 1;
    }
    grow_span(scan, &span);
    owner_end = span.type == ENTITY_ORGANIZATION ? span_owner_end(scan, span.first, span.end) : span.end;
    if (owner_end < span.end) {
        take_one(scan, (Span){span.first, owner_end, span.type, span.confidence});
        span.first = owner_end + 1;
    }
    take_one(scan, span);
    return span.end;
}

/* "CEO of [Super Value] [Dora Symons]": both names; the token behind them, or `token` where nothing is so. */
static size_t take_led(NameScan *scan, const NameTags *tags, size_t token, size_t limit)
{
    bool of = token > 0 && tokens_word(scan->tokens, token - 1)->number == WORD_OF;
    EntityType kind;
    size_t person = of ? span_led_end(scan, token, &kind) : token, end;

    if (person == token || person >= limit)
        return token;
    (void)add_name(scan, token, person, kind, VOTE_DOUBTED, CONFIDENCE_DOUBTED);
    if (label_of(tags, person) == TAG_NONE)
        return person;
    end = span_end(tags, person, limit);
    return take_span(scan, (Span){person, end, ENTITY_PERSON, confidence_of(tags, person, end)});
}

/* What parts "HALDEN, N.Y." and "HALDEN/TOLMOUTH". */
static bool parts_places(const NameScan *scan, size_t token)
{
    Text text = scan_text(scan, token);

    return text_equal(text, TEXT(",")) || text_equal(text, TEXT("/"));
}

/* A place of the dateline is a name whatever the tagger takes it for; the token behind it, or `token` where none begins. */
static size_t take_dateline(NameScan *scan, size_t token, size_t limit)
{
    Range place = scan->article->dateline_place;
    size_t end = token;

    if (token_start(scan->tokens, token) < place.start || token_start(scan->tokens, token) >= place.end ||
        (token_start(scan->tokens, token) > place.start && !parts_places(scan, token - 1)))
        return token;
    while (end < limit && token_end(scan->tokens, end) <= place.end && !parts_places(scan, end))
        end++;
    return end > token ? take_span(scan, (Span){token, end, ENTITY_PLACE, CONFIDENCE_KNOWN}) : token;
}

/* People whose names end at `offset` or before it: where the tagger has seen nothing, that is a vote too. */
static void pass_people(NameScan *scan, size_t offset)
{
    for (; scan->next_person < scan->people_count && scan->people[scan->next_person].range.end <= offset;
         scan->next_person++) {
        if (!scan->seen[scan->next_person])
            scan->votes[scan->people[scan->next_person].person]--;
    }
}

void name_tags_scan(NameScan *scan, const NameTags *tags, size_t first, size_t end)
{
    size_t block = first, block_end = first;
    unsigned sign;

    for (size_t token = first, next; token < end; token = next) {
        if (token >= block_end) {
            block = token;
            block_end = token_block_end(scan->tokens, token, end);
        }
        pass_people(scan, token_start(scan->tokens, token));
        sign = tokens_word(scan->tokens, token)->sign;
        next = sign == '@' ? scan_take_handle(scan, token) : take_dateline(scan, token, block_end);
        if (next == token)
            next = take_led(scan, tags, token, end);
        if (next > token)
            continue;
        if (sign == '(' && token > block && scan_is_bracketed(scan, token, end))
            next = scan_take_bracket(scan, token, block);
        else if (label_of(tags, token) != TAG_NONE) {
            next = span_end(tags, token, end);
            next = take_span(
                scan, (Span){token, next, type_of_label(label_of(tags, token)), confidence_of(tags, token, next)});
        } else {
            next = span_scorer_end(scan, token);
            next = next > token ? take_span(scan, (Span){token, next, ENTITY_PERSON, CONFIDENCE_DOUBTED})
                                : take_known(scan, tags, token, end);
        }
    }
}

void name_tags_finish(NameScan *scan)
{
    pass_people(scan, SIZE_MAX);
    headline_names_settle(scan);
}
