/*
 * A tagger marks "President Ines Farrow", "Ada Quill QC", "VASTERMARK —", "Dr.", "50 AU": titles, letters, signs and
 * numbers are cut off, the kind is what the words themselves say of it, and some of it is no name.
 */
#include "analysis/names/tagged/tagged_span.h"

#include <string.h>

#include "analysis/names/span_shapes.h"
#include "analysis/people/name_runs.h"
#include "analysis/words/phrases.h"
#include "analysis/words/vocabulary.h"

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

/* "Ukrainian" points to a place and is none. */
static bool is_nationality(const NameScan *scan, size_t token)
{
    uint32_t flags = tokens_lexicon(scan->tokens, token);

    return (flags & LEXICON_NATIONALITY) && !(flags & (LEXICON_DOUBTFUL | LEXICON_PLACE));
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

bool span_is_unit(const NameScan *scan, size_t token)
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

bool span_settle(const NameScan *scan, Span *span)
{
    bool doubted = span->confidence < CONFIDENCE_DOUBTED;

    if (!cut_signs(scan, span))
        return false;
    settle_kind(scan, span);
    cut_titles(scan, span);
    if (is_label_and_word(scan, span) || is_no_name(scan, span->first, span->end) ||
        is_degree(scan, span->first, span->end) || (span->end == span->first + 1 && span_is_unit(scan, span->first)))
        return false;
    if (span->end == span->first + 1 && is_nationality(scan, span->first))
        span->type = ENTITY_MISC;
    if (span->confidence < CONFIDENCE_KNOWN && is_known(scan, span->first, span->end, span->type))
        span->confidence = CONFIDENCE_KNOWN;
    return !is_no_span(scan, span, doubted);
}
