/*
 * A phrase is read backwards from its last word to where its clause begins, and what does not belong to it is left out at both ends:
 *
 *     When [the mayor of Norvane] said         "when" begins the clause
 *     Farrow of Norvane said                   a person at its head: she, not Norvane
 *     analyst Priya Venkat of Stamford Row     … behind words for what she is
 *     meddling [the California congressman]    from its last article on
 */
#include "analysis/attribution/noun_phrases.h"

#include "analysis/attribution/verbs.h"
#include "analysis/people/roles.h"
#include "analysis/words/vocabulary.h"

enum { NOMINAL_LONGEST = 14 }; /* items of a phrase */

static bool stops_clause(unsigned number)
{
    return number == WORD_THAT || number == WORD_WHEN || number == WORD_WHILE || number == WORD_BECAUSE ||
           number == WORD_ALTHOUGH || number == WORD_THOUGH || number == WORD_IF || number == WORD_WHERE ||
           number == WORD_BUT || number == WORD_WHAT || number == WORD_WHICH || number == WORD_WHO ||
           number == WORD_WHETHER || number == WORD_SAID || number == WORD_SAYS;
}

/* "lawmakers [supporting] the law", "a man [accused] of theft" */
static bool is_participle_of_noun(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    static const Text behind[] = {LITERAL("of"), LITERAL("by"), LITERAL("in")};
    Text text = tokens_text(attribution->tokens, sentence->items[at].token);

    if (at == 0 || at + 1 >= sentence->count || sentence->items[at - 1].span >= 0 ||
        sentence->items[at + 1].span >= 0 || !word_is_for_person(attribution, sentence->items[at - 1].token))
        return false;
    return text_ends_with(text, TEXT("ing")) ||
           (text_ends_with(text, TEXT("ed")) &&
            TEXT_IS_ONE_OF(tokens_text(attribution->tokens, sentence->items[at + 1].token), behind));
}

/* The first item of the noun phrase that ends at `at`: back to where the clause starts. */
static size_t nominal_start(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t start = at + 1;

    for (int words = 0; start > 0 && words < NOMINAL_LONGEST; words++) {
        const Word *token = item_token(attribution, sentence, start - 1);
        bool last = start - 1 == at;

        if (!token || token_ends_phrase(token))
            break;
        if (!last && (token->number == WORD_WHO || token->number == WORD_WHICH)) {
            start--;
            break;
        }
        if (!last && stops_clause(token->number))
            break;
        if (!last && cue_strength(attribution, sentence->items[start - 1].token) >= STRENGTH_MAYBE &&
            !(token->classes & CLASS_NOUN_TOO) && !is_participle_of_noun(attribution, sentence, start - 1))
            break;
        start--;
    }
    return start;
}

/* Skip what a clause begins with before its first noun or determiner. */
static size_t nominal_head_start(const Attribution *attribution, const Sentence *sentence, size_t start, size_t end)
{
    for (size_t at = start; at <= end; at++) {
        const Word *token = item_token(attribution, sentence, at);
        bool determiner = token->classes & CLASS_DETERMINER;

        if ((token->classes & CLASS_PREPOSITION) && at == start)
            continue;
        if (!determiner &&
            ((token->classes & (CLASS_AUXILIARY | CLASS_CONJUNCTION | CLASS_PREPOSITION)) || token->kind == TOKEN_SIGN))
            continue;
        if (token->number == WORD_AND || token->number == WORD_OR)
            continue;
        if (at > start && item_has(attribution, sentence, start, CLASS_PREPOSITION) && !determiner)
            continue;
        return at;
    }
    return start;
}

bool starts_predicate(const Attribution *attribution, uint32_t token)
{
    const Word *word;

    if (token >= attribution_token_count(attribution))
        return false;
    word = word_at(attribution, token);
    return (word->classes & (CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_TIME)) || word->sign == ',' ||
           word->number == WORD_HOWEVER || word->number == WORD_WHO || word_is_verb_like(attribution, token) ||
           word_ends_in_ly(attribution, token);
}

static bool is_role_part(const Attribution *attribution, uint32_t token)
{
    return is_role_word(attribution->people, token) || (tokens_lexicon(attribution->tokens, token) & LEXICON_ROLE_FIRST);
}

/* The item behind a title and its "of", as far as the next name in capitals: "Secretary of State [Ines Farrow]"; behind the title otherwise. */
static size_t after_of(const Attribution *attribution, const Sentence *sentence, const NameRun *title, size_t end)
{
    size_t at = sentence_item(sentence, title->outer_end);

    for (size_t i = at; i <= end && sentence->items[i].span < 0; i++) {
        const NameRun *name = mention_at(attribution, sentence->items[i].token);

        if (name && name->person != NO_PERSON && name->outer < name->first && sentence->items[i].token <= name->first)
            return sentence_item(sentence, name->first);
        if (!item_token(attribution, sentence, i)->capital && !item_is(attribution, sentence, i, WORD_OF))
            break;
    }
    return at;
}

