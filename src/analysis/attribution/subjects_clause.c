/*
 * The subject of a verb that shares it with another, or of a whole sentence:
 *
 *     Farrow took the stand and said        the clause's
 *     In August several groups of parents sued, saying
 */
#include "analysis/attribution/noun_phrases.h"
#include "analysis/attribution/verbs.h"

enum { CLAUSE_REACH = 160 /* items */, DESCRIPTION_WORDS = 5, OPENING_WORDS = 8 };

/* "Sanders endorsed [Clinton], saying": a name from item `start` to the comma before the verb, that begins nothing and that no verb of saying stands
 * before ("said Farrow, adding"). */
static bool is_object_before(const Attribution *attribution, const Sentence *sentence, size_t start, uint32_t after,
                             size_t verb)
{
    while (verb > 2 &&
           (item_has(attribution, sentence, verb - 1, CLASS_CONJUNCTION | CLASS_AUXILIARY) ||
            item_is(attribution, sentence, verb - 1, WORD_AND) || item_is(attribution, sentence, verb - 1, WORD_BUT)))
        verb--;
    if (verb < 2 || sentence->items[verb - 1].token != after || start == 0)
        return false;
    return sentence->items[start - 1].span < 0 &&
           (!item_has(attribution, sentence, start - 1, CLASS_CUE) ||
            word_ends_in_ing(attribution, sentence->items[start - 1].token)) &&
           !item_sign(attribution, sentence, start - 1, ',');
}

/* "that [Clinton] had to prove something": the subject of a clause inside another. */
static bool is_subordinate(const Attribution *attribution, const Sentence *sentence, size_t start)
{
    unsigned before = start > 0 && sentence->items[start - 1].span < 0
                          ? item_token(attribution, sentence, start - 1)->number
                          : WORD_NONE;

    return before == WORD_THAT || before == WORD_WHETHER || before == WORD_WHAT || before == WORD_BECAUSE ||
           before == WORD_IF || before == WORD_WHERE;
}

int32_t subject_of_clause(Attribution *attribution, const Sentence *sentence, size_t verb)
{
    size_t limit = verb > CLAUSE_REACH ? verb - CLAUSE_REACH : 0;

    for (size_t at = verb; at-- > limit;) {
        const Word *token = item_token(attribution, sentence, at), *next;
        const NameRun *mention;
        size_t start;
        uint32_t after;

        if (!token)
            continue;
        if (token->sign == ';')
            return NO_SUBJECT;
        if (token->number == WORD_HE || token->number == WORD_SHE)
            return subject_of_word(attribution, sentence->items[at].token);
        mention = mention_at(attribution, sentence->items[at].token);
        if (!mention || sentence->items[at].token != mention->outer_end - 1)
            continue;
        start = sentence_item(sentence, mention->outer);
        after = mention->outer_end;
        next = after < attribution_token_count(attribution) ? word_at(attribution, after) : NULL;
        if (mention->person != NO_PERSON && !mention->possessive && next &&
            !mention_follows_preposition(attribution, sentence, mention) &&
            !is_subordinate(attribution, sentence, start) &&
            (word_is_verb_like(attribution, after) || (next->classes & CLASS_AUXILIARY) || next->sign == ',' ||
             next->sign == '(' || word_ends_in_ly(attribution, after))) {
            if (!is_object_before(attribution, sentence, start, after, verb))
                return subject_of_mention(attribution, mention);
        }
        at = start;
        if (at <= limit)
            break;
    }
    return NO_SUBJECT;
}

/* "The vendor, Slotwise, …", "a colleague of my mother’s, Mr. Ferrand": the name follows. */
static bool is_named_after(const Attribution *attribution, uint32_t end)
{
    if (end < attribution_token_count(attribution) && word_at(attribution, end)->possessive)
        end++;
    return end + 1 < attribution_token_count(attribution) && word_at(attribution, end)->sign == ',' &&
           mention_at(attribution, end + 1);
}

/* "a spokesman [for the builders]": the end of what "of" or "for" adds. */
static uint32_t complement_end(const Attribution *attribution, uint32_t end)
{
    const Word *first = word_at(attribution, end);
    uint32_t at = end + 1;

    if (first->number != WORD_OF && first->number != WORD_FOR)
        return end;
    while (at < attribution_token_count(attribution) && at - end <= DESCRIPTION_WORDS) {
        const Word *token = word_at(attribution, at);

        if (token->kind == TOKEN_SIGN || !tokens_beside(attribution->tokens, end, at) ||
            (token->classes & (CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_CONJUNCTION)) ||
            word_is_verb_like(attribution, at))
            break;
        at++;
    }
    return at > end + 1 && !(word_at(attribution, at - 1)->classes & CLASS_DETERMINER) ? at : end;
}

