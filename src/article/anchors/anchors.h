/*
 * Finding a quotation in a text by its words (W3C Web Annotation, TextQuoteSelector): the same words, whatever their case, accents,
 * marks and blanks; else the words with one or so changed, as long as it is no name, number or negation (see anchor_compare.h). Of
 * several places the one whose neighbours fit prefix and suffix, then the nearest to the block hint, then the one beside which the
 * speaker is named.
 */
#ifndef QUOIN_ARTICLE_ANCHORS_ANCHORS_H
#define QUOIN_ARTICLE_ANCHORS_ANCHORS_H

#include "article/anchors/anchor_compare.h"
#include "article/article.h"

typedef struct Anchor {
    Text exact, prefix, suffix;
    Text speaker;      /* of a quotation, as far as known; empty for what is nobody's speech (a link) */
    size_t block;      /* a hint: the entry of `body`, from 1, that it stands in; 0 for none */
    size_t near;       /* another: where it stood in the text; of places that fit as well the nearest one is it */
    bool is_quotation; /* a negation or a number before it makes it something else */
} Anchor;

typedef enum AnchorOutcome {
    ANCHOR_FOUND,
    ANCHOR_AMBIGUOUS, /* found, in several places that fit as well, and the speaker is named beside none of them, or beside several */
    ANCHOR_MISSING,
    ANCHOR_WORDLESS,  /* there is no word to look for */
    ANCHOR_UNSEARCHED /* the search had ended */
} AnchorOutcome;

/* What was found; when missing, the nearest passage, if there is any, and why it is not the quotation. */
typedef struct AnchorResult {
    AnchorOutcome outcome;
    QuoteMatch match;
    Text given;    /* what was looked for: `compared.given` is of it */
    Range range;   /* of the article's text, without marks around it; empty when there is not even something near */
    size_t places; /* that fit as well; 1: it is the only one, or the best */
    Comparison compared; /* where a word or so differs, and when missing */
} AnchorResult;

/*
 * The search for all anchors of one article. The work for each grows with its own size and with how often its rarest words occur. Where
 * all words are common it is bounded, in proportion to the sizes of text and anchors: after that nothing is found, and it says so. Ends
 * with `arena`.
 */
typedef struct AnchorSearch {
    Arena *arena;
    const Article *article;
    size_t work, allowed; /* steps */
    bool exhausted;
    bool begun;      /* somebody has asked: index and meanings are there */
    bool is_english; /* else no word may differ: what the words mean is not known */
    WordIndex index;
    WordMeanings meanings;
    struct AnchorPassages *passages;
} AnchorSearch;

void anchor_search_init(AnchorSearch *search, Arena *arena, const Article *article);

AnchorResult anchor_find(AnchorSearch *search, const Anchor *anchor);

#endif