/* "Farrow, however," "Farrow of Norvane": a person who begins the phrase and is its head. */
static int32_t person_in_nominal(Attribution *attribution, const Sentence *sentence, size_t start, size_t end)
{
    bool preposition = false;

    while (start < end && !mention_at(attribution, sentence->items[start].token) &&
           is_role_word(attribution->people, sentence->items[start].token))
        start++; /* "analyst Priya Venkat of Stamford Row" */
    for (size_t at = start; at <= end;) {
        const Word *token = item_token(attribution, sentence, at);
        const NameRun *mention = token ? mention_at(attribution, sentence->items[at].token) : NULL;
        uint32_t next;

        if (!mention && token && at > start && is_role_part(attribution, sentence->items[at].token)) {
            at++; /* "Democratic presidential candidate Ines Farrow" */
            continue;
        }
        if (!mention || sentence->items[at].token > mention->first)
            return NO_SUBJECT;
        next = mention->outer_end;
        if (mention_is_title(attribution, mention)) { /* "Secretary of State [Ines Farrow]" */
            at = after_of(attribution, sentence, mention, end);
            continue;
        }
        if (mention->possessive) {
            at += (next > sentence->items[at].token ? next - sentence->items[at].token : 1) + 1;
            continue;
        }
        if ((mention->person != NO_PERSON || mention->organization) && !preposition &&
            starts_predicate(attribution, next) &&
            (mention->person != NO_PERSON || !(word_at(attribution, next)->classes & CLASS_PREPOSITION)))
            return subject_of_mention(attribution, mention);
        at += next > sentence->items[at].token ? next - sentence->items[at].token : 1;
    }
    return NO_SUBJECT;
}

/* Leave out what is not the phrase's own at its end: "ministers [on Friday]", "my mother [used]". */
static size_t trim_nominal(const Attribution *attribution, const Sentence *sentence, size_t start, size_t end)
{
    while (end > start) {
        const Word *token = item_token(attribution, sentence, end);
        bool verb = word_is_verb_like(attribution, sentence->items[end].token) &&
                    !(token->classes & (CLASS_PERSON_NOUN | CLASS_NOUN_TOO)) && !token->capital;

        if (!verb && !(token->classes & (CLASS_TIME | CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_AUXILIARY)))
            break;
        end--;
    }
    return end;
}

/* "a source [within] the ministry", "a nurse on [board] the ship", "officials [supporting] the law": it leads on from a noun. */
static bool adds_to_noun(const Attribution *attribution, const Sentence *sentence, size_t start, size_t at)
{
    static const Text words[] = {LITERAL("within"), LITERAL("inside"), LITERAL("outside"), LITERAL("across"),
                                 LITERAL("behind"), LITERAL("aboard"), LITERAL("board"),   LITERAL("off")};
    Text text = tokens_text(attribution->tokens, sentence->items[at].token);

    return at > start &&
           (TEXT_IS_ONE_OF(text, words) || ((text_ends_with(text, TEXT("ing")) || text_ends_with(text, TEXT("ed"))) &&
                                            word_is_for_person(attribution, sentence->items[at - 1].token)));
}

/* "meddling [the California congressman]": a phrase begins with the last article in it that no preposition or
 * "and" leads to. */
static size_t last_determiner(const Attribution *attribution, const Sentence *sentence, size_t start, size_t end)
{
    for (size_t at = end; at > start; at--) {
        if ((item_is(attribution, sentence, at, WORD_THE) || item_is(attribution, sentence, at, WORD_A) ||
             item_is(attribution, sentence, at, WORD_AN)) &&
            (item_is(attribution, sentence, at - 1, WORD_AFTER) ||
             !item_has(attribution, sentence, at - 1, CLASS_PREPOSITION | CLASS_CONJUNCTION | CLASS_DETERMINER)) &&
            !adds_to_noun(attribution, sentence, start, at - 1) && !item_is(attribution, sentence, at - 1, WORD_AND) &&
            !item_is(attribution, sentence, at - 1, WORD_OR))
            return at;
    }
    return start;
}

/* "somebody", "everyone": it has no article, and is a phrase of its own. */
static bool is_indefinite(const Attribution *attribution, uint32_t token)
{
    static const Text words[] = {LITERAL("anybody"), LITERAL("anyone"), LITERAL("everybody"), LITERAL("everyone"),
                                 LITERAL("nobody"),  LITERAL("none"),   LITERAL("somebody"),  LITERAL("someone")};

    return TEXT_IS_ONE_OF(tokens_text(attribution->tokens, token), words);
}

