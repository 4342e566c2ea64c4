/*
 * The registry knows a person from many places of the text, the tagger a name from one. So each mention of a person votes, and names of
 * other kinds go into the table with the weight of what is known; the majority of its mentions decides the kind of a name.
 *
 *     the [Farrow] Foundation       an organisation that has a person's name in it: no mention of hers
 *     [Great Lakes]                 two capitals that the registry took for a person, and the tagger never does
 */
#include "analysis/names/name_tags.h"

#include <string.h>

#include "analysis/names/headline_names.h"
#include "analysis/names/span_shapes.h"
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

enum { CONFIDENCE_LEAST = 38, CONFIDENCE_MOST = 100, CONFIDENCE_KNOWN = 85, CONFIDENCE_DOUBTED = 60 };

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

static bool is_title(const NameScan *scan, size_t token)
{
    return (tokens_word(scan->tokens, token)->classes & CLASS_TITLE) ||
           (tokens_lexicon(scan->tokens, token) & LEXICON_HONORIFIC);
}

/* Whom the registry has begin inside a span, but not at its start: "President [Farrow]"; NULL: nobody. */
static const PersonMention *person_inside(const NameScan *scan, size_t first, size_t end)
{
    size_t at = scan->next_person;

    while (at < scan->people_count && scan->people[at].range.end <= token_start(scan->tokens, first))
        at++;
    return at < scan->people_count && scan->people[at].range.start > token_start(scan->tokens, first) &&
                   scan->people[at].range.start <= token_start(scan->tokens, end - 1)
               ? &scan->people[at]
               : NULL;
}

/* "Captain", "President": what somebody is, as it stands before a name. */
static bool is_office(const NameScan *scan, size_t token)
{
    return ((tokens_word(scan->tokens, token)->classes & (CLASS_TITLE | CLASS_GIVEN)) == CLASS_TITLE &&
            (tokens_lexicon(scan->tokens, token) & LEXICON_ROLE)) ||
           tokens_role_part(scan->tokens, token) == ROLE_PART_RANK ||
           tokens_role_part(scan->tokens, token) == ROLE_PART_OFFICE;
}

/* "Late [Okafor]", in a headline: one word that is no first name, before whom the registry has cut out. */
static bool is_before_cut(const NameScan *scan, size_t first, const PersonMention *person)
{
    return token_start(scan->tokens, first + 1) == person->range.start &&
           !(tokens_word(scan->tokens, first)->classes & CLASS_GIVEN) && tokens_are_title_case(scan->tokens, first);
}

/* Titles are no part of a name: "Sen. [Ines Farrow]", "Tesla chief [Ines Farrow]". Some are names too, as Dean: there the registry tells. */
static size_t after_titles(const NameScan *scan, size_t first, size_t end)
{
    const PersonMention *person = person_inside(scan, first, end);
    bool titled = false;
    size_t token = first;

    for (; person && token_start(scan->tokens, token) < person->range.start; token++)
        titled = titled || is_title(scan, token) || name_is_title_pair(scan->tokens, token);
    if (titled || (person && is_before_cut(scan, first, person)))
        return token;
    if (first + 2 < end && name_is_title_pair(scan->tokens, first))
        first += 2;
    while (first + 1 < end && ((tokens_lexicon(scan->tokens, first) & LEXICON_HONORIFIC) || is_office(scan, first)))
        first++;
    return first;
}

/* Nor are articles, but of an organisation's inside a sentence: "The [United States]", "of [The Post]". */
static size_t after_article(const NameScan *scan, size_t first, size_t end)
{
    return first + 1 < end && text_equal_ignoring_case(scan_text(scan, first), TEXT("the")) ? first + 1 : first;
}

/* "Captain Voyle" is a person, whatever the tagger takes it for: a title, and somebody that the registry knows up to its end. */
static bool is_titled_person(const NameScan *scan, size_t first, size_t end)
{
    const PersonMention *person = person_inside(scan, first, end);

    return person && person->range.end == token_end(scan->tokens, end - 1) &&
           ((tokens_word(scan->tokens, first)->classes & CLASS_PERSON_TITLE) ||
            (tokens_lexicon(scan->tokens, first) & LEXICON_HONORIFIC));
}

