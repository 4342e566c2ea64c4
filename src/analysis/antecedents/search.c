/* Looking for mentions by their place. */
#include "analysis/antecedents/search.h"

#include "analysis/attribution/verbs.h"
#include "base/lower_bound.h"

enum { DESCRIPTION_LONGEST = 9 /* tokens, with its comma */ };

bool mention_starts_sentence(const Search *search, const NameRun *mention)
{
    return mention->outer == 0 || token_sentence(search->attribution->tokens, mention->outer - 1) !=
                                      token_sentence(search->attribution->tokens, mention->first);
}

/* "[The biographer,] Cuthbert Lane, had met her": behind a description that begins the sentence. */
static bool is_apposed_to_first(const Search *search, const NameRun *mention)
{
    const TokenList *tokens = search->attribution->tokens;
    uint32_t at = mention->outer, limit = at > DESCRIPTION_LONGEST ? at - DESCRIPTION_LONGEST : 0;

    if (at < 2 || word_at(search->attribution, at - 1)->sign != ',' || !mention_before_verb(search, mention))
        return false;
    for (at -= 2; at > limit && !token_starts_sentence(tokens, at); at--) {
        const Word *word = word_at(search->attribution, at);

        if ((word->kind == TOKEN_SIGN && !word->possessive) || token_is_quoted(tokens, at) ||
            (word->classes & (CLASS_AUXILIARY | CLASS_FINITE | CLASS_PRONOUN)))
            return false;
    }
    return token_starts_sentence(tokens, at) && !token_is_quoted(tokens, at) &&
           (word_at(search->attribution, at)->classes & CLASS_DETERMINER);
}

bool mention_leads_sentence(const Search *search, const NameRun *mention)
{
    return mention_starts_sentence(search, mention) || is_apposed_to_first(search, mention);
}

bool mention_before_verb(const Search *search, const NameRun *mention)
{
    uint32_t after = mention->outer_end;
    const Word *next;

    if (after >= attribution_token_count(search->attribution))
        return false;
    next = word_at(search->attribution, after);
    return word_is_verb_like(search->attribution, after) || (next->classes & CLASS_AUXILIARY) || next->sign == ',';
}

size_t search_from(const Search *search, const MentionList *list, uint32_t token)
{
    size_t at;

    LOWER_BOUND(at, list->count, search_mention(search, list, at)->first < token);
    return at;
}
