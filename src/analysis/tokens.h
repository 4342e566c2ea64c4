/*
 * Tokens: words, numbers and signs of a text, each with its sentence and what the word lists say of it. Possessive endings are tokens
 * of their own ("Sherman" "’s"), abbreviations and initials are one with their full stops ("Mr." "U.S." "J.").
 */
#ifndef QUOIN_ANALYSIS_TOKENS_H
#define QUOIN_ANALYSIS_TOKENS_H

#include "analysis/quotation_words.h"
#include "analysis/quote_marks.h"
#include "article/article.h"

typedef enum TokenKind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN } TokenKind;

typedef struct Token {
    Range range;            /* of article->text */
    uint32_t classes;       /* CLASS_… bits of the lower-case word */
    uint32_t hash;          /* of the lower-case word without a final full stop: equal words have equal hashes */
    unsigned short number;  /* WORD_…, WORD_NONE for most */
    unsigned char kind;     /* a TokenKind */
    bool capital;           /* begins with a capital letter */
    bool possessive;        /* "'s" or "'" after a word */
    bool starts_sentence;
    unsigned char sign;     /* the byte of an ASCII sign; '-' for dashes, '"' for quotation marks; else 0 */
    uint32_t block;         /* index into article->blocks */
    uint32_t sentence;      /* counted over the whole text */
    int32_t span;           /* index of the quoted span that it is in, or -1 */
} Token;

typedef struct TokenRange {
    uint32_t first, end; /* first == end: none */
} TokenRange;

typedef struct TokenList {
    Arena *arena;
    const Article *article;
    ARRAY(Token) tokens;
    SpanList spans;            /* what stands in quotation marks, by start */
    uint64_t *small_words;    /* a filter of hashes: which words the text writes small */
    size_t small_bits;        /* a power of two */
    uint32_t sentences;
    MarkStyle marks;
} TokenList;

/* About `bytes` of the article's text are going to be added. */
void tokens_init(TokenList *list, Arena *arena, const Article *article, size_t bytes);

/* Add the spans and tokens of a part of a block; parts come in their order. Sentences and quotations end with the part. */
void tokens_add(TokenList *list, size_t block, Range part);

/* Does the text write this word small somewhere? May say yes for a word that it does not, in one of about fifty cases. */
bool tokens_written_small(const TokenList *list, uint32_t hash);

Text tokens_text(const TokenList *list, size_t token);

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
bool tokens_are_headline(const Article *article, const Token *tokens, size_t first, size_t end);

#endif
