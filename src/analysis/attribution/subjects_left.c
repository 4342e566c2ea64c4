/*
 * The subject at the left of its verb: the noun phrase there, or that before an apposition or a bracket:
 *
 *     Farrow , the mayor , said             the phrase at the left of the comma
 *     Price (D-Newport News) , said         the phrase before the bracket
 *     Farrow, who resigned, on Tuesday called
 *     Farrow of the University of Norvane, Austin said    the place says where that is
 */
#include "analysis/attribution/noun_phrases.h"
#include "analysis/attribution/verbs.h"
#include "analysis/people/people_index.h"
#include "analysis/words/lexicon.h"
#include "analysis/words/vocabulary.h"

enum { CLAUSE_REACH = 160 /* items to the left */, BRACKET_LONGEST = 8 };

static bool closes_apposition(const Word *token)
{
    return token->sign == ',' || token->sign == ')' || token->sign == '-';
}

/* "X (…) said": the phrase before the bracket. */
static Left before_bracket(Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t limit = at > CLAUSE_REACH ? at - CLAUSE_REACH : 0;

    while (at > limit && !item_sign(attribution, sentence, at, '('))
        at--;
    return at > limit && sentence->items[at - 1].span < 0 ? subject_at_phrase(attribution, sentence, at - 1)
                                                          : left_nothing();
}

/* The item before a comma, a bracket left out: "Price [(D-Newport News)], said". */
static size_t phrase_end(const Attribution *attribution, const Sentence *sentence, size_t comma)
{
    size_t at = comma - 1, limit = comma > BRACKET_LONGEST ? comma - BRACKET_LONGEST : 0;

    if (!item_sign(attribution, sentence, at, ')'))
        return at;
    while (at > limit && !item_sign(attribution, sentence, at, '('))
        at--;
    return at > limit ? at - 1 : comma - 1;
}

/* "Quill, [whose] sister, Bea Marsh, said": the name before the verb, in a clause of its own. */
static bool begins_whose_clause(const Attribution *attribution, const Sentence *sentence, size_t at, size_t comma)
{
    const NameRun *mention = comma > 0 && sentence->items[comma - 1].span < 0
                                 ? mention_at(attribution, sentence->items[comma - 1].token)
                                 : NULL;

    return item_is(attribution, sentence, at, WORD_WHOSE) && mention && mention->person != NO_PERSON;
}

/* "Dunn said no, [but] the mayor, Bea Marsh, said", "Quill, [whose] sister, Bea Marsh, said": what stands further left says something else. */
static bool begins_another_clause(const Attribution *attribution, const Sentence *sentence, size_t at, size_t comma)
{
    return item_is(attribution, sentence, at, WORD_BUT) || item_is(attribution, sentence, at, WORD_WHILE) ||
           begins_whose_clause(attribution, sentence, at, comma);
}

/* "the mayor[, …]", "Farmers[, …]", or one word that begins the sentence: "Reuters[, citing police,] reported". */
static bool may_be_apposed(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    Text text = tokens_text(attribution->tokens, sentence->items[at].token);

    return item_has(attribution, sentence, at, CLASS_PERSON_NOUN | CLASS_ROLE) || word_is_person_plural(text) ||
           (at == 0 && item_token(attribution, sentence, 0)->kind == TOKEN_WORD &&
            !(lexicon_flags(text) & (LEXICON_STOP | LEXICON_COMMON)) &&
            !word_ends_in_ly(attribution, sentence->items[0].token) &&
            !word_ends_in_ing(attribution, sentence->items[0].token));
}

/* The leftmost comma with a name or a noun that speaks before it. */
static size_t apposition_comma(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t best = SIZE_MAX, limit = at > CLAUSE_REACH ? at - CLAUSE_REACH : 0;

    for (size_t i = at, bracket = SIZE_MAX; i-- > limit && sentence->items[i].span < 0;) {
        const NameRun *mention;
        size_t end;

        if (item_sign(attribution, sentence, i, ';') || item_sign(attribution, sentence, i, ':') ||
            (item_sign(attribution, sentence, i, '-') && i < bracket) ||
            (best != SIZE_MAX && begins_another_clause(attribution, sentence, i, at)))
            break;
        if (!item_sign(attribution, sentence, i, ',') || i == 0 || sentence->items[i - 1].span >= 0)
            continue;
        end = phrase_end(attribution, sentence, i);
        if (sentence->items[end].span >= 0)
            continue;
        bracket = end;
        mention = mention_at(attribution, sentence->items[end].token);
        if (mention && !mention_follows_preposition(attribution, sentence, mention))
            best = i;
        else if (best == SIZE_MAX && !mention && may_be_apposed(attribution, sentence, end))
            best = i;
    }
    return best;
}

