/* Searching an article: matches are ranges of its text. */
#ifndef QUOIN_READING_SEARCH_H
#define QUOIN_READING_SEARCH_H

#include "article/article.h"
#include "base/limits.h"
#include "base/unicode/fold.h"

typedef enum SearchOutcome { SEARCH_NONE, SEARCH_FOUND, SEARCH_FOUND_WRAPPED, SEARCH_GOES_ON } SearchOutcome;

typedef struct Search {
    Arena arena;
    Text pattern; /* empty: no search */
    Needle needle;
    ARRAY(Range) matches; /* in order, of what was looked through so far */
    size_t counted_until; /* bytes looked through */
    bool counted;         /* all; or MOST_MATCHES, and */
    bool uncounted;       /* … there are more than that */
    Range current;        /* empty: none */
    bool seeking;         /* a jump to the next match is under way through a long text */
    bool backwards;
    bool wrapped;          /* … and has passed the end (the start) already */
    SearchOutcome outcome; /* of the last seek */
    size_t seek_at;
    size_t seek_from;
    size_t origin; /* where the search began: Escape returns there */
} Search;

/* Another pattern, in place of the last one; `origin` is kept for who returns there. An empty one ends the search. */
void search_begin(Search *search, Text pattern, size_t origin);
void search_end(Search *search);

/* Find the next match after (before) `from`; in long texts search_seek_on goes on. search->current is the match. */
SearchOutcome search_seek(Search *search, Article *article, size_t from, bool backwards);
/* A step of it; search->seeking tells whether it goes on. */
SearchOutcome search_seek_on(Search *search, Article *article, size_t bytes);
bool search_count(Search *search, Article *article, size_t bytes); /* count matches a step further; true: more to count */
size_t search_number(const Search *search); /* of the current match, from 1; 0 while it is not known */

#endif
