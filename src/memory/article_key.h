/* What an article is known by, from one reading to the next: the same file moved, renamed, got anew or read in another format has the same key. */
#ifndef QUOIN_MEMORY_ARTICLE_KEY_H
#define QUOIN_MEMORY_ARTICLE_KEY_H

#include "article/article.h"

/* By the first of these that it has. */
typedef enum ArticleKeyKind {
    ARTICLE_KEY_NONE,   /* there is no text: nothing is remembered of it */
    ARTICLE_KEY_ID,     /* its `id` */
    ARTICLE_KEY_URL,    /* its address, as of address_identity; an `id` that is an address is one too */
    ARTICLE_KEY_CONTENT /* the first ARTICLE_KEY_BYTES of its text */
} ArticleKeyKind;

enum {
    ARTICLE_KEY_BYTES = 16 * 1024,
    ARTICLE_KEY_IDENTITY_LONGEST = 500 /* bytes; what is longer is shortened in its middle */
};

typedef struct ArticleKey {
    ArticleKeyKind kind;
    Text identity; /* "id tag:example.org,2024:7", "url example.org/ferry", "content 3fa9…": one line, which tells whose a file is */
    Text name; /* of its file in a store, without an ending: 32 digits and small letters, a hash of all of the identity */
} ArticleKey;

/*
 * The key of an article, in `arena`. `address`: where it was got from, for one that gives none; may be empty. Indexes the first bytes of its text
 * where nothing else tells; of a stream, ask when so much of it has come, or its end.
 */
ArticleKey article_key(Arena *arena, Article *article, Text address);

/* The same of one that is indexed as far as that. */
ArticleKey article_indexed_key(Arena *arena, const Article *article, Text address);

/* The key of what gives `id` and `url`, either of which may be empty: of an article that was only peeked at. ARTICLE_KEY_NONE: both are. */
ArticleKey article_key_given(Arena *arena, Text id, Text url);

/* The name of an article's file in a store (memory/keeper.h), "3f/3fa9….yaml", in the arena. `key`: ArticleKey.name. */
Text article_key_file(Arena *arena, Text key);

#endif
