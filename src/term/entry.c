/*
 * The entry is the terminal's own, with all its keys and habits, but for the colours: setaf and setab take 0xRRGGBB and write it out, and
 * what would change the palette is left out, so that curses never does (it would, at each suspend and at the end). So is a key that is
 * ^Z.
 *
 * It is written as a compiled entry is, with numbers of 32 bits (term(5)):
 *
 *     magic, sizes     names     booleans     numbers     strings: offsets, then bytes
 *     sizes            the same of what is no standard capability, with names at the end
 *
 * Numbers are little-endian, each part begins at an even place.
 */
#include "term/entry.h"

#ifndef HAVE_TERMINAL_ENTRY

const char *entry_for_curses(Arena *arena, EntryWishes wishes)
{
    (void)arena;
    (void)wishes;
    return NULL;
}

#else

#include <curses.h>
#include <string.h>
#include <term.h>

enum { MAGIC = 01036, COLORS_KNOWN = EXACT_PALETTE + 256, PAIRS_KNOWN = 0x10000, ENTRY_MOST = 8 * 1024 };

/* 0xRRGGBB by value, then the palette: 0 to 7, 8 to 15, the rest. */
#define SET_COLOR(by_value, dark, bright)                                                                         \
    "\033[%?%p1%{16777216}%<%t" by_value ";2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%e"               \
    "%?%p1%{16777224}%<%t" dark "%p1%{16777216}%-%d%e%?%p1%{16777232}%<%t" bright "%p1%{16777224}%-%d%e" by_value \
    ";5;%p1%{16777216}%-%d%;%;%;m"

/* Capabilities that are other than the terminal's own, or left out: NULL. */
typedef struct Change {
    const char *name, *value;
    enum { ALWAYS, FOR_COLORS, FOR_SHORT, FOR_STILL } when;
} Change;

static const Change changes[] = {
    {"initc", NULL, ALWAYS},
    {"initp", NULL, ALWAYS},
    {"oc", NULL, ALWAYS},
    {"scp", NULL, ALWAYS},
    {"kspd", NULL, ALWAYS},
    {"setaf", SET_COLOR("38", "3", "9"), FOR_COLORS},
    {"setab", SET_COLOR("48", "4", "10"), FOR_COLORS},
    {"setf", NULL, FOR_COLORS},
    {"setb", NULL, FOR_COLORS},
    {"RGB", NULL, FOR_COLORS},
    {"setaf", "\033[38;5;%p1%dm", FOR_SHORT},
    {"setab", "\033[48;5;%p1%dm", FOR_SHORT},
    {"csr", NULL, FOR_STILL},
    {"ind", NULL, FOR_STILL},
    {"indn", NULL, FOR_STILL},
    {"ri", NULL, FOR_STILL},
    {"rin", NULL, FOR_STILL},
    {"il", NULL, FOR_STILL},
    {"il1", NULL, FOR_STILL},
    {"dl", NULL, FOR_STILL},
    {"dl1", NULL, FOR_STILL},
    {"ich", NULL, FOR_STILL},
    {"ich1", NULL, FOR_STILL},
    {"smir", NULL, FOR_STILL},
    {"dch", NULL, FOR_STILL},
    {"dch1", NULL, FOR_STILL},
};

typedef struct Bytes {
    size_t count; /* more than ENTRY_MOST: they did not fit */
    unsigned char items[ENTRY_MOST];
} Bytes;

/* One half of an entry: the standard capabilities, or the others, which alone bring their names. */
typedef struct Half {
    Bytes booleans, numbers, offsets, strings, names[3];
    size_t boolean_count, number_count, string_count;
} Half;

/* ---- bytes ---- */

static void put(Bytes *bytes, const void *from, size_t size)
{
    if (bytes->count <= ENTRY_MOST && size <= ENTRY_MOST - bytes->count) {
        memcpy(bytes->items + bytes->count, from, size);
        bytes->count += size;
    } else {
        bytes->count = ENTRY_MOST + 1;
    }
}

static void put_number(Bytes *bytes, long value, size_t size)
{
    unsigned char number[4];

    for (size_t i = 0; i < size; i++)
        number[i] = (unsigned char)((unsigned long)value >> (8 * i) & 0xFF);
    put(bytes, number, size);
}

static void put_bytes(Bytes *bytes, const Bytes *from)
{
    put(bytes, from->items, from->count); /* more than fit: nor do they here */
}

