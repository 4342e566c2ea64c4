/* The rows of actions.def, and the names of groups and contexts. What an action does is in actions.c. */
#include "keys/keymap.h"

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
#define CONTEXT(ID, name, title) [CONTEXT_##ID] = LITERAL(name),
    KEY_CONTEXTS(CONTEXT)
#undef CONTEXT
};

static const Text context_titles[CONTEXT_COUNT] = {
#define CONTEXT(ID, name, title) [CONTEXT_##ID] = LITERAL(title),
    KEY_CONTEXTS(CONTEXT)
#undef CONTEXT
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
