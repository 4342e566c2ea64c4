/*
 * The subject at the left of its verb: the noun phrase there, or that before an apposition or a bracket:
 *
 *     Farrow , the mayor , said             the phrase at the left of the comma
 *     Price (D-Newport News) , said         the phrase before the bracket
 *     The mayor , Farrow , said             the name between two commas
 *     Farrow, who resigned, on Tuesday called
 *     Farrow of the University of Norvane, Austin said    the place says where that is
 */
#include "analysis/attribution/noun_phrases.h"
#include "analysis/attribution/verbs.h"
#include "analysis/people/people_index.h"
#include "analysis/words/lexicon.h"
#include "analysis/words/vocabulary.h"

enum { CLAUSE_REACH = 160 /* items to the left */, BRACKET_LONGEST = 8 };

/* The item before a bracket that closes at `at`; `at` itself where none does. */
static size_t before_bracket(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t open = at, limit = at > BRACKET_LONGEST ? at - BRACKET_LONGEST : 0;

    if (!item_sign(attribution, sentence, at, ')'))
        return at;
    while (open > limit && !item_sign(attribution, sentence, open, '('))
        open--;
    return open > limit ? open - 1 : at;
}

size_t item_before_comma(const Attribution *attribution, const Sentence *sentence, size_t comma)
{
    size_t at = comma - 1;

    if (at > 1 && item_sign(attribution, sentence, at - 1, ',') && item_token(attribution, sentence, at) &&
        item_token(attribution, sentence, at)->kind == TOKEN_NUMBER)
        at -= 2;
    return before_bracket(attribution, sentence, at);
}

static bool is_capital(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    const Word *word = item_token(attribution, sentence, at);

    return word && word->kind == TOKEN_WORD && word->capital;
}

/* "[On Monday,] the Farmer’s Daily": a name that is nobody’s, from the clause’s beginning to an item. */
static bool is_name_of_thing(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    if (!is_capital(attribution, sentence, at))
        return false;
    while (at > 0 && (is_capital(attribution, sentence, at - 1) || item_possessive(attribution, sentence, at - 1)))
        at--;
    return at > 0 && item_is(attribution, sentence, at - 1, WORD_THE) &&
           (at == 1 || item_sign(attribution, sentence, at - 2, ','));
}

/* The leftmost comma with a name or a noun that speaks before it; SIZE_MAX: there is none. */
static size_t apposition_comma(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t best = SIZE_MAX, limit = at > CLAUSE_REACH ? at - CLAUSE_REACH : 0;

    for (size_t i = at, bracket = SIZE_MAX; i-- > limit && sentence->items[i].span < 0;) {
        const NameRun *mention;
        size_t end;

        if (item_sign(attribution, sentence, i, ';') || item_sign(attribution, sentence, i, ':') ||
            (item_sign(attribution, sentence, i, '-') && i < bracket) ||
            (best != SIZE_MAX &&
             (item_is(attribution, sentence, i, WORD_WHOSE) || item_is(attribution, sentence, i, WORD_BUT) ||
              item_is(attribution, sentence, i, WORD_WHILE))))
            break;
        if (!item_sign(attribution, sentence, i, ',') || i == 0)
            continue;
        end = item_before_comma(attribution, sentence, i);
        if (sentence->items[end].span >= 0)
            continue;
        bracket = end;
        mention = mention_at(attribution, sentence->items[end].token);
        if (mention ? !mention_follows_preposition(attribution, sentence, mention)
                    : best == SIZE_MAX && (item_has(attribution, sentence, end, CLASS_ROLE) ||
                                           is_name_of_thing(attribution, sentence, end) ||
                                           word_is_for_person(attribution, sentence->items[end].token)))
            best = i;
    }
    return best;
}

/* "The owners, [Lund & Sons], said", "one of them, diver [Ines Farrow], said": the name that all behind the `first` comma belongs to; not where
 * what stands before it is somebody’s name. Where no comma is taken for the first (SIZE_MAX): "the secretary of the CEI (…), [Nunzio Galantino],
 * said". */
static int32_t name_between_commas(Attribution *attribution, const Sentence *sentence, size_t first, size_t at)
{
    size_t start = at, comma;
    const NameRun *name, *before;

    while (start > 1 && item_token(attribution, sentence, start - 1) &&
           (item_token(attribution, sentence, start - 1)->capital || item_sign(attribution, sentence, start - 1, '&')))
        start--;
    comma = start - 1;
    while (comma > 1 && item_token(attribution, sentence, comma) &&
           word_is_for_person(attribution, sentence->items[comma].token))
        comma--;
    name = start < at ? mention_at(attribution, sentence->items[start].token) : NULL;
    if (!name || comma == 0 || !item_sign(attribution, sentence, comma, ','))
        return NO_SUBJECT;
    before = mention_at(attribution, sentence->items[item_before_comma(attribution, sentence, comma)].token);
    if ((before && before->person != NO_PERSON) || (first == SIZE_MAX ? !name_is_full(name) : comma != first))
        return NO_SUBJECT;
    return name->outer_end == sentence->items[at].token
               ? subject_of_mention(attribution, name)
               : subject_new(attribution, SUBJECT_NOMINAL, name->outer, sentence->items[at].token, NO_PERSON);
}

/* Item `at` is the comma or dash before the verb: "X, the mayor, said". */
static Left over_apposition(Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t comma = rule_is_on(attribution, RULE_APPOSITION) ? apposition_comma(attribution, sentence, at) : SIZE_MAX;
    int32_t name = name_between_commas(attribution, sentence, comma, at);

    if (name != NO_SUBJECT)
        return left_found(name);
    return comma == SIZE_MAX ? left_conjunction()
                             : subject_at_phrase(attribution, sentence, item_before_comma(attribution, sentence, comma));
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

/* "Farrow [on Tuesday] called", "a letter [in July] called" */
static bool is_time(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    return item_has(attribution, sentence, at, CLASS_TIME) ||
           (at > 0 && is_capital(attribution, sentence, at) && item_has(attribution, sentence, at - 1, CLASS_TIME) &&
            (tokens_lexicon(attribution->tokens, sentence->items[at].token) & LEXICON_CALENDAR));
}

/* The subject of a verb at item `verb`, from the words at its left. */
Left subject_left(Attribution *attribution, const Sentence *sentence, size_t verb)
{
    size_t at = verb;
    const Word *word;
    Left left;

    while (at > 0 &&
           (item_has(attribution, sentence, at - 1, CLASS_AUXILIARY) || is_time(attribution, sentence, at - 1) ||
            (sentence->items[at - 1].span < 0 && word_ends_in_ly(attribution, sentence->items[at - 1].token))))
        at--;
    if (at == 0)
        return left_nothing();
    at = before_bracket(attribution, sentence, at - 1);
    word = item_token(attribution, sentence, at);
    if (!word || word->number == WORD_AND || word->number == WORD_OR || word->number == WORD_BUT ||
        word->number == WORD_THEN || word->sign == ';')
        return left_conjunction();
    if (word->sign == ',' || word->sign == '-')
        return over_apposition(attribution, sentence, at);
    left = before_place(attribution, sentence, at);
    return left.subject == NO_SUBJECT ? subject_at_phrase(attribution, sentence, at) : left;
}
