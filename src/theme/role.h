/* Roles: what a cell means, never what it looks like. A theme maps roles to styles. */
#ifndef QUOIN_THEME_ROLE_H
#define QUOIN_THEME_ROLE_H

#include "base/text.h"

typedef enum Role {
    ROLE_NONE, /* no role: the layer below shows */
#define ROLE(ID, name, parent, help) ROLE_##ID,
#include "theme/roles.def"
#undef ROLE
    ROLE_COUNT
} Role;

/*
 * Roles in one cell, painted one over the other. A style that an upper role leaves unset shows the one below. A speaker's or
 * an entity's hue comes from its role. What the text sets apart has a layer for each way, since it may do so in several at once.
 */
typedef enum Layer {
    LAYER_TEXT,
    LAYER_BOLD,
    LAYER_ITALIC,
    LAYER_UNDERLINE,
    LAYER_QUOTE,
    LAYER_ENTITY,
    LAYER_TOP,
    LAYER_COUNT
} Layer;

typedef struct RoleStack {
    unsigned char roles[LAYER_COUNT]; /* of type Role */
} RoleStack;

static inline RoleStack role_stack(Role role)
{
    return (RoleStack){{[LAYER_TEXT] = (unsigned char)role}};
}

static inline bool role_stack_same(RoleStack a, RoleStack b)
{
    return memcmp(a.roles, b.roles, sizeof a.roles) == 0;
}

static inline void role_stack_set(RoleStack *stack, Layer layer, Role role)
{
    stack->roles[layer] = (unsigned char)role;
}

/* A name, or a speaker's hue, in the selected quotation. */
static inline RoleStack role_stack_in_quote(Role role)
{
    RoleStack stack = role_stack(ROLE_TEXT);

    role_stack_set(&stack, LAYER_QUOTE, ROLE_QUOTE_CURRENT);
    role_stack_set(&stack, LAYER_ENTITY, role);
    return stack;
}

/* A title in the row at the top, which has the role of the status line. */
static inline RoleStack role_stack_in_status(Role role)
{
    RoleStack stack = role_stack(ROLE_STATUS);

    role_stack_set(&stack, LAYER_QUOTE, role);
    return stack;
}

Text role_name(Role role);
Text role_help(Role role);
Role role_parent(Role role);   /* ROLE_NONE for ROLE_TEXT */
bool role_is_lines(Role role); /* borders, bars: what needs less contrast than text */
Role role_of_speaker(
    size_t speaker); /* the hue of a speaker, who are counted from 0; there are more signs than hues, so that some share one */
Role role_from_name(Text name); /* ROLE_NONE when there is none */

/* What is told apart by hue too (never by it alone), in order: the kinds of names, and the speakers. */
enum { HUE_KINDS = 3, HUE_SPEAKERS = ROLE_SPEAKER_6 - ROLE_SPEAKER_1 + 1 };
extern const Role role_kinds[HUE_KINDS], role_speakers[HUE_SPEAKERS];

/* What stands in the row at the top, over the status line's role. */
enum { ROLES_IN_STATUS = 4 };
extern const Role roles_in_status[ROLES_IN_STATUS];

#endif
