/* The rows of actions.def, and the names of groups and contexts. What an action does is in actions.c. */
#include "keys/action.h"

static const ActionInfo actions[ACTION_COUNT] = {
    [ACTION_NONE] = {.name = LITERAL("none"), .help = LITERAL("Nothing: takes a key away")},
#define ACTION(ID, name, group, context, keys, help) \
    [ACTION_##ID] = {LITERAL(name), GROUP_##group, CONTEXT_##context, LITERAL(keys), LITERAL(help)},
#include "keys/actions.def"
#undef ACTION
};

static const Text group_titles[GROUP_COUNT] = {
#define GROUP(ID, title) [GROUP_##ID] = LITERAL(title),
    ACTION_GROUPS(GROUP)
#undef GROUP
};

static const Text context_names[CONTEXT_COUNT] = {
    [CONTEXT_ALL] = LITERAL("all"),
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) [CONTEXT_##ID] = LITERAL(#name),
#include "keys/panes.def"
    [CONTEXT_SELECTION] = LITERAL("selection"),
    [CONTEXT_POPUP] = LITERAL("popup"),
};

static const Text context_titles[CONTEXT_COUNT] = {
    [CONTEXT_ALL] = LITERAL("Everywhere"),
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) [CONTEXT_##ID] = LITERAL("In " what),
#include "keys/panes.def"
    [CONTEXT_SELECTION] = LITERAL("In a selection"),
    [CONTEXT_POPUP] = LITERAL("In help and pickers"),
};

const ActionInfo *action_info(ActionId action)
{
    return &actions[action];
}

ActionId action_from_name(Text name)
{
    for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
        if (text_equal(name, actions[i].name))
            return (ActionId)i;
    }
    return ACTION_NONE;
}

Text action_group_title(ActionGroup group)
{
    return group_titles[group];
}

Text key_context_name(KeyContext context)
{
    return context_names[context];
}

Text key_context_title(KeyContext context)
{
    return context_titles[context];
}

KeyContext key_context_of_pane(PaneId pane)
{
    static const unsigned char contexts[PANE_COUNT] = {
#define PANE(ID, name, what, keys, TAB, WIDE, NARROW) [PANE_##ID] = CONTEXT_##ID,
#include "keys/panes.def"
    };

    return (KeyContext)contexts[pane];
}