static void put_even(Bytes *bytes)
{
    if (bytes->count % 2)
        put_number(bytes, 0, 1);
}

/* ---- capabilities ---- */

/* What curses has read. Its own macros find it in this way: it comes first in a TERMINAL, of which ncurses 6.2 shows nothing else. */
static const TERMTYPE *terminal_type(void)
{
    return (const TERMTYPE *)(const void *)cur_term;
}

static bool is_wished(const Change *change, EntryWishes wishes)
{
    return change->when == ALWAYS || (change->when == FOR_COLORS  ? wishes.exact_colors
                                      : change->when == FOR_SHORT ? wishes.short_colors
                                                                  : wishes.cells_stay);
}

static const char *changed_string(const char *name, const char *value, EntryWishes wishes)
{
    for (size_t i = 0; i < COUNT_OF(changes); i++) {
        if (changes[i].name[0] == name[0] && strcmp(changes[i].name, name) == 0 && is_wished(&changes[i], wishes))
            return changes[i].value;
    }
    if (value == (const char *)-1) /* cancelled */
        value = NULL;
    return value || !wishes.exact_colors || strcmp(name, "op") != 0 ? value : "\033[39;49m";
}

static long changed_number(const char *name, long value, EntryWishes wishes)
{
    if (wishes.exact_colors && strcmp(name, "colors") == 0)
        return COLORS_KNOWN;
    if (wishes.exact_colors && strcmp(name, "pairs") == 0)
        return PAIRS_KNOWN;
    return value < 0 ? -1 : value;
}

static void add_boolean(Half *half, bool value)
{
    put_number(&half->booleans, value, 1);
    half->boolean_count++;
}

static void add_number(Half *half, long value)
{
    put_number(&half->numbers, value, 4);
    half->number_count++;
}

static void add_string(Half *half, const char *value)
{
    put_number(&half->offsets, value ? (long)half->strings.count : -1, 2);
    if (value)
        put(&half->strings, value, strlen(value) + 1);
    half->string_count++;
}

static void add_name(Bytes *names, const char *name)
{
    put(names, name, strlen(name) + 1);
}

static void add_named_boolean(Half *half, const char *name, bool value)
{
    add_boolean(half, value);
    add_name(&half->names[0], name);
}

static void add_named_string(Half *half, const char *name, const char *value)
{
    if (!value)
        return;
    add_string(half, value);
    add_name(&half->names[2], name);
}

static void take_standard(Half *half, EntryWishes wishes)
{
    const TERMTYPE *type = terminal_type();

    for (size_t i = 0; boolnames[i]; i++)
        add_boolean(half, strcmp(boolnames[i], "ccc") != 0 && type->Booleans[i] == 1);
    for (size_t i = 0; numnames[i]; i++)
        add_number(half, changed_number(numnames[i], type->Numbers[i], wishes));
    for (size_t i = 0; strnames[i]; i++)
        add_string(half, changed_string(strnames[i], type->Strings[i], wishes));
}

/* What a kind of capabilities is called that no standard names: they stand last in the table of that kind. */
typedef struct Names {
    char *const *items;
    size_t count;
} Names;

/* After `before` of other kinds. An entry of the old form has none. */
static Names other_names(size_t before, size_t count)
{
    char *const *names = terminal_type()->ext_Names;

    return names ? (Names){names + before, count} : (Names){0};
}

/* Those of the entry, and at their places in the order of names RGB, which says that colours are values, and XM, which switches the mouse. */
static void take_other_booleans(Half *half, Names names, EntryWishes wishes)
{
    const TERMTYPE *type = terminal_type();
    bool said = !wishes.exact_colors;

    for (size_t i = 0; i < names.count; i++) {
        if (!said && strcmp(names.items[i], "RGB") >= 0)
            add_named_boolean(half, "RGB", said = true);
        if (!wishes.exact_colors || strcmp(names.items[i], "RGB") != 0)
            add_named_boolean(half, names.items[i], type->Booleans[type->num_Booleans - names.count + i] == 1);
    }
    if (!said)
        add_named_boolean(half, "RGB", true);
}