/* "Captain Voyle", of whom the registry knows nothing: a title, and one or two words that are no head of a name. */
static bool begins_with_title(const NameScan *scan, size_t first, size_t end)
{
    uint32_t last = tokens_lexicon(scan->tokens, end - 1);

    return end > first + 1 && end <= first + 3 && is_office(scan, first) && scan_is_capitalised(scan, end - 1) &&
           !(last & (LEXICON_ORGANIZATION_HEAD | LEXICON_PLACE_HEAD | LEXICON_MISC_HEAD | LEXICON_COMMON));
}

/* Brackets, dashes, quotation marks; a stop may be of the name: "Acme Inc." */
static bool is_sign(const NameScan *scan, size_t token)
{
    return tokens_word(scan->tokens, token)->kind == TOKEN_SIGN && tokens_word(scan->tokens, token)->sign != '.';
}

/* "Dr." alone, and "R-Ky.", "D-Ariz." behind a politician. */
static bool is_no_name(const NameScan *scan, size_t first, size_t end)
{
    Text word = scan_text(scan, first);

    return end == first + 1 &&
           ((tokens_lexicon(scan->tokens, first) & LEXICON_HONORIFIC) ||
            (word.size > 2 && word.bytes[1] == '-' && strchr("RDI", word.bytes[0]) && ascii_is_upper(word.bytes[2])));
}

