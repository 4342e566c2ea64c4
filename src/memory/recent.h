/* The articles that were read last, newest first, and their file, "recent.yaml" in KEEPER_PLACES. */
#ifndef QUOIN_MEMORY_RECENT_H
#define QUOIN_MEMORY_RECENT_H

#include "memory/remembered.h"

/* In the list, and how far somebody is in them. */
typedef struct RecentArticle {
    Text key; /* ArticleKey.name */
    Text title;
    Text file; /* to open it by: a path from the root, or an address */
    ReadingState state;
    unsigned percent;
} RecentArticle;

typedef struct RecentList {
    ARRAY(RecentArticle) items;
} RecentList;

#define RECENT_NAME TEXT("recent.yaml")
enum { RECENT_MOST = 200 };

/* Texts may be those of `source`. False: the report says what is wrong with it, and nothing of it counts. */
bool recent_read(RecentList *list, Arena *arena, Text source, Report *report);
Text recent_write(const RecentList *list, Arena *arena);

/* Put an article first; what was of the same key, or of the same file, is out, and so are the oldest beyond RECENT_MOST. */
void recent_put(RecentList *list, Arena *arena, const RecentArticle *article);
bool recent_remove(RecentList *list, Text key); /* false: it is not there */

/* The article of a file, or NULL. */
const RecentArticle *recent_of_file(const RecentList *list, Text file);

/* May the file of a list name `file` at all? Costs less than to read it. */
bool recent_may_name(Text source, Text file);

#endif
