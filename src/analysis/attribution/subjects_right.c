/*
 * Who speaks at the right of an inverted verb, after "according to", too: a name with what stands around it,
 * or a description:
 *
 *     said Ines Farrow , who resigned             the name
 *     said Farrow's aide , Tom Brekke ,           a later full name
 *     said Board of Trade (BoT) chief Ines Farrow the name behind what she is
 *     said a spokesman for the Farrow Foundation  the description
 */
#include "analysis/attribution/subjects.h"
#include "analysis/people/roles.h"

enum { RIGHT_LONGEST = 16, ABBREVIATION_LONGEST = 4, ROLE_LONGEST = 5 }; /* items */

static bool stops_right(const Attribution *attribution, const Sentence *sentence, size_t at, bool has_name)
{
    const Word *token = item_token(attribution, sentence, at);
    bool place = token->number == WORD_IN || token->number == WORD_AT || token->number == WORD_ON;

    if (token->number == WORD_WHO || token->number == WORD_THAT || token->number == WORD_WHICH ||
        token->number == WORD_WHEN || token->number == WORD_WHILE || token->number == WORD_AS ||
        token->number == WORD_AFTER || token->number == WORD_DURING || token->number == WORD_BECAUSE ||
        token->number == WORD_WHETHER || token->number == WORD_IF || token->number == WORD_WHAT)
        return true;
    return place && has_name;
}

static bool any_item(const Attribution *attribution, const Sentence *sentence, size_t from, size_t to, uint32_t classes)
{
    for (size_t i = from; i < to; i++) {
        if (item_has(attribution, sentence, i, classes))
            return true;
    }
    return false;
}

/* "Mayor of London [Sadiq Khan]": do words with capitals, "of" and "and" lead from one name to the other? */
static bool is_title_of(const Attribution *attribution, const Sentence *sentence, size_t name, size_t at,
                        const NameRun *other)
{
    if (other->outer == other->first && !(at > 0 && item_has(attribution, sentence, at - 1, CLASS_TITLE)))
        return false; /* nothing of a title is before the name */
    for (size_t i = name; i < at; i++) {
        const Word *word = item_token(attribution, sentence, i);

        if (!word || !(word->capital || word->number == WORD_OF || word->number == WORD_AND ||
                       word->number == WORD_FOR || word->number == WORD_THE))
            return false;
    }
    return true;
}

static bool is_full_name(const NameRun *name)
{
    return name && name->person != NO_PERSON && name->end - name->first >= 2;
}

/* The full name behind the words of a role that begin at an item, or NULL: "chief inspector [Mary Dunn]". */
static const NameRun *name_after_role(const Attribution *attribution, const Sentence *sentence, size_t role)
{
    for (size_t at = role; at < sentence->count && at <= role + ROLE_LONGEST && sentence->items[at].span < 0; at++) {
        const NameRun *name = mention_at(attribution, sentence->items[at].token);

        if (is_full_name(name) && sentence->items[at].token == name->first)
            return at > role && (is_role_word(attribution->people, name->first - 1) ||
                                 word_is_for_person(attribution, name->first - 1) ||
                                 (word_at(attribution, name->first - 1)->classes & CLASS_TITLE))
                       ? name
                       : NULL;
        if (item_token(attribution, sentence, at)->kind != TOKEN_WORD ||
            item_has(attribution, sentence, at,
                     CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_DETERMINER | CLASS_AUXILIARY))
            return NULL;
    }
    return NULL;
}

/* "Board of Trade [(BoT)] chief": the item that closes a bracket with an abbreviation; 0 when there is none. */
static size_t abbreviation_end(const Attribution *attribution, const Sentence *sentence, size_t open)
{
    if (!item_sign(attribution, sentence, open, '('))
        return 0;
    for (size_t at = open + 1; at <= open + ABBREVIATION_LONGEST; at++) {
        if (item_sign(attribution, sentence, at, ')'))
            return at > open + 1 ? at : 0;
        if (!item_token(attribution, sentence, at) || !item_token(attribution, sentence, at)->capital)
            return 0;
    }
    return 0;
}

/* "Board of Trade (BoT) chief [Ines Farrow]": do words with capitals, "of" and a bracket lead from the name of an organisation to a role,
 * and that to the other name? */
static bool is_role_in(const Attribution *attribution, const Sentence *sentence, size_t name, const NameRun *other)
{
    for (size_t i = name; i < sentence->count && sentence->items[i].token < other->first; i++) {
        const Word *word = item_token(attribution, sentence, i);
        size_t close = abbreviation_end(attribution, sentence, i);
        bool leads = i > name && name_after_role(attribution, sentence, i) == other;

        if (leads && !item_is(attribution, sentence, i - 1, WORD_AND) && !item_is(attribution, sentence, i - 1, WORD_OF))
            return true;
        if (close)
            i = close;
        else if (!word || !(word->capital || word->number == WORD_OF || word->number == WORD_AND ||
                            word->number == WORD_FOR || word->number == WORD_THE))
            return false;
    }
    return false;
}