/* "From the public gallery [someone] shouted", "On Tuesday [police officers] said": where a preposition begins the phrase and leads to another
 * noun, who speaks is the last word, with one for the role before it; `start` where it is not so. */
static size_t behind_adverbial(const Attribution *attribution, const Sentence *sentence, size_t start, size_t end)
{
    unsigned leads = CLASS_PREPOSITION | CLASS_DETERMINER | CLASS_CONJUNCTION;
    uint32_t last = sentence->items[end].token;
    size_t first = end;

    if (is_indefinite(attribution, last))
        return end;
    if (!text_ends_with(tokens_text(attribution->tokens, last), TEXT("s")) || !word_is_for_person(attribution, last))
        return start;
    if (end > start && is_role_part(attribution, sentence->items[end - 1].token))
        first--;
    return first < start + 2 || item_has(attribution, sentence, first - 1, leads) ||
                   item_possessive(attribution, sentence, first - 1) ||
                   item_token(attribution, sentence, first - 1)->kind == TOKEN_SIGN
               ? start
               : first;
}

/* "which [state officials] said": behind "who" or "which" somebody else speaks; not "who [as an official] said". */
static bool has_own_subject(const Attribution *attribution, const Sentence *sentence, size_t first, size_t end)
{
    return (item_is(attribution, sentence, first - 1, WORD_WHO) ||
            item_is(attribution, sentence, first - 1, WORD_WHICH)) &&
           !item_has(attribution, sentence, first, CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_TIME) &&
           !word_is_verb_like(attribution, sentence->items[first].token) &&
           !word_ends_in_ly(attribution, sentence->items[first].token) &&
           (word_is_for_person(attribution, sentence->items[end].token) ||
            text_equal(tokens_text(attribution->tokens, sentence->items[end].token), TEXT("media")));
}

/* The noun phrase that ends at item `at`. */
static Left nominal(Attribution *attribution, const Sentence *sentence, size_t at)
{
    size_t start = nominal_start(attribution, sentence, at);
    int32_t person;

    if (start > at)
        return left_nothing();
    if (start < at && has_own_subject(attribution, sentence, start + 1, at))
        start++;
    if (item_is(attribution, sentence, start, WORD_WHO) || item_is(attribution, sentence, start, WORD_WHICH))
        return left_found(subject_of_word(attribution, sentence->items[start].token));
    if (start < at && item_is(attribution, sentence, start, WORD_AS)) /* "as Farrow of Norvane said" */
        start++;
    if (item_has(attribution, sentence, start, CLASS_PREPOSITION))
        start = behind_adverbial(attribution, sentence, start, at);
    start = nominal_head_start(attribution, sentence, start, at);
    start = last_determiner(attribution, sentence, start, at);
    person = person_in_nominal(attribution, sentence, start, at);
    if (person != NO_SUBJECT)
        return left_found(person);
    at = trim_nominal(attribution, sentence, start, at);
    return left_found(subject_new(attribution, SUBJECT_NOMINAL, sentence->items[start].token,
                                  sentence->items[at].token + 1, NO_PERSON));
}

Left subject_at_phrase(Attribution *attribution, const Sentence *sentence, size_t at)
{
    uint32_t token = sentence->items[at].token;
    const Word *word = word_at(attribution, token);
    const NameRun *mention = mention_at(attribution, token);

    if (word->classes & CLASS_PRONOUN)
        return left_found(subject_of_word(attribution, token));
    if (mention && token < mention->outer_end) {
        size_t first = sentence_item(sentence, mention->outer);
        size_t outer = first;
        const Word *before = first > 0 ? item_token(attribution, sentence, first - 1) : NULL;
        Left wider = left_nothing();

        if (before && !before->capital && (before->classes & CLASS_PERSON_NOUN) &&
            first > 1) { /* "in [the journal] Tides" */
            before = item_token(attribution, sentence, first - 2);
            outer--;
        }
        if (before && (before->classes & CLASS_DETERMINER) && outer > 1) /* "Morgan of the Sierra Club" */
            before = item_token(attribution, sentence, outer - 2);
        if (before && (before->possessive || ((before->classes & CLASS_PREPOSITION) && before->number != WORD_AS &&
                                              before->number != WORD_LIKE)))
            wider = nominal(attribution, sentence, at);
        return wider.subject != NO_SUBJECT ? wider : left_found(subject_of_mention(attribution, mention));
    }
    if (word->classes & (CLASS_DETERMINER | CLASS_CONJUNCTION | CLASS_PREPOSITION))
        return left_conjunction();
    return nominal(attribution, sentence, at);
}