static void take_other_numbers(Half *half, Names names, EntryWishes wishes)
{
    const TERMTYPE *type = terminal_type();

    for (size_t i = 0; i < names.count; i++) {
        long value = type->Numbers[type->num_Numbers - names.count + i];

        if (value < 0 || (wishes.exact_colors && strcmp(names.items[i], "RGB") == 0))
            continue;
        add_number(half, value);
        add_name(&half->names[1], names.items[i]);
    }
}

static void take_other_strings(Half *half, Names names, EntryWishes wishes)
{
    const TERMTYPE *type = terminal_type();

    for (size_t i = 0; i < names.count; i++) {
        const char *value = type->Strings[type->num_Strings - names.count + i];

        add_named_string(half, names.items[i], changed_string(names.items[i], value, wishes));
    }
}

static void take_others(Half *half, EntryWishes wishes)
{
    const TERMTYPE *type = terminal_type();
    size_t booleans = type->ext_Booleans, numbers = type->ext_Numbers;

    take_other_booleans(half, other_names(0, booleans), wishes);
    take_other_numbers(half, other_names(booleans, numbers), wishes);
    take_other_strings(half, other_names(booleans + numbers, type->ext_Strings), wishes);
}

/* ---- the entry ---- */

static void write_standard(Bytes *entry, const Half *half)
{
    const char *names = terminal_type()->term_names;

    put_number(entry, MAGIC, 2);
    put_number(entry, (long)strlen(names) + 1, 2);
    put_number(entry, (long)half->boolean_count, 2);
    put_number(entry, (long)half->number_count, 2);
    put_number(entry, (long)half->string_count, 2);
    put_number(entry, (long)half->strings.count, 2);
    put(entry, names, strlen(names) + 1);
    put_bytes(entry, &half->booleans);
    put_even(entry);
    put_bytes(entry, &half->numbers);
    put_bytes(entry, &half->offsets);
    put_bytes(entry, &half->strings);
    put_even(entry);
}

static void write_others(Bytes *entry, const Half *half)
{
    size_t count = half->boolean_count + half->number_count + half->string_count, names = 0, start = 0;

    for (int i = 0; i < 3; i++) {
        if (half->names[i].count > ENTRY_MOST) { /* they did not fit: nor does the entry */
            entry->count = ENTRY_MOST + 1;
            return;
        }
        names += half->names[i].count;
    }
    put_number(entry, (long)half->boolean_count, 2);
    put_number(entry, (long)half->number_count, 2);
    put_number(entry, (long)half->string_count, 2);
    put_number(entry, (long)(half->string_count + count), 2);
    put_number(entry, (long)(half->strings.count + names), 2);
    put_bytes(entry, &half->booleans);
    put_even(entry);
    put_bytes(entry, &half->numbers);
    put_bytes(entry, &half->offsets);
    for (int i = 0; i < 3; i++) {
        for (size_t at = 0; at < half->names[i].count; at += strlen((const char *)half->names[i].items + at) + 1)
            put_number(entry, (long)(start + at), 2);
        start += half->names[i].count;
    }
    put_bytes(entry, &half->strings);
    for (int i = 0; i < 3; i++)
        put_bytes(entry, &half->names[i]);
}

/* The entry's own long form ends in the short one. */
static bool has_short_colors(void)
{
    return max_colors == 256 && set_a_foreground && strstr(set_a_foreground, "38;5;%p1%d") && set_a_background &&
           strstr(set_a_background, "48;5;%p1%d");
}

const char *entry_for_curses(Arena *arena, EntryWishes wishes)
{
    static const char digits[] = "0123456789ABCDEF";
    Half *standard = ARENA_NEW(arena, Half), *others = ARENA_NEW(arena, Half);
    Bytes *entry = ARENA_NEW(arena, Bytes);
    char *text;

    if (!cur_term || !terminal_type()->term_names)
        return NULL;
    wishes.short_colors = wishes.short_colors && has_short_colors();
    take_standard(standard, wishes);
    take_others(others, wishes);
    write_standard(entry, standard);
    write_others(entry, others);
    if (entry->count > ENTRY_MOST)
        return NULL;
    text = arena_alloc(arena, sizeof "hex:" + 2 * entry->count);
    memcpy(text, "hex:", sizeof "hex:");
    for (size_t i = 0; i < entry->count; i++) {
        text[4 + 2 * i] = digits[entry->items[i] >> 4];
        text[5 + 2 * i] = digits[entry->items[i] & 15];
    }
    return text; /* the arena gives zeroes: it ends there */
}

#endif
