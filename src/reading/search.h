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
    ARRAY(Range) matches;  /* in order: the first of the article, at most MOST_MATCHES of them */
    size_t counted_until;  /* up to this offset search_count has looked for them */
    bool counted;          /* it has nothing left to look through */
    bool too_many;         /* there are more than MOST_MATCHES. Else `matches` has all, once `counted` */
    Range current;         /* the match that the reader is at; empty: none */
    bool seeking;          /* a seek has more to look through: search_seek_on */
    bool backwards;        /* it goes towards the start */
    bool wrapped;          /* it has passed the end, or backwards the start, and goes on from the other one */
    SearchOutcome outcome; /* of the last seek */
    size_t seek_from;      /* where the seek began */
    size_t seek_at;        /* where it goes on */
    size_t origin;         /* where the reader was when the search began: Escape returns there */
} Search;

/* Another pattern, in place of the last one; `origin` is kept for who returns there. An empty one ends the search. */
void search_begin(Search *search, Text pattern, size_t origin);
void search_end(Search *search);

/* Find the next match that starts at `from` or after it, or backwards before it; search->current is then the match. SEARCH_GOES_ON: the text is
 * long, and search_seek_on looks through so many bytes more of it, until search->seeking is false. */
SearchOutcome search_seek(Search *search, Article *article, size_t from, bool backwards);
SearchOutcome search_seek_on(Search *search, Article *article, size_t bytes);

/* The text has grown: there is more to count. Not `continued`: it has become another, and all of it is counted again. */
void search_go_on(Search *search, bool continued);

/* Count the matches of so many bytes more. False: there is nothing left to count. */
bool search_count(Search *search, Article *article, size_t bytes);
size_t search_number(const Search *search); /* of the current match, from 1; 0: it is not among those that are counted */

#endif
