/* What stands between two tokens belongs to the phrase: "U. S." and "U.S." are one name, "London, Ontario" and "London Ontario" are two. */
#include "analysis/words/phrases.h"

Phrase phrase_at(const TokenList *tokens, size_t token_count, size_t first)
{
    Phrase phrase;

    phrase.tokens = tokens;
    phrase.token_count = token_count;
    phrase.first = phrase.end = first;
    phrase.last = false;
    folded_name_begin(&phrase.folded);
    return phrase;
}

bool phrase_grow(Phrase *phrase)
{
    const TokenList *tokens = phrase->tokens;
    size_t token = phrase->end;

    if (token >= phrase->token_count || phrase->folded.full ||
        (token > phrase->first && token_block(tokens, token) != token_block(tokens, phrase->first)))
        return false;
    if (token > phrase->first)
        folded_name_append(&phrase->folded, text_slice(tokens->article->text, (Range){token_end(tokens, token - 1),
                                                                                      token_start(tokens, token)}));
    folded_name_append(&phrase->folded, tokens_text(tokens, token));
    phrase->end++;
    return true;
}

const LexiconEntry *phrase_grow_known(Phrase *phrase)
{
    const LexiconEntry *entry = !phrase->last && phrase_grow(phrase) ? lexicon_find(&phrase->folded) : NULL;

    phrase->last = !entry || !(entry->flags & LEXICON_BEGINS);
    return entry;
}

Range phrase_range(const Phrase *phrase)
{
    return tokens_range(phrase->tokens, phrase->first, phrase->end);
}
