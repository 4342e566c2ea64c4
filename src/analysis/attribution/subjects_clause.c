/*
 * The subject of a verb that shares it with another, or of a whole sentence:
 *
 *     Farrow took the stand and said
 *     In August several groups of parents sued, saying
 */
#include "analysis/attribution/noun_phrases.h"
#include "analysis/attribution/verbs.h"

enum { CLAUSE_REACH = 160 /* items */, DESCRIPTION_WORDS = 5, OPENING_WORDS = 8 };

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
        uint32_t end;

        if (token->kind == TOKEN_SIGN || token->possessive || token->capital ||
            !tokens_same_span(attribution->tokens, head, first) ||
            (token->classes & (CLASS_PREPOSITION | CLASS_AUXILIARY | CLASS_CONJUNCTION)))
            return NO_SUBJECT;
        if (!word_is_for_person(attribution, head))
            continue;
        if (is_named_after(attribution, head + 1))
            return NO_SUBJECT;
        if (!starts_predicate(attribution, head + 1))
            continue;
        end = complement_end(attribution, head + 1);
        return is_named_after(attribution, end) ? NO_SUBJECT
                                                : subject_new(attribution, SUBJECT_NOMINAL, first, end, NO_PERSON);
    }
    return NO_SUBJECT;
}

/* "Sanders endorsed [Clinton], saying": a name from item `start` to the comma before the verb, that a verb stands before. */
static bool is_object(const Attribution *attribution, const Sentence *sentence, const NameRun *name, size_t verb)
{
    size_t start = sentence_item(sentence, name->outer);

    while (verb > 1 && item_has(attribution, sentence, verb - 1, CLASS_CONJUNCTION | CLASS_AUXILIARY))
        verb--;
    return verb > 0 && start > 0 && sentence->items[verb - 1].token == name->outer_end &&
           sentence->items[start - 1].span < 0 && !item_sign(attribution, sentence, start - 1, ',') &&
           (!item_has(attribution, sentence, start - 1, CLASS_CUE) ||
            word_ends_in_ing(attribution, sentence->items[start - 1].token));
}

/* "Farrow, [Tom Brekke], said": it stands beside another. */
static bool is_apposed(const Attribution *attribution, const Sentence *sentence, const NameRun *name)
{
    size_t start = sentence_item(sentence, name->outer), end = sentence_item(sentence, name->outer_end);

    return start > 0 && item_sign(attribution, sentence, start - 1, ',') &&
           (item_sign(attribution, sentence, end, ',') || item_sign(attribution, sentence, end, '('));
}

/* Does what a subject does, or is, stand behind an item? */
static bool begins_predicate(const Attribution *attribution, const Sentence *sentence, size_t at)
{
    return item_token(attribution, sentence, at) &&
           (item_has(attribution, sentence, at, CLASS_AUXILIARY) || item_sign(attribution, sentence, at, ',') ||
            item_sign(attribution, sentence, at, '(') || word_is_verb_like(attribution, sentence->items[at].token) ||
            word_ends_in_ly(attribution, sentence->items[at].token));
}

int32_t subject_of_clause(Attribution *attribution, const Sentence *sentence, size_t verb)
{
    size_t limit = verb > CLAUSE_REACH ? verb - CLAUSE_REACH : 0;

    for (size_t at = verb; at-- > limit && !item_sign(attribution, sentence, at, ';');) {
        uint32_t token = sentence->items[at].token;
        const NameRun *name = item_token(attribution, sentence, at) ? mention_at(attribution, token) : NULL;

        if (item_is(attribution, sentence, at, WORD_HE) || item_is(attribution, sentence, at, WORD_SHE))
            return subject_of_word(attribution, token);
        if (name && token == name->outer_end - 1 && name->person != NO_PERSON && !name->possessive &&
            !mention_follows_preposition(attribution, sentence, name) &&
            begins_predicate(attribution, sentence, at + 1) && !is_apposed(attribution, sentence, name) &&
            !is_object(attribution, sentence, name, verb))
            return subject_of_mention(attribution, name);
    }
    return NO_SUBJECT;
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
    for (size_t at = 0; at < limit && at < CLAUSE_REACH; at++) {
        const Word *token = item_token(attribution, sentence, at);
        const NameRun *name = token ? mention_at(attribution, sentence->items[at].token) : NULL;
        int32_t description = NO_SUBJECT;

        if (!token || (at > 0 && item_has(attribution, sentence, at - 1, CLASS_PREPOSITION)))
            continue;
        if ((token->classes & CLASS_PRONOUN) && token->number != WORD_WHO && token->number != WORD_WHICH)
            return subject_of_word(attribution, sentence->items[at].token);
        if (token->number != WORD_THAT)
            description = subject_description(attribution, sentence->items[at].token);
        if (description != NO_SUBJECT)
            return description;
        if (name && sentence->items[at].token == name->first && name->person != NO_PERSON && !name->possessive &&
            !mention_follows_preposition(attribution, sentence, name))
            return subject_of_mention(attribution, name);
    }
    return subject_opening(attribution, sentence, limit);
}
