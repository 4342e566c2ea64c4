/* What is known of each action: its name, its default keys and where they hold, its help. What it does is in src/ui/actions/. */
#ifndef QUOIN_KEYS_ACTION_H
#define QUOIN_KEYS_ACTION_H

#include "base/text.h"
#include "keys/pane_id.h"

/* Where a binding holds. The focused pane's own context comes first, then `all`. */
typedef enum KeyContext {
    CONTEXT_ALL,
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) CONTEXT_##ID,
#include "keys/panes.def"
    CONTEXT_SELECTION, /* while something of the text is selected */
    CONTEXT_POPUP,
    CONTEXT_COUNT
} KeyContext;

typedef enum ActionId {
    ACTION_NONE, /* unbinds */
#define ACTION(ID, name, group, context, keys, help) ACTION_##ID,
#include "keys/actions.def"
#undef ACTION
    ACTION_COUNT
} ActionId;

/* GROUP(ID, title): headings of the help. */
#define ACTION_GROUPS(GROUP)                     \
    GROUP(MOVE, "Moving")                        \
    GROUP(QUOTE, "Quotations")                   \
    GROUP(NAME, "People, organisations, places") \
    GROUP(LINK, "Links")                         \
    GROUP(SEARCH, "Search")                      \
    GROUP(MARK, "Marks and jumps")               \
    GROUP(NOTE, "Notes")                         \
    GROUP(TAKE, "Selecting and taking out")      \
    GROUP(PANE, "Panes and width")               \
    GROUP(ARTICLE, "Articles")                   \
    GROUP(APP, "The program")

typedef enum ActionGroup {
#define GROUP(ID, title) GROUP_##ID,
    ACTION_GROUPS(GROUP) GROUP_COUNT
#undef GROUP
} ActionGroup;

typedef struct ActionInfo {
    Text name; /* "next-quote" */
    ActionGroup group;
    KeyContext context; /* of its default keys */
    Text keys;          /* default sequences, separated by blanks */
    Text help;
} ActionInfo;

const ActionInfo *action_info(ActionId action);
ActionId action_from_name(Text name); /* ACTION_NONE when there is none */
Text action_group_title(ActionGroup group);

Text key_context_name(KeyContext context);  /* "quotes" */
Text key_context_title(KeyContext context); /* "In the list of quotations" */
KeyContext key_context_of_pane(PaneId pane);

#endif