int32_t subject_description(Attribution *attribution, uint32_t first)
{
    const Word *start = word_at(attribution, first);

    if (!((start->classes & CLASS_DETERMINER) || start->number == WORD_HIS || start->number == WORD_HER))
        return NO_SUBJECT;
    for (uint32_t head = first + 1; head < attribution_token_count(attribution) && head - first <= DESCRIPTION_WORDS;
         head++) {
        const Word *token = word_at(attribution, head);

        if (token->kind == TOKEN_SIGN || token->possessive || token->capital ||
            !tokens_same_span(attribution->tokens, head, first) ||
            (token->classes & (CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_CONJUNCTION)))
            return NO_SUBJECT;
        if (!word_is_for_person(attribution, head))
            continue;
        if (is_named_after(attribution, head + 1))
            return NO_SUBJECT;
        if (starts_predicate(attribution, head + 1))
            return subject_new(attribution, SUBJECT_NOMINAL, first, complement_end(attribution, head + 1), NO_PERSON);
    }
    return NO_SUBJECT;
}

/* "In August several [groups of parents] sued, saying": the description that begins at an item, no object of a
 * preposition. */
static int32_t description_at(Attribution *attribution, const Sentence *sentence, size_t at)
{
    int32_t description;
    uint32_t head;

    if (item_is(attribution, sentence, at, WORD_THAT) ||
        (at > 0 && item_has(attribution, sentence, at - 1, CLASS_PREPOSITION)))
        return NO_SUBJECT;
    description = subject_description(attribution, sentence->items[at].token);
    if (description == NO_SUBJECT)
        return NO_SUBJECT;
    if (is_named_after(attribution, subject_at(attribution, description)->end))
        return NO_SUBJECT;
    head = subject_head(attribution, subject_at(attribution, description));
    return (word_at(attribution, head)->classes & CLASS_PERSON_NOUN) ||
                   word_is_person_plural(tokens_text(attribution->tokens, head))
               ? description
               : NO_SUBJECT;
}

/* "[The embassy] declined and said": what begins the sentence, up to its first verb. */
static int32_t subject_opening(Attribution *attribution, const Sentence *sentence, size_t limit)
{
    if (!item_has(attribution, sentence, 0, CLASS_DETERMINER))
        return NO_SUBJECT;
    for (size_t at = 1; at < limit && at <= OPENING_WORDS; at++) {
        const Word *word = item_token(attribution, sentence, at);

        if (!word || word->kind == TOKEN_SIGN || (word->classes & (CLASS_CONJUNCTION | CLASS_PRONOUN)))
            return NO_SUBJECT;
        if (at > 1 && (word_is_verb_like(attribution, sentence->items[at].token) || (word->classes & CLASS_AUXILIARY)) &&
            !(word->classes & CLASS_NOUN_TOO))
            return subject_at_phrase(attribution, sentence, at - 1).subject;
    }
    return NO_SUBJECT;
}

int32_t subject_first(Attribution *attribution, const Sentence *sentence, size_t limit)
{
    size_t end = limit && limit < sentence->count ? limit : sentence->count;

    for (size_t at = 0; at < end && at < CLAUSE_REACH; at++) {
        const Word *token = item_token(attribution, sentence, at);
        const NameRun *mention;
        int32_t description;

        if (!token)
            continue;
        if (token->number == WORD_HE || token->number == WORD_SHE || token->number == WORD_THEY ||
            token->number == WORD_I ||
            (token->number == WORD_IT && !(at > 0 && item_has(attribution, sentence, at - 1, CLASS_CUE))))
            return subject_of_word(attribution, sentence->items[at].token);
        description = description_at(attribution, sentence, at);
        if (description != NO_SUBJECT)
            return description;
        mention = mention_at(attribution, sentence->items[at].token);
        if (mention && sentence->items[at].token == mention->first && mention->person != NO_PERSON &&
            !mention->possessive && !mention_follows_preposition(attribution, sentence, mention))
            return subject_of_mention(attribution, mention);
    }
    return subject_opening(attribution, sentence, end);
}