/* "the secretary of the CEI (…), Nunzio Galantino, said" */
static Left name_between_commas(Attribution *attribution, const Sentence *sentence, size_t at)
{
    const NameRun *mention =
        at > 1 && sentence->items[at - 1].span < 0 ? mention_at(attribution, sentence->items[at - 1].token) : NULL;
    size_t first = mention ? sentence_item(sentence, mention->outer) : 0;

    if (first == 0 || mention->person == NO_PERSON || mention->end - mention->first < 2 ||
        !item_sign(attribution, sentence, first - 1, ','))
        return left_conjunction();
    return left_found(subject_of_mention(attribution, mention));
}

/* "the owners, [Lund & Sons], said": a name and nothing else between two commas, behind words that are none. */
static int32_t name_alone(Attribution *attribution, const Sentence *sentence, size_t comma, size_t at)
{
    const NameRun *mention = comma + 1 < at && sentence->items[comma + 1].span < 0
                                 ? mention_at(attribution, sentence->items[comma + 1].token)
                                 : NULL;

    if (!mention || mention->outer != sentence->items[comma + 1].token ||
        mention_at(attribution, sentence->items[phrase_end(attribution, sentence, comma)].token))
        return NO_SUBJECT;
    for (size_t i = comma + 2; i < at; i++) {
        const Word *word = item_token(attribution, sentence, i);

        if (!word || (!word->capital && word->sign != '&' && word->number != WORD_AND))
            return NO_SUBJECT;
    }
    return sentence->items[at].token == mention->outer_end
               ? subject_of_mention(attribution, mention)
               : subject_new(attribution, SUBJECT_NOMINAL, mention->outer, sentence->items[at].token, NO_PERSON);
}

/* "the mayor, [NAME], said", "one of the authors, biologist [NAME], said": the name that all between two commas belongs to; or NULL. */
static const NameRun *name_apposed(const Attribution *attribution, const Sentence *sentence, size_t comma, size_t at)
{
    const NameRun *mention = comma + 1 < at && sentence->items[at - 1].span < 0
                                 ? mention_at(attribution, sentence->items[at - 1].token)
                                 : NULL;

    if (!mention || mention->person == NO_PERSON || mention->end - mention->first < 2)
        return NULL;
    for (size_t i = comma + 1; i < at && sentence->items[i].token < mention->outer; i++) {
        if (item_token(attribution, sentence, i)->kind == TOKEN_SIGN ||
            item_has(attribution, sentence, i, CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_AUXILIARY | CLASS_FINITE))
            return NULL;
    }
    return mention;
}

/* Item `at` is the comma, dash or bracket before the verb: "X, the mayor, said". */
static Left over_apposition(Attribution *attribution, const Sentence *sentence, size_t at)
{
    const NameRun *mention, *before;
    int32_t alone;
    size_t comma;

    if (item_sign(attribution, sentence, at, ')'))
        return before_bracket(attribution, sentence, at);
    if (at > 0 && item_sign(attribution, sentence, at - 1, ')')) { /* "Price (D-Newport News), said" */
        Left left = before_bracket(attribution, sentence, at - 1);

        if (left.subject != NO_SUBJECT && subject_at(attribution, left.subject)->kind == SUBJECT_NAME)
            return left;
    }
    comma = rule_is_on(attribution, RULE_APPOSITION) ? apposition_comma(attribution, sentence, at) : SIZE_MAX;
    if (comma == SIZE_MAX)
        return name_between_commas(attribution, sentence, at);
    alone = name_alone(attribution, sentence, comma, at);
    if (alone != NO_SUBJECT)
        return left_found(alone);
    before = mention_at(attribution, sentence->items[phrase_end(attribution, sentence, comma)].token);
    mention = before && before->person != NO_PERSON ? NULL : name_apposed(attribution, sentence, comma, at);
    if (mention)
        return left_found(subject_of_mention(attribution, mention));
    return subject_at_phrase(attribution, sentence, phrase_end(attribution, sentence, comma));
}

static bool is_capital(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Word *word = item_token(attribution, sentence, at);

    return word && word->kind == TOKEN_WORD && word->capital;
}

/* Does the text know somebody by more than this name of some words that ends with a token: "Steve [Austin]"? */
static bool is_known_person(const Attribution *attribution, uint32_t token, size_t words)
{
    const People *people = attribution->people;
    const NameRun *mention = mention_at(attribution, token);
    int32_t person = mention ? mention->person : people_with_last_name(people, token);

    return person != NO_PERSON && people->people.items[person].end - people->people.items[person].first > words;
}

