/* The lines with which newsboat begins an item: "Feed: …", "Title: …", in the language of its user. */
#ifndef QUOIN_FORMATS_NEWSBOAT_NEWSBOAT_HEAD_H
#define QUOIN_FORMATS_NEWSBOAT_NEWSBOAT_HEAD_H

#include "base/arena.h"

typedef enum NewsboatLabel {
    NEWSBOAT_FEED,
    NEWSBOAT_TITLE,
    NEWSBOAT_AUTHOR,
    NEWSBOAT_DATE,
    NEWSBOAT_LINK,
    NEWSBOAT_FLAGS,
    NEWSBOAT_PODCAST,
    NEWSBOAT_LABEL_COUNT
} NewsboatLabel;

typedef struct NewsboatHead {
    Range values[NEWSBOAT_LABEL_COUNT]; /* of the source, line ends and all; empty: it says none */
    size_t end;                         /* where the item itself begins */
    unsigned known;                     /* labels that are known */
} NewsboatHead;

/* False: the text does not begin so. Linear in the head. */
bool newsboat_head(Text source, NewsboatHead *head);

#endif
