/* The names of signs are those that screen readers use. */
#include "ui/linear/keys_spoken.h"

static const struct {
    char sign;
    const char *name;
} signs[] = {
    {' ', "Space"},
    {'!', "exclamation mark"},
    {'"', "quotation mark"},
    {'#', "number sign"},
    {'$', "dollar"},
    {'%', "per cent"},
    {'&', "ampersand"},
    {'\'', "apostrophe"},
    {'(', "left paren"},
    {')', "right paren"},
    {'*', "star"},
    {'+', "plus"},
    {',', "comma"},
    {'-', "minus"},
    {'.', "full stop"},
    {'/', "slash"},
    {':', "colon"},
    {';', "semicolon"},
    {'<', "less than"},
    {'=', "equals"},
    {'>', "greater than"},
    {'?', "question mark"},
    {'@', "at"},
    {'[', "left bracket"},
    {'\\', "backslash"},
    {']', "right bracket"},
    {'^', "circumflex"},
    {'_', "underline"},
    {'`', "backquote"},
    {'{', "left brace"},
    {'|', "bar"},
    {'}', "right brace"},
    {'~', "tilde"},
};

static Text character_spoken(uint32_t code, Arena *arena)
{
    char bytes[4] = {0};

    if (code == KEY_ANY_CHARACTER)
        return TEXT("a letter");
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        if ((uint32_t)signs[i].sign == code)
            return text_from(signs[i].name);
    }
    if (code < 0x80 && ascii_is_upper((char)code))
        return arena_printf(arena, "capital %c", (char)code);
    return arena_copy(arena, (Text){bytes, utf8_encode(code, bytes)});
}

Text key_spoken(Key key, Arena *arena)
{
#define SPECIAL(ID, name) [KEY_SPECIAL_##ID - KEY_FIRST_SPECIAL] = name,
    static const char *const specials[] = {SPECIAL_KEYS(SPECIAL)};
#undef SPECIAL
    bool special = key.code > KEY_FIRST_SPECIAL && key.code < KEY_AFTER_SPECIAL;
    Text name = special ? text_from(specials[key.code - KEY_FIRST_SPECIAL]) : character_spoken(key.code, arena);

    return arena_printf(arena, "%s%s%s%.*s", key.modifiers & MODIFIER_CTRL ? "Control " : "",
                        key.modifiers & MODIFIER_META ? "Alt " : "", key.modifiers & MODIFIER_SHIFT ? "Shift " : "",
                        TEXT_ARGS(name));
}

Text keys_spoken(const Keymap *keymap, ActionId action, Arena *arena)
{
    for (size_t i = 0; i < keymap->bindings.count; i++) {
        const Binding *binding = &keymap->bindings.items[i];
        TextBuffer words = {0};

        if (binding->action != action || !keymap_holds(keymap, binding, CONTEXT_BODY))
            continue;
        for (int key = 0; key < binding->sequence.count; key++) {
            text_buffer_add(arena, &words, key ? TEXT(" ") : (Text){0});
            text_buffer_add(arena, &words, key_spoken(binding->sequence.keys[key], arena));
        }
        return text_buffer_text(&words);
    }
    return TEXT("no key");
}
