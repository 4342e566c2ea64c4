/* The different words of a text, each once: what depends on the word alone is worked out when it is met first. */
#ifndef QUOIN_ANALYSIS_WORDS_VOCABULARY_H
#define QUOIN_ANALYSIS_WORDS_VOCABULARY_H

#include "analysis/words/lexicon.h"
#include "analysis/words/role_words.h"
#include "analysis/words/tokens.h"

/* Begin, for about so many bytes of text; forget what is needed to enter words. */
void vocabulary_init(TokenList *list, size_t bytes);
void vocabulary_end(TokenList *list);

/* The index of the word at a place of the text; entered when it is new. Possessive endings are words of their own. What the lists of words know
 * of new ones, their classes and numbers, they have after vocabulary_look_up. */
uint32_t vocabulary_enter(TokenList *list, Range range, TokenKind kind, bool possessive);
void vocabulary_look_up(TokenList *list);

/* Does the text write this word small somewhere? May say yes for a word that it does not, in one of about fifty cases. */
bool tokens_written_small(const TokenList *list, uint32_t hash);

/* What lexicon_flags says of a token's word; and role_part, by which most words that are asked for are looked up once. */
static inline uint32_t tokens_lexicon(const TokenList *list, size_t token)
{
    return tokens_word(list, token)->lexicon;
}
RolePart tokens_role_part(const TokenList *list, size_t token);

#endif
