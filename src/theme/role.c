/* The rows of roles.def. */
#include "theme/role.h"

typedef struct RoleInfo {
    Text name, help;
} RoleInfo;

static const RoleInfo roles[ROLE_COUNT] = {
#define ROLE(ID, name, parent, help) [ROLE_##ID] = {{name, sizeof(name) - 1}, {help, sizeof(help) - 1}},
#include "theme/roles.def"
#undef ROLE
};

/* Apart, because it is asked for each cell that is drawn. */
static const unsigned char parents[ROLE_COUNT] = {
#define ROLE(ID, name, parent, help) [ROLE_##ID] = ROLE_##parent,
#include "theme/roles.def"
#undef ROLE
};

const Role role_kinds[HUE_KINDS] = {ROLE_ENTITY_PERSON, ROLE_ENTITY_ORGANIZATION, ROLE_ENTITY_PLACE};
const Role roles_in_status[ROLES_IN_STATUS] = {ROLE_TEXT_STRONG, ROLE_PANE_TITLE, ROLE_PANE_TITLE_FOCUSED,
                                               ROLE_SCROLLBAR};
const Role role_speakers[HUE_SPEAKERS] = {ROLE_SPEAKER_1, ROLE_SPEAKER_2, ROLE_SPEAKER_3,
                                          ROLE_SPEAKER_4, ROLE_SPEAKER_5, ROLE_SPEAKER_6};

Text role_name(Role role)
{
    return roles[role].name;
}

Text role_help(Role role)
{
    return roles[role].help;
}

Role role_parent(Role role)
{
    return (Role)parents[role];
}

Role role_from_name(Text name)
{
    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++) {
        if (text_equal(name, roles[role].name))
            return (Role)role;
    }
    return ROLE_NONE;
}

Role role_of_speaker(size_t speaker)
{
    return role_speakers[speaker % HUE_SPEAKERS];
}

bool role_is_lines(Role role)
{
    return role == ROLE_BORDER || role == ROLE_BORDER_FOCUSED || role == ROLE_RULE || role == ROLE_SCROLLBAR;
}