/* "said NAME role NAME", "said NAME's aide, NAME": a later full name in the same phrase. */
static const NameRun *later_name(const Attribution *attribution, const Sentence *sentence, size_t start, size_t name,
                                 size_t end, const NameRun *mention)
{
    const NameRun *other;

    bool title = mention_is_title(attribution, mention), joined = false;

    for (size_t at = name; at < end; at++) {
        joined = joined || item_is(attribution, sentence, at, WORD_AND);
        other = mention_at(attribution, sentence->items[at].token);
        if (!other || other == mention || other->person == NO_PERSON || sentence->items[at].token != other->outer ||
            other->end - other->first < 2)
            continue;
        if (!joined && !any_item(attribution, sentence, name, at, CLASS_PREPOSITION))
            return other;
        if (title && is_title_of(attribution, sentence, name, at, other))
            return other;
        if (mention->person == NO_PERSON && is_role_in(attribution, sentence, name, other))
            return other;
    }
    if (end + 1 >= sentence->count || !item_sign(attribution, sentence, end, ',') || sentence->items[end + 1].span >= 0)
        return NULL;
    if (!mention->possessive && mention->person != NO_PERSON && name <= start &&
        sentence->items[end - 1].token < mention->outer_end)
        return NULL;
    other = mention_at(attribution, sentence->items[end + 1].token);
    if (other && other->person != NO_PERSON && other->end - other->first >= 2 &&
        (mention->possessive || sentence->items[end - 1].token >= mention->outer_end))
        return other;
    return NULL;
}

/* The phrase [start, end) has a name at item `name`: the name, or a description around it. */
static int32_t name_or_nominal(Attribution *attribution, const Sentence *sentence, size_t start, size_t name,
                               size_t end, const NameRun *mention)
{
    const NameRun *later = later_name(attribution, sentence, start, name, end, mention);
    uint32_t first = sentence->items[start].token, last = sentence->items[end - 1].token + 1;

    if (later)
        return subject_of_mention(attribution, later);
    if (mention->possessive)
        return subject_new(attribution, SUBJECT_NOMINAL, first, last, NO_PERSON);
    if (is_full_name(mention) && is_role_in(attribution, sentence, start, mention))
        return subject_of_mention(attribution, mention);
    if (any_item(attribution, sentence, start, name, CLASS_PREPOSITION))
        return NO_SUBJECT;
    return subject_of_mention(attribution, mention);
}

/* "according to his aide, [Ines Farrow] left": a verb follows, and she is not the aide. */
static bool begins_clause(const Attribution *attribution, const NameRun *name)
{
    return name->outer_end < attribution_token_count(attribution) &&
           !token_is_quoted(attribution->tokens, name->outer_end) &&
           (word_at(attribution, name->outer_end)->classes & (CLASS_FINITE | CLASS_CUE));
}

/* "said the mayor, [Ines Farrow]": the full name behind the comma at an item, or NO_SUBJECT. */
static int32_t name_after_comma(Attribution *attribution, const Sentence *sentence, size_t comma)
{
    const NameRun *mention;

    if (comma + 1 >= sentence->count || !item_sign(attribution, sentence, comma, ',') ||
        sentence->items[comma + 1].span >= 0)
        return NO_SUBJECT;
    mention = mention_at(attribution, sentence->items[comma + 1].token);
    return mention && mention->person != NO_PERSON && mention->end - mention->first >= 2 &&
                   !begins_clause(attribution, mention)
               ? subject_of_mention(attribution, mention)
               : NO_SUBJECT;
}

/* Is there a role with its name behind a bracket? */
static bool abbreviation_leads_on(const Attribution *attribution, const Sentence *sentence, size_t open)
{
    size_t close = abbreviation_end(attribution, sentence, open);

    return close && name_after_role(attribution, sentence, close + 1);
}

int32_t subject_right(Attribution *attribution, const Sentence *sentence, size_t start)
{
    const NameRun *mention = NULL;
    size_t end = start, name = start;
    const Word *word;
    int32_t subject;

    if (start >= sentence->count || sentence->items[start].span >= 0)
        return NO_SUBJECT;
    word = word_at(attribution, sentence->items[start].token);
    if ((word->classes & CLASS_PRONOUN) && word->number != WORD_WHO && word->number != WORD_WHICH)
        return subject_of_word(attribution, sentence->items[start].token);
    for (; end < sentence->count && sentence->items[end].span < 0 && end < start + RIGHT_LONGEST; end++) {
        const Word *token = item_token(attribution, sentence, end);
        const NameRun *here = mention_at(attribution, sentence->items[end].token);

        if (end > start && abbreviation_leads_on(attribution, sentence, end)) {
            end = abbreviation_end(attribution, sentence, end);
            continue;
        }
        if (token_ends_phrase(token) && token->sign != ')' && token->sign != '"')
            break;
        if (end > start && stops_right(attribution, sentence, end, mention != NULL))
            break;
        if (here && !mention && sentence->items[end].token >= here->first) {
            mention = here;
            name = end;
        }
    }
    if (end == start)
        return NO_SUBJECT;
    subject = mention ? name_or_nominal(attribution, sentence, start, name, end, mention)
                      : name_after_comma(attribution, sentence, end);
    if (subject == NO_SUBJECT && ((word->classes & (CLASS_DETERMINER | CLASS_PERSON_NOUN)) || word->kind == TOKEN_WORD))
        subject = subject_new(attribution, SUBJECT_NOMINAL, sentence->items[start].token,
                              sentence->items[end - 1].token + 1, NO_PERSON);
    return subject;
}
