/* What stands between two tokens belongs to the phrase: "U. S." and "U.S." are one name, "London, Ontario" and "London Ontario" are two. */
#include "analysis/phrases.h"

Phrase phrase_at(const Article *article, const Token *tokens, size_t token_count, size_t first)
{
    return (Phrase){
        .article = article, .tokens = tokens, .token_count = token_count, .first = first, .end = first};
}

bool phrase_grow(Phrase *phrase)
{
    const Token *tokens = phrase->tokens;
    Text text = phrase->article->text;
    size_t token = phrase->end;

    if (token >= phrase->token_count || phrase->folded.full ||
        tokens[token].block != tokens[phrase->first].block)
        return false;
    if (token > phrase->first)
        folded_name_append(&phrase->folded,
                           text_slice(text, (Range){tokens[token - 1].range.end, tokens[token].range.start}));
    folded_name_append(&phrase->folded, text_slice(text, tokens[token].range));
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
    return (Range){phrase->tokens[phrase->first].range.start, phrase->tokens[phrase->end - 1].range.end};
}
