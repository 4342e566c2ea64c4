/*
 * Tokens: words, numbers and signs of a text, each with its sentence and what the word lists say of it. Possessive endings are tokens
 * of their own ("Sherman" "’s"), abbreviations and initials are one with their full stops ("Mr." "U.S." "J."). tokenizer.h makes them.
 */
#ifndef QUOIN_ANALYSIS_WORDS_TOKENS_H
#define QUOIN_ANALYSIS_WORDS_TOKENS_H

#include "analysis/words/quotation_words.h"
#include "analysis/words/quote_marks.h"
#include "article/article.h"

typedef enum TokenKind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN } TokenKind;

/* Which letters of a word are capitals; not told of a word that is not of ASCII alone. */
typedef enum WordLetters { LETTERS_UNTOLD, LETTERS_SMALL, LETTERS_CAPITALS, LETTERS_MIXED } WordLetters;

/* What a token is, wherever it stands: one for each different word of the text. */
typedef struct Word {
    uint32_t start;          /* where it stands first */
    uint32_t hash;           /* of the lower-case word without a final full stop: equal words have equal hashes */
    unsigned classes : 24;   /* CLASS_… bits of the lower-case word */
    unsigned number : 8;     /* WORD_…, WORD_NONE for most */
    unsigned size : 16;      /* bytes */
    unsigned sign : 8;       /* the byte of an ASCII sign; '-' for dashes, '"' for quotation marks; else 0 */
    unsigned kind : 2;       /* a TokenKind */
    unsigned capital : 1;    /* begins with a capital letter */
    unsigned possessive : 1; /* "'s" or "'" after a word */
    unsigned letters : 2;    /* a WordLetters */
    uint32_t lexicon;        /* lexicon_flags of it */
} Word;

/* A token is where its word stands; all else is told by tokens_… below. */
typedef struct Token {
    uint32_t start; /* of article->text */
    uint32_t word;
} Token;

enum { TOKENS_A_GROUP = 32, TOKEN_LONGEST = 0xFFFF /* bytes; a longer word is several */ };

/* What changes seldom from token to token, of so many at once; bit i is the token i of the group. */
typedef struct TokenGroup {
    uint32_t starts; /* sentences */
    uint32_t quoted; /* is in a quoted span */
    uint32_t sentence, block,
        span; /* of the first of them: sentences that begin before it, its block, the first span that ends after it begins */
} TokenGroup;

typedef struct TokenRange {
    uint32_t first, end; /* first == end: none */
} TokenRange;

typedef struct TokenList {
    Arena *arena, *span_arena;
    const Article *article;
    ARRAY(Token) tokens;
    ARRAY(TokenGroup) groups;
    ARRAY(Word) words; /* each once, in the order of the text */
    Arena *table;      /* of the slots: */
    uint32_t *slots;   /* 1 + index of a word, 0 for none */
    size_t slot_count; /* a power of two */
    SpanList spans;    /* what stands in quotation marks, by start */
    struct NewWords *new_words;
    struct ListedWord *listed; /* which parts of roles those words are that were asked for last */
    size_t listed_count;       /* a power of two */
    uint64_t *small_words;     /* a filter of hashes: which words the text writes small */
    size_t small_bits;         /* a power of two */
    uint32_t sentences;
    MarkStyle marks;
} TokenList;

/* What a token is; where it stands. */
static inline const Word *tokens_word(const TokenList *list, size_t token)
{
    return &list->words.items[list->tokens.items[token].word];
}

static inline size_t token_start(const TokenList *list, size_t token)
{
    return list->tokens.items[token].start;
}

static inline size_t token_end(const TokenList *list, size_t token)
{
    return list->tokens.items[token].start + tokens_word(list, token)->size;
}

static inline const TokenGroup *token_group(const TokenList *list, size_t token)
{
    return &list->groups.items[token / TOKENS_A_GROUP];
}

static inline bool token_starts_sentence(const TokenList *list, size_t token)
{
    return token_group(list, token)->starts >> token % TOKENS_A_GROUP & 1;
}

static inline bool token_is_quoted(const TokenList *list, size_t token)
{
    return token_group(list, token)->quoted >> token % TOKENS_A_GROUP & 1;
}

uint32_t token_sentence(const TokenList *list, size_t token); /* counted over the whole text */

/* Index into article->blocks. */
static inline uint32_t token_block(const TokenList *list, size_t token)
{
    const Block *blocks = list->article->blocks.items;
    uint32_t block = token_group(list, token)->block;

    while (blocks[block].range.end <= list->tokens.items[token].start)
        block++;
    return block;
}

/* The token behind the block that a token is in, at most `limit`. */
static inline size_t token_block_end(const TokenList *list, size_t token, size_t limit)
{
    size_t end = list->article->blocks.items[token_block(list, token)].range.end;

    while (token < limit && list->tokens.items[token].start < end)
        token++;
    return token;
}

/* Index of the quoted span that it is in, or -1. */
int32_t token_quoted_span(const TokenList *list, size_t token);
static inline int32_t token_span(const TokenList *list, size_t token)
{
    return token_is_quoted(list, token) ? token_quoted_span(list, token) : -1;
}

/* Are both in one sentence, in one quotation or both in none? */
static inline bool tokens_same_sentence(const TokenList *list, size_t a, size_t b)
{
    size_t first = a < b ? a : b, last = a < b ? b : a;

    if (last - first > 2)
        return token_sentence(list, a) == token_sentence(list, b);
    while (last > first && !token_starts_sentence(list, last))
        last--;
    return last == first;
}

static inline bool tokens_same_span(const TokenList *list, size_t a, size_t b)
{
    return token_span(list, a) == token_span(list, b);
}

static inline Text tokens_text(const TokenList *list, size_t token)
{
    return (Text){list->article->text.bytes + token_start(list, token), tokens_word(list, token)->size};
}

/* "10:42 [AM]", "5 [p.m.]": of a time, and nobody's name, office or degree. */
bool token_is_half_of_day(const TokenList *list, size_t token);

/* Does a line end before a token (> 0)? */
static inline bool token_begins_line(const TokenList *list, size_t token)
{
    Range between = {token_end(list, token - 1), token_start(list, token)};

    return text_find_byte(text_slice(list->article->text, between), '\n', 0) != TEXT_NOT_FOUND;
}

/* Of one sentence and block, both in one quotation or both in none? */
bool tokens_beside(const TokenList *list, size_t a, size_t b);

/* The tokens [first, end), at least one, as bytes of the text. */
Range tokens_range(const TokenList *list, size_t first, size_t end);

/* A token's word equals another's, in lower case. */
bool tokens_same_word(const TokenList *list, size_t a, size_t b);

/*
 * Do the tokens [first, end) of one block read like a headline, in which a capital says nothing: a block that is one, or four
 * long words or more, three quarters of them capitalised, and no full stop at the end?
 */
bool tokens_are_headline(const TokenList *list, size_t first, size_t end);

/*
 * Is the sentence of this token Written Like This outside of its quotations, so that a capital says nothing: three long words or more near
 * the token, of which at most one in ten is small, and one that is in no name with a capital?
 */
bool tokens_are_title_case(const TokenList *list, size_t token);

#endif
