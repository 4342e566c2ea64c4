/*
 * What the features of names ask about a word, worked out once: its form and shape, what the word lists say of it, and where the same word
 * stands again. Only for tokens that may be of a name (candidates), and those near them. And the stretches of text that are tagged at once.
 */
#ifndef QUOIN_ANALYSIS_TAGS_TAG_WORDS_H
#define QUOIN_ANALYSIS_TAGS_TAG_WORDS_H

#include "analysis/tags/tag_model.h"
#include "analysis/words/tokens.h"

enum { TAG_SEGMENT_LONGEST = 200 /* tokens */, TAG_PLAIN_BYTES = 64 };

/* Lists of names that the model knows phrases from. */
enum {
    TAG_LIST_CITY = 1 << 0,
    TAG_LIST_PLACE = 1 << 1,
    TAG_LIST_PERSON = 1 << 2, /* a full name */
    TAG_LIST_KNOWN = 1 << 3,  /* the last name of such a person */
    TAG_LIST_GROUP = 1 << 4,
    TAG_LIST_LAST_NAME = 1 << 5, /* a common one */
    TAG_LIST_OTHER = 1 << 6
};

/* What depends on the written word alone. */
typedef struct TagForm {
    uint32_t hash;            /* of the word as it is written */
    uint32_t shape;           /* "Xx", "X.X." … each run of a kind once */
    uint32_t long_shape;      /* each letter */
    uint32_t lexicon;         /* LEXICON_ flags */
    unsigned short few, many; /* classes of the word, see TagWordClasses */
    bool capital, in_capitals;
    bool begins_phrase; /* of the lexicon */
} TagForm;

typedef struct TagWord {
    TagForm form;
    uint32_t phrase;                 /* LEXICON_ flags of the phrases of several words that it is part of */
    uint32_t candidate;              /* 1 + its index among the candidates; 0: it is none */
    unsigned char list, phrase_list; /* TAG_LIST_ bits of the word, and of phrases of several words that it is part of */
    bool small_elsewhere, capital_elsewhere, headline;
} TagWord;

/* A token that may begin or end a name. */
typedef struct TagCandidate {
    uint32_t token;
    unsigned next : 31; /* index of the next one with the same lower-case word, around the text's end; its own: there is no other */
    unsigned plain : 1; /* a capital that says something: not of a headline, of a word in capitals, of the first word of a sentence */
} TagCandidate;

typedef struct TagText {
    const TokenList *tokens;
    const TagModel *model;
    Arena *arena;
    ARRAY(TagCandidate) candidates; /* of the whole text */
    unsigned char *known;           /* for each word of the text: what is_candidate has to know of it */
    struct TagForms *forms;         /* of the words met last */
    uint32_t headline_block;        /* 1 + the block asked for last, … */
    bool headline;                  /* … and whether it reads like a headline */
    Arena *scratch;                 /* of the words: */
    TagWord *words;                 /* of the tokens [from, until), which are looked at */
    size_t from, until;
    unsigned left_out; /* bits of groups of features that are not used; 0 in the product */
} TagText;

/* Tokens [first, end): a stretch of one sentence that is tagged at once. */
typedef struct TagSegment {
    size_t first, end;
} TagSegment;

/* The key of a word in the model's tables, and that of a phrase: its words' one after the other, from 0. */
uint32_t tag_word_key(Text word);
uint32_t tag_phrase_key(uint32_t phrase, uint32_t word);

/* "O’Connor" with a straight apostrophe, in `plain` if need be; a second one in a word stays as it is. */
Text tag_plain_word(Text word, char plain[TAG_PLAIN_BYTES]);

/* Begin; look for what may be of a name among the tokens [first, end), all of them in their order; after the last. */
void tag_text_begin(TagText *text, Arena *arena, const TokenList *tokens, const TagModel *model);
void tag_text_add(TagText *text, size_t first, size_t end);
void tag_text_link(TagText *text);

/* Make the words of the tokens [first, end), which begin and end with a sentence; those of others are forgotten. */
void tag_text_look(TagText *text, size_t first, size_t end);

/* All of this for a whole text. */
void tag_text_init(TagText *text, Arena *arena, const TokenList *tokens, const TagModel *model);

/* The word of a token that is looked at; the form of any that is near what may be of a name, good until the next is asked for. */
static inline const TagWord *tag_word(const TagText *text, size_t token)
{
    return &text->words[token - text->from];
}

const TagForm *tag_form(const TagText *text, size_t token);

/* The next segment at or after a token, of what is looked at; false: there is none. What is in none is no name. */
bool tag_next_segment(const TagText *text, size_t from, TagSegment *segment);

static inline bool tag_same_sentence(const TagText *text, size_t a, size_t b)
{
    return tokens_same_sentence(text->tokens, a, b);
}

#endif
