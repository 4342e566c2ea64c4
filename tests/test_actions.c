/* The table of actions: every row has keys that parse, help, a name that leads back to it, and a function in
 * actions.c. */
#include "tap.h"
#include "ui/actions/actions.h"

int main(void)
{
    Arena arena = {0};
    Keymap keymap;

    keymap_init(&keymap, &arena);
    for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
        const ActionInfo *info = action_info((ActionId)id);

        ok(action_from_name(info->name) == (ActionId)id && info->help.size > 0 &&
               keymap_keys_of(&keymap, info->context, (ActionId)id, 1, &arena).size > 0,
           "%.*s has a name, help and a key", TEXT_ARGS(info->name));
        ok(app_can_run((ActionId)id), "%.*s has a row in src/ui/actions/actions.c", TEXT_ARGS(info->name));
    }
    ok(action_from_name(TEXT("no-such-action")) == ACTION_NONE, "an unknown name has no action");
    arena_release(&arena);
    return tap_done();
}