/* The comma before a known place that ends at `at`: "…[,] Los Angeles said"; 0: there is none. */
static size_t comma_before_place(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const TokenList *tokens = attribution->tokens;
    size_t first = at;
    Range range;

    while (first > 0 && is_capital(attribution, sentence, first - 1))
        first--;
    if (first < 2 || !is_capital(attribution, sentence, at) || !item_sign(attribution, sentence, first - 1, ',') ||
        is_known_person(attribution, sentence->items[at].token, at + 1 - first))
        return 0;
    range = (Range){token_start(tokens, sentence->items[first].token), token_end(tokens, sentence->items[at].token)};
    return lexicon_flags(text_slice(tokens->article->text, range)) & LEXICON_PLACE ? first - 1 : 0;
}

static bool is_institution(Text word)
{
    static const Text words[] = {LITERAL("Academy"), LITERAL("Center"),   LITERAL("Centre"),    LITERAL("Clinic"),
                                 LITERAL("College"), LITERAL("Hospital"), LITERAL("Institute"), LITERAL("Laboratory"),
                                 LITERAL("School"),  LITERAL("Seminary"), LITERAL("University")};

    return TEXT_IS_ONE_OF(word, words);
}

/* Is the name that ends before a comma an institution's, or somebody's who is of somewhere: "[Farrow of the University of Norvane], Austin"? */
static bool is_of_somewhere(const Attribution *attribution, const Sentence *sentence, size_t comma)
{
    bool leads = false; /* does a preposition follow what has been passed? */

    for (size_t at = comma; at-- > 0;) {
        const Word *word = item_token(attribution, sentence, at);
        const NameRun *mention;

        if (!word || word->kind != TOKEN_WORD ||
            (!word->capital && !(word->classes & (CLASS_PREPOSITION | CLASS_DETERMINER)) && word->number != WORD_AND))
            return false;
        mention = word->capital ? mention_at(attribution, sentence->items[at].token) : NULL;
        if (is_institution(tokens_text(attribution->tokens, sentence->items[at].token)) ||
            (mention && leads && mention->person != NO_PERSON))
            return true;
        leads = word->classes & CLASS_PREPOSITION;
    }
    return false;
}

/* "Farrow of the University of Norvane, [Austin] said", "a chemist at Varn College, [Oxford] said": the place belongs to what is before it. */
static Left before_place(Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t comma = comma_before_place(attribution, sentence, at);
    Left left;

    if (comma == 0 || !rule_is_on(attribution, RULE_PLACE_BEHIND) || !is_of_somewhere(attribution, sentence, comma))
        return left_nothing();
    left = over_apposition(attribution, sentence, comma);
    return left.subject == NO_SUBJECT ? subject_at_phrase(attribution, sentence, comma - 1) : left;
}

static bool is_calendar(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    return sentence->items[at].span < 0 && item_token(attribution, sentence, at)->capital &&
           (tokens_lexicon(attribution->tokens, sentence->items[at].token) & LEXICON_CALENDAR);
}

/* "Farrow, who resigned, [on Tuesday] called", "Farrow [today] called": the item at which a day before a verb begins; `at` when there
 * is none. */
static size_t before_time(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    static const Text days[] = {LITERAL("today"), LITERAL("yesterday"), LITERAL("tonight")};

    if (at > 1 && sentence->items[at - 1].span < 0 &&
        TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[at - 1].token), days))
        return at - 1;
    if (at < 2 || !is_calendar(attribution, sentence, at - 1))
        return at;
    at--;
    return item_is(attribution, sentence, at - 1, WORD_ON) || item_is(attribution, sentence, at - 1, WORD_IN) ? at - 1
                                                                                                              : at;
}

/* The subject of a verb at item `verb`, from the words at its left. */
Left subject_left(Attribution *attribution, const Sentence *sentence, size_t verb)
{
    size_t at = verb;
    Left left;

    while (at > 0 && (item_has(attribution, sentence, at - 1, CLASS_AUXILIARY) ||
                      (sentence->items[at - 1].span < 0 && word_ends_in_ly(attribution, sentence->items[at - 1].token))))
        at--;
    at = before_time(attribution, sentence, at);
    if (at == 0)
        return left_nothing();
    at--;
    if (sentence->items[at].span >= 0 || item_is(attribution, sentence, at, WORD_AND) ||
        item_is(attribution, sentence, at, WORD_OR) || item_is(attribution, sentence, at, WORD_BUT) ||
        item_is(attribution, sentence, at, WORD_THEN) || item_sign(attribution, sentence, at, ';'))
        return left_conjunction();
    if (closes_apposition(item_token(attribution, sentence, at))) {
        left = over_apposition(attribution, sentence, at);
        return left.subject == NO_SUBJECT ? left_conjunction() : left;
    }
    left = before_place(attribution, sentence, at);
    return left.subject == NO_SUBJECT ? subject_at_phrase(attribution, sentence, at) : left;
}
