/* Looking for mentions by their place. */
#include "analysis/antecedents/search.h"

#include "analysis/attribution/verbs.h"
#include "base/lower_bound.h"

bool mention_starts_sentence(const Search *search, const NameRun *mention)
{
    return mention->outer == 0 || token_sentence(search->attribution->tokens, mention->outer - 1) !=
                                      token_sentence(search->attribution->tokens, mention->first);
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