/* "Ada Quill, [QC]", "Mary O'Neill, MD, [FRCS]": letters behind a person's name or behind others of that kind. */
static bool is_degree(const NameScan *scan, size_t first, size_t end)
{
    enum { REACH = 12 /* tokens */ };
    size_t before = first;

    while (before > 0 && first - before < REACH && tokens_same_sentence(scan->tokens, before - 1, first) &&
           (tokens_word(scan->tokens, before - 1)->sign == ',' ||
            tokens_role_part(scan->tokens, before - 1) == ROLE_PART_DEGREE))
        before--;
    if (before == 0 || scan->next_person == 0 ||
        scan->people[scan->next_person - 1].range.end != token_end(scan->tokens, before - 1))
        return false;
    for (size_t i = first; i < end; i++) {
        if (tokens_word(scan->tokens, i)->kind == TOKEN_WORD && tokens_role_part(scan->tokens, i) != ROLE_PART_DEGREE)
            return false;
    }
    return true;
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

/* "Ukrainian" points to a place and is none. */
static bool is_nationality(const NameScan *scan, size_t token)
{
    uint32_t flags = tokens_lexicon(scan->tokens, token);

    return (flags & LEXICON_NATIONALITY) && !(flags & (LEXICON_DOUBTFUL | LEXICON_PLACE));
}

/* Is it an organisation, whatever stands near it? */
static bool is_sure_organization(uint32_t flags, Text name)
{
    return (flags & LEXICON_ORGANIZATION) && !(flags & LEXICON_DOUBTFUL) &&
           (!(flags & LEXICON_CAPITALS) || scan_is_abbreviation(name));
}

/* "50 [AU]", "astronomical units ([AU])" */
static bool is_counted(const NameScan *scan, size_t token)
{
    static const Text units[] = {LITERAL("unit"), LITERAL("units")};

    return token > 0 && (tokens_word(scan->tokens, token - 1)->kind == TOKEN_NUMBER ||
                         (token > 1 && tokens_word(scan->tokens, token - 1)->sign == '(' &&
                          TEXT_IS_ONE_OF(scan_text(scan, token - 2), units)));
}

/* "50 AU [from]", "7 AU[,]"; not "55 AU [members]" */
static bool ends_phrase(const NameScan *scan, size_t token)
{
    return token >= scan->token_count || tokens_word(scan->tokens, token)->kind == TOKEN_SIGN ||
           (tokens_word(scan->tokens, token)->classes & (CLASS_PREPOSITION | CLASS_CONJUNCTION)) ||
           tokens_word(scan->tokens, token)->number == WORD_AND;
}

/* "one [AU]", where the text has "50 AU" too: what is counted somewhere near. */
static bool is_unit(const NameScan *scan, size_t token)
{
    enum { REACH = 1000 /* tokens */ };
    static const Text units[] = {LITERAL("AU"),  LITERAL("BTU"), LITERAL("GB"), LITERAL("GW"),  LITERAL("KM"),
                                 LITERAL("KPH"), LITERAL("MB"),  LITERAL("MW"), LITERAL("MPH"), LITERAL("PSI"),
                                 LITERAL("RPM"), LITERAL("TB"),  LITERAL("TW")};
    size_t from = token > REACH ? token - REACH : 0,
           end = token + REACH < scan->token_count ? token + REACH : scan->token_count;
    const Word *unit = tokens_word(scan->tokens, token);

    if (!TEXT_IS_ONE_OF(scan_text(scan, token), units))
        return false;
    for (size_t i = from; i < end; i++) {
        if (tokens_word(scan->tokens, i) == unit && is_counted(scan, i) && ends_phrase(scan, i + 1))
            return true;
    }
    return false;
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
    if (found && !(end == token + 1 && is_unit(scan, token)))
        (void)add_name(scan, token, end, ENTITY_ORGANIZATION, WEIGHT_CONTEXT, CONFIDENCE_KNOWN);
    return end;
}

/* What the lexicon knows of just this name, without a doubt. */
static bool is_known(const NameScan *scan, size_t first, size_t end, EntityType type)
{
    static const uint32_t kinds[] = {0, LEXICON_ORGANIZATION, LEXICON_PLACE, LEXICON_NATIONALITY};
    Phrase phrase = phrase_at(scan->tokens, end, first);
    const LexiconEntry *entry;

    while ((entry = phrase_grow_known(&phrase)) && phrase.end < end)
        ;
    return entry && (entry->flags & kinds[type]) && !(entry->flags & LEXICON_DOUBTFUL);
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

/* "PORT HALLAM, March 9 —": where a report was written is a place, whatever it is called. */
static bool is_in_dateline(const NameScan *scan, size_t first, size_t end)
{
    Range place = scan->article->dateline_place;

    return token_start(scan->tokens, first) >= place.start && token_end(scan->tokens, end - 1) <= place.end;
}

/* "[Village] votes to keep its clock", where the text says "the village" too: a capital that says nothing, at the start of a sentence or of a
 * quotation. */
static bool is_ordinary_word(const NameScan *scan, size_t first, size_t end)
{
    bool starts =
        token_starts_sentence(scan->tokens, first) || first == 0 || !tokens_same_span(scan->tokens, first - 1, first);

    return end == first + 1 && starts && tokens_written_small(scan->tokens, tokens_word(scan->tokens, first)->hash) &&
           !(tokens_lexicon(scan->tokens, first) & (LEXICON_PLACE | LEXICON_ORGANIZATION | LEXICON_NATIONALITY)) &&
           !(tokens_word(scan->tokens, first)->classes & CLASS_GIVEN);
}

/* "the [1977 Norwegian election]" */
static bool is_year(const NameScan *scan, size_t token)
{
    size_t year;

    return text_to_number(scan_text(scan, token), 2199, &year) && year >= 1000;
}

/* No number is part of a name, but a year of an event's. */
static bool begins_with_number(const NameScan *scan, size_t first, size_t end, EntityType type)
{
    return end > first + 1 && tokens_word(scan->tokens, first)->kind == TOKEN_NUMBER &&
           (type != ENTITY_MISC || !is_year(scan, first));
}

/* "Enter", "Birds": an ordinary word, whatever its capital is for. */
static bool is_common_word(const NameScan *scan, size_t first, size_t end)
{
    uint32_t flags = tokens_lexicon(scan->tokens, first);

    return end == first + 1 && (flags & (LEXICON_COMMON | LEXICON_STOP | LEXICON_CALENDAR)) &&
           !(flags & (LEXICON_PLACE | LEXICON_ORGANIZATION | LEXICON_NATIONALITY | LEXICON_ORGANIZATION_HEAD)) &&
           !(tokens_word(scan->tokens, first)->classes & CLASS_GIVEN);
}

/* One letter is no name, but of a person who is called by it. */
static bool is_letter(const NameScan *scan, size_t first, size_t end)
{
    size_t size;
    Text word = scan_text(scan, first);

    (void)utf8_decode(word, 0, &size);
    return end == first + 1 && size == word.size;
}

/* "Lyle [& Daughter]", a firm: the token behind it; `end` where none follows. */
static size_t after_partners(const NameScan *scan, size_t end)
{
    static const Text words[] = {LITERAL("Associates"), LITERAL("Brothers"), LITERAL("Co"),        LITERAL("Co."),
                                 LITERAL("Company"),    LITERAL("Daughter"), LITERAL("Daughters"), LITERAL("Partners"),
                                 LITERAL("Sisters"),    LITERAL("Son"),      LITERAL("Sons")};

    return scan_token_is(scan, end, TEXT("&")) && scan_follows_directly(scan, end) &&
                   scan_follows_directly(scan, end + 1) && TEXT_IS_ONE_OF(scan_text(scan, end + 1), words)
               ? end + 2
               : end;
}

/* "@RobertMaguire_" is no name of its own (scan_take_handle). */
static bool is_handle(const NameScan *scan, size_t first)
{
    return tokens_word(scan->tokens, first)->sign == '@' ||
           (first > 0 && tokens_word(scan->tokens, first - 1)->sign == '@' &&
            token_end(scan->tokens, first - 1) == token_start(scan->tokens, first));
}

/* A name as the tagger has it, and as it becomes one. */
typedef struct Span {
    size_t first, end;
    EntityType type;
    unsigned char confidence;
} Span;

/* The stop of a sentence; that of "Inc." is in the word. */
static bool is_full_stop(const NameScan *scan, size_t token)
{
    enum { ABBREVIATED_LONGEST = 4 };

    return tokens_word(scan->tokens, token)->sign == '.' && token > 0 &&
           scan_text(scan, token - 1).size > ABBREVIATED_LONGEST;
}

/* Without what is no part of a name at either end: signs, numbers. False: it is no name then. */
static bool cut_signs(const NameScan *scan, Span *span)
{
    while (span->end > span->first + 1 &&
           (is_sign(scan, span->end - 1) || is_full_stop(scan, span->end - 1))) /* "VASTERMARK [—]" */
        span->end--;
    while (span->end > span->first + 1 && is_sign(scan, span->first))
        span->first++;
    if (is_handle(scan, span->first))
        return false;
    if (begins_with_number(scan, span->first, span->end, span->type)) {
        if (span->confidence < CONFIDENCE_DOUBTED || span->type == ENTITY_MISC)
            return false; /* "0400 Snow", of a table */
        span->first++;
    }
    if (span->end > span->first + 1 && span_has_score(scan, span->end - 1))
        span->type = ENTITY_PERSON;
    while (span->end > span->first + 1 && tokens_word(scan->tokens, span->end - 1)->kind == TOKEN_NUMBER &&
           span->type == ENTITY_PERSON)
        span->end--; /* "K. Hupper 1" */
    return true;
}

/* "Durham Hall QC" */
static bool ends_as_person(const NameScan *scan, size_t first, size_t end)
{
    return end > first + 2 && end <= first + 5 && span_has_letters(scan, end - 1) &&
           text_has_small_letter(scan_text(scan, end - 2));
}

/* "Hurricane Otto"; not the "Hurricane Center" */
static bool is_storm(const NameScan *scan, size_t first, size_t end)
{
    return end == first + 2 && name_is_of_storm(scan_text(scan, first)) &&
           !(tokens_lexicon(scan->tokens, first + 1) & (LEXICON_ORGANIZATION_HEAD | LEXICON_COMMON));
}

/* What the words of a name itself, and the place where it stands, say of its kind for sure. */
static void settle_kind(const NameScan *scan, Span *span)
{
    size_t partners = after_partners(scan, span->end);

    if (partners > span->end)
        *span = (Span){span->first, partners, ENTITY_ORGANIZATION, CONFIDENCE_KNOWN};
    if (span->type != ENTITY_PERSON &&
        (is_titled_person(scan, span->first, span->end) || ends_as_person(scan, span->first, span->end) ||
         (span->type == ENTITY_MISC && begins_with_title(scan, span->first, span->end))))
        span->type = ENTITY_PERSON;
    if (is_storm(scan, span->first, span->end))
        *span = (Span){span->first, span->end, ENTITY_MISC, CONFIDENCE_KNOWN};
    if (is_in_dateline(scan, span->first, span->end)) {
        span->type = ENTITY_PLACE;
        span->confidence = CONFIDENCE_KNOWN;
    }
}

/* "Ada Quill [QC]", of whom the registry knows nothing; in capitals these letters say nothing. */
static bool ends_with_degree(const NameScan *scan, size_t first, size_t end)
{
    return end > first + 2 && tokens_role_part(scan->tokens, end - 1) == ROLE_PART_DEGREE &&
           text_has_small_letter(scan_text(scan, end - 2));
}

/* Without titles, letters of degrees and articles. */
static void cut_titles(const NameScan *scan, Span *span)
{
    if (span->type == ENTITY_PERSON) {
        span->first = after_titles(scan, span->first, span->end);
        span->end -= ends_with_degree(scan, span->first, span->end);
    } else if (span->type != ENTITY_ORGANIZATION || token_starts_sentence(scan->tokens, span->first)) {
        span->first = after_article(scan, span->first, span->end);
    }
}

/* Words that are names by their capitals alone. */
static bool is_no_span(const NameScan *scan, const Span *span, bool doubted)
{
    bool misc = span->type == ENTITY_MISC;

    if ((doubted || misc) && span->confidence < CONFIDENCE_KNOWN && is_ordinary_word(scan, span->first, span->end))
        return true;
    return span->type != ENTITY_PERSON &&
           (is_letter(scan, span->first, span->end) || (misc && is_common_word(scan, span->first, span->end)));
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

/* "ODE: Look, I was there": a label in capitals at the start of a paragraph, and the word with which its turn begins. */
static bool is_label_and_word(const NameScan *scan, const Span *span)
{
    size_t colon = span->end < 2 ? 0 : span->end - 2;
    const uint32_t names = LEXICON_PLACE | LEXICON_ORGANIZATION | LEXICON_NATIONALITY;

    if (colon <= span->first || tokens_word(scan->tokens, colon)->sign != ':' ||
        (span->first > 0 && token_block(scan->tokens, span->first - 1) == token_block(scan->tokens, span->first)))
        return false;
    for (size_t i = span->first; i < colon; i++) {
        if (text_has_small_letter(scan_text(scan, i)))
            return false;
    }
    return !(tokens_lexicon(scan->tokens, colon + 1) & names);
}

static void take_one(NameScan *scan, Span span)
{
    size_t second = take_compound(scan, &span);
    bool doubted = span.confidence < CONFIDENCE_DOUBTED;

    if (second > span.first && span.type == ENTITY_PERSON)
        span.type = ENTITY_ORGANIZATION;
    span.first = second;
    if (!cut_signs(scan, &span))
        return;
    settle_kind(scan, &span);
    cut_titles(scan, &span);
    if (is_label_and_word(scan, &span) || is_no_name(scan, span.first, span.end) ||
        is_degree(scan, span.first, span.end) || (span.end == span.first + 1 && is_unit(scan, span.first)))
        return;
    if (span.end == span.first + 1 && is_nationality(scan, span.first))
        span.type = ENTITY_MISC;
    if (span.confidence < CONFIDENCE_KNOWN && is_known(scan, span.first, span.end, span.type))
        span.confidence = CONFIDENCE_KNOWN;
    if (!is_no_span(scan, &span, doubted))
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
