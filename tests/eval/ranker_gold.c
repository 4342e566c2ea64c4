#include "eval/ranker_gold.h"

#include "eval/names_match.h"

static Range source_range(const Attribution *attribution, Range range)
{
    return offset_map_range(&attribution->tokens->article->source, range);
}

static size_t shared(Range a, Range b)
{
    size_t start = a.start > b.start ? a.start : b.start, end = a.end < b.end ? a.end : b.end;

    return end > start ? end - start : 0;
}

const GoldQuote *gold_quote_of(const GoldDocument *gold, const Attribution *attribution, size_t span)
{
    Range range = source_range(attribution, range_widen(attribution->tokens->spans.items[span].range));
    const GoldQuote *best = NULL;
    size_t most = 0;

    for (size_t i = 0; i < gold->quotes.count; i++) {
        const GoldQuote *quote = &gold->quotes.items[i];
        size_t both = shared(range, quote->range);

        if (both * 2 >= range_size(range) && both * 2 >= range_size(quote->range) && both > most) {
            most = both;
            best = quote;
        }
    }
    return best && best->attributed && (best->names.count || best->speaker_text.size) ? best : NULL;
}

static Text person_name(const People *people, int32_t person)
{
    const Text *known = person_details(people, &people->people.items[person])->known_name;

    return known ? *known : text_slice(people->tokens->article->text, person_range(people, (size_t)person));
}

static bool is_named(Arena *scratch, const GoldQuote *quote, Text name)
{
    for (size_t i = 0; i < quote->names.count; i++) {
        if (names_share_last(scratch, name, quote->names.items[i]))
            return true;
    }
    return false;
}

static Text words_of(const Attribution *attribution, const Candidate *candidate)
{
    return text_slice(attribution->tokens->article->text,
                      tokens_range(attribution->tokens, candidate->first, candidate->end));
}

/* Is the candidate of the kind that the annotation names: a pronoun, a description, or the name? */
static bool is_of_type(Arena *scratch, const Attribution *attribution, const GoldQuote *quote, const Ranked *ranked)
{
    const Candidate *candidate = ranked->candidate;
    unsigned kind = FIRST_NATURE + candidate->facts.values[IN_NATURE];

    if (text_equal_ignoring_case(words_of(attribution, candidate), quote->speaker_text))
        return true;
    if (text_equal(quote->speaker_type, TEXT("pronoun")))
        return kind >= NATURE_HE && kind <= NATURE_PRONOUN;
    if (text_equal(quote->speaker_type, TEXT("nominal")) && (kind == NATURE_DESCRIPTION || kind == NATURE_THING))
        return true;
    return is_named(scratch, quote,
                    candidate->person != NO_PERSON ? person_name(attribution->people, candidate->person)
                                                   : words_of(attribution, candidate));
}

/* Of texts that do not mark the speaker's words: the subject of a cue beside the quotation is surer than what is somewhere near. */
static int grade_of_type(Arena *scratch, const Attribution *attribution, const GoldQuote *quote, const Ranked *ranked)
{
    enum { NEAR_BY = 1, IN_SENTENCE, AT_CUE };
    unsigned place = FIRST_PLACE + ranked->facts.values[IN_PLACE];

    if (!is_of_type(scratch, attribution, quote, ranked))
        return 0;
    if (ranked->facts.values[IN_SAYING])
        return AT_CUE;
    return place == PLACE_SENTENCE_BEFORE || place == PLACE_SENTENCE_AFTER ? IN_SENTENCE : NEAR_BY;
}

int gold_grade(Arena *scratch, const Attribution *attribution, const GoldQuote *quote, const Ranked *ranked)
{
    enum { SAME_NAME = 1, ITS_WORDS };
    const Candidate *candidate = ranked->candidate;
    Range range = tokens_range(attribution->tokens, candidate->first, candidate->end);

    if (range_is_empty(quote->speaker))
        return grade_of_type(scratch, attribution, quote, ranked);
    if (shared(source_range(attribution, range), quote->speaker) &&
        phrases_overlap(scratch, words_of(attribution, candidate), quote->speaker_text))
        return ITS_WORDS;
    return candidate->person != NO_PERSON && !text_equal(quote->speaker_type, TEXT("nominal")) &&
                   is_named(scratch, quote, person_name(attribution->people, candidate->person))
               ? SAME_NAME
               : 0;
}
