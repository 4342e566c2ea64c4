/*
 * A verb of saying is less than sure after "to" and after "was", and none where it is a noun:
 *
 *     Farrow said             sure
 *     Farrow recalled         it may report speech
 *     Farrow declined to say  an infinitive
 *     it was said             a passive
 *     the claim               a noun
 */
#include "analysis/attribution/verbs.h"

/* "as Farrow put it" */
static bool puts_it(const Attribution *attribution, uint32_t token)
{
    const Word *word = word_at(attribution, token);

    return (word->number == WORD_PUT || word->number == WORD_PUTS) &&
           token + 1 < attribution_token_count(attribution) && word_at(attribution, token + 1)->number == WORD_IT;
}

/* "the claim", "of remarks": is a word that is a noun as well one behind that other? */
static bool is_noun_behind(const Attribution *attribution, const Word *word, uint32_t before)
{
    const Word *other = word_at(attribution, before);

    if (other->possessive || other->number == WORD_THE || other->number == WORD_A || other->number == WORD_AN ||
        other->number == WORD_HIS || other->number == WORD_HER)
        return true;
    if (!(word->classes & CLASS_NOUN_TOO))
        return false;
    return (other->classes & CLASS_DETERMINER) ||
           ((other->classes & CLASS_PREPOSITION) && other->number != WORD_TO && other->number != WORD_AS);
}

int verb_strength(const Attribution *attribution, uint32_t token)
{
    const Word *word = word_at(attribution, token), *before = NULL;
    bool weak = (word->classes & CLASS_SAYS_WEAK) && rule_is_on(attribution, RULE_WEAK_CUES);
    int strength = word->classes & CLASS_SAYS || puts_it(attribution, token) ? STRENGTH_SURE
                   : weak                                                    ? STRENGTH_MAYBE
                                                                             : 0;
    bool quoted;

    if (!strength)
        return 0;
    if (token > 0 && tokens_same_sentence(attribution->tokens, token - 1, token))
        before = word_at(attribution, token - 1);
    quoted = before && token_is_quoted(attribution->tokens, token - 1);
    if (word->capital && before && !quoted &&
        ((word->classes & CLASS_NOUN_TOO) || !tokens_are_title_case(attribution->tokens, token)))
        return 0; /* a name; but "Farrow Said That" */
    if (!before || quoted)
        return strength;
    if (is_noun_behind(attribution, word, token - 1))
        return 0;
    if (before->number == WORD_TO)
        return strength == STRENGTH_SURE ? STRENGTH_INFINITIVE : 0;
    if (before->number == WORD_BE || before->number == WORD_BEEN || before->number == WORD_WAS ||
        before->number == WORD_WERE || before->number == WORD_IS || before->number == WORD_ARE ||
        before->number == WORD_BEING)
        return word_ends_in_ing(attribution, token) ? strength : STRENGTH_PASSIVE;
    return strength;
}

bool word_is_verb_like(const Attribution *attribution, uint32_t token)
{
    const Word *word = word_at(attribution, token);
    Text text = tokens_text(attribution->tokens, token);

    return (word->classes & (CLASS_FINITE | CLASS_CUE)) || (text.size > 4 && text_ends_with(text, TEXT("ed")));
}

/* "the bus company [Westerly] writes"; where sentences are Written Like This a capital says nothing. */
static bool is_name(const Attribution *attribution, uint32_t token)
{
    return word_at(attribution, token)->capital && !token_starts_sentence(attribution->tokens, token) &&
           !tokens_are_title_case(attribution->tokens, token);
}

bool word_ends_in_ly(const Attribution *attribution, uint32_t token)
{
    Text text = tokens_text(attribution->tokens, token);

    return text.size > 4 && text_ends_with(text, TEXT("ly")) && !(word_at(attribution, token)->classes & CLASS_CUE) &&
           !is_name(attribution, token);
}

bool word_ends_in_ing(const Attribution *attribution, uint32_t token)
{
    return text_ends_with(tokens_text(attribution->tokens, token), TEXT("ing"));
}
