/*
 * What actions are made of: each function is told by its row of the table in actions.c what it shall do, so that "down" and "up", "next" and
 * "previous" are one.
 */
#ifndef QUOIN_UI_ACTIONS_CALL_H
#define QUOIN_UI_ACTIONS_CALL_H

#include "ui/state/app.h"

typedef struct Call {
    int argument;       /* from the table */
    int direction;      /* from the table: +1, -1 */
    int count;          /* typed before the key; 0: none, or nought */
    bool nought;        /* it was typed, and is 0 */
    uint32_t character; /* typed in the place of {char} */
} Call;

static inline int call_times(const Call *call)
{
    return call->count ? call->count : 1;
}

static inline bool has_article(const App *app)
{
    return app->document.article && app->document.layout;
}

#endif
