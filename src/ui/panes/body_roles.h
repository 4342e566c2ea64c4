/*
 * What a glyph of the article looks like, and where it leads: whether it is in a quotation, a name, a note, a match, a
 * link, the selection.
 */
#ifndef UI_PANES_BODY_ROLES_H
#define UI_PANES_BODY_ROLES_H

#include "ui/state/app.h"

/* Offsets are bytes of the article's text that is shown. */
typedef struct BodyRoles {
    const App *app;
    Canvas *canvas; /* whose links body_link_target() adds to, and whose colours say whether speakers have hues */
    Arena *scratch; /* for addresses; the drawer's */
    size_t quote, mention, match, emphasis, link, note; /* cursors: the first range that ends after the glyph */
    Range address;                                      /* of the web, that the glyph before was in */
    size_t target_start;                                /* of the link that `target` is of; NO_OFFSET: of none; */
    unsigned target;                                    /* … among those of the canvas */
    size_t current_quote, current_entity, current_link;
    Range selected; /* of what is shown */
    Range known;    /* … where all has the roles of its first byte, in blocks of a role */
    Role known_base;
    RoleStack roles;
} BodyRoles;

/* The role of a block's own text. */
Role body_block_role(BlockKind kind);

/* Sets the cursors for glyphs from `offset` on; they are asked for in order. `app`, `canvas` and `scratch` are set. */
void body_roles_start(BodyRoles *glyphs, size_t offset);

/* The roles of the glyph at `offset`, in a block whose own role is `base`. */
RoleStack body_roles_at(BodyRoles *glyphs, Role base, size_t offset);

/* … of the number of a link behind the glyph at `offset`: nothing of the text, but on its ground. */
RoleStack body_number_roles(BodyRoles *glyphs, Role base, size_t offset);

/* The link of the canvas for a glyph; 0: it leads nowhere. The address is worked out once a link. */
unsigned body_link_target(BodyRoles *glyphs, size_t offset);

#endif
