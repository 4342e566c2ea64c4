/*
 * The entry is the terminal's own, with all its keys and habits, but for the colours: setaf and setab take 0xRRGGBB and write it out, and
 * what would change the palette is left out, so that curses never does (it would, at each suspend and at the end). So is a key that is
 * ^Z. It is written as a compiled entry is, with numbers of 32 bits (term(5)):
 *
 *     magic, sizes     names     booleans     numbers     strings: offsets, then bytes
 *     sizes            the same of what is no standard capability, with names at the end
 *
 * Numbers are little-endian, each part begins at an even place.
 */
#include "term/exact_colors.h"

#include <curses.h>
#include <string.h>
#include <term.h>

enum { MAGIC = 01036, COLORS_KNOWN = EXACT_PALETTE + 256, PAIRS_KNOWN = 0x10000, ENTRY_MOST = 8 * 1024 };

/* 0xRRGGBB by value, then the palette: 0 to 7, 8 to 15, the rest. */
#define SET_COLOR(by_value, dark, bright)                                                                    \
    "\033[%?%p1%{16777216}%<%t" by_value ";2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%e"          \
    "%?%p1%{16777224}%<%t" dark "%p1%{16777216}%-%d%e%?%p1%{16777232}%<%t" bright "%p1%{16777224}%-%d%e"     \
    by_value ";5;%p1%{16777216}%-%d%;%;%;m"

/* Capabilities that are other than the terminal's own, or left out: NULL. */
typedef struct Change {
    const char *name, *value;
} Change;

static const Change left_out[] = {{"initc", NULL}, {"initp", NULL}, {"oc", NULL}, {"scp", NULL}, {"kspd", NULL}, {NULL, NULL}};
static const Change exact_strings[] = {{"setaf", SET_COLOR("38", "3", "9")},
                                       {"setab", SET_COLOR("48", "4", "10")},
                                       {"setf", NULL},
                                       {"setb", NULL},
                                       {"RGB", NULL},
                                       {NULL, NULL}};

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

static const Change *find_change(const Change *changes, const char *name)
{
    while (changes->name && (changes->name[0] != name[0] || strcmp(changes->name, name) != 0))
        changes++;
    return changes->name ? changes : NULL;
}

static const char *changed_string(const char *name, const char *value, bool exact)
{
    const Change *change = find_change(left_out, name);

    if (!change && exact)
        change = find_change(exact_strings, name);
    if (change)
        return change->value;
    if (value == (const char *)-1) /* cancelled */
        value = NULL;
    return value || !exact || strcmp(name, "op") != 0 ? value : "\033[39;49m";
}

static long changed_number(const char *name, long value, bool exact)
{
    if (exact && strcmp(name, "colors") == 0)
        return COLORS_KNOWN;
    if (exact && strcmp(name, "pairs") == 0)
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

static void take_standard(Half *half, bool exact)
{
    const TERMTYPE *type = &cur_term->type;

    for (size_t i = 0; boolnames[i]; i++)
        add_boolean(half, strcmp(boolnames[i], "ccc") != 0 && type->Booleans[i] == 1);
    for (size_t i = 0; numnames[i]; i++)
        add_number(half, changed_number(numnames[i], type->Numbers[i], exact));
    for (size_t i = 0; strnames[i]; i++)
        add_string(half, changed_string(strnames[i], type->Strings[i], exact));
}

/* Those of the entry that no standard names, behind the others in its tables; and RGB, which says that colours are values, at its place in
 * the order of names. */
static void take_others(Half *half, bool exact)
{
    const TERMTYPE *type = &cur_term->type;
    size_t booleans = type->ext_Booleans, numbers = type->ext_Numbers, strings = type->ext_Strings;
    char **names = type->ext_Names;
    bool said = !exact;

    for (size_t i = 0; i < booleans; i++) {
        if (!said && strcmp(names[i], "RGB") >= 0)
            add_named_boolean(half, "RGB", said = true);
        if (!exact || strcmp(names[i], "RGB") != 0)
            add_named_boolean(half, names[i], type->Booleans[type->num_Booleans - booleans + i] == 1);
    }
    if (!said)
        add_named_boolean(half, "RGB", true);
    names += booleans;
    for (size_t i = 0; i < numbers; i++) {
        long value = type->Numbers[type->num_Numbers - numbers + i];

        if (value < 0 || (exact && strcmp(names[i], "RGB") == 0))
            continue;
        add_number(half, value);
        add_name(&half->names[1], names[i]);
    }
    names += numbers;
    for (size_t i = 0; i < strings; i++) {
        const char *value = changed_string(names[i], type->Strings[type->num_Strings - strings + i], exact);

        if (!value)
            continue;
        add_string(half, value);
        add_name(&half->names[2], names[i]);
    }
}

/* ---- the entry ---- */

static void write_standard(Bytes *entry, const Half *half)
{
    const char *names = cur_term->type.term_names;

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

    for (int i = 0; i < 3; i++)
        names += half->names[i].count;
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

const char *exact_colors_entry(Arena *arena, bool exact)
{
    static const char digits[] = "0123456789ABCDEF";
    Half *standard = ARENA_NEW(arena, Half), *others = ARENA_NEW(arena, Half);
    Bytes *entry = ARENA_NEW(arena, Bytes);
    char *text;

    if (!cur_term || !cur_term->type.term_names)
        return NULL;
    take_standard(standard, exact);
    take_others(others, exact);
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
