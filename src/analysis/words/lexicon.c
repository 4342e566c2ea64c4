/*
 * The lexicon is a hash table that word_tables.awk has laid out (base/word_table.h); an entry holds where its key stands in one array of bytes.
 * There is no pointer in it, so that the loader has nothing to relocate and pages that are not looked at are never read.
 *
 *     "Bank of England" -> "bank", "bank of" (both LEXICON_BEGINS), "bank of england" (LEXICON_ORGANIZATION)
 *
 * The hash runs along while the key is folded, so that each longer key costs only its new bytes.
 */
#include "analysis/words/lexicon.h"

#include <string.h>

#include "base/unicode/unicode.h"
#include "base/word_table.h"

#include "analysis/words/lexicon_table.h"

/* U+00C0 to U+017F without accents, in small letters; '*': two letters or none, left as it is. */
static const char latin_letters[] = "aaaaaa*ceeeeiiii*nooooo*ouuuuy**aaaaaa*ceeeeiiii*nooooo*ouuuuy*y"
                                    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkk*llllll*"
                                    "*llnnnnnn***oooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

_Static_assert(sizeof lexicon_keys <= UINT16_MAX, "offsets of keys are of 16 bits");

static void append_byte(FoldedName *folded, char byte)
{
    if (folded->size == sizeof folded->bytes) {
        folded->full = true;
        return;
    }
    folded->bytes[folded->size++] = byte;
    folded->hash = folded->hash * 31 + (unsigned char)byte;
}

static void append_blank(FoldedName *folded)
{
    if (folded->size && folded->bytes[folded->size - 1] != ' ')
        append_byte(folded, ' ');
}

static void append_code_point(FoldedName *folded, uint32_t code_point)
{
    char bytes[4];
    size_t size;

    if (code_point >= 0x2010 && code_point <= 0x2013) { /* hyphens and the en dash */
        append_blank(folded);
        return;
    }
    if (code_point == 0xA0 || code_point == 0x202F) { /* no-break spaces */
        append_blank(folded);
        return;
    }
    if (code_point == 0xAD || (code_point >= 0x300 && code_point <= 0x36F)) /* soft hyphen, combining accents */
        return;
    if (code_point == 0x2018 || code_point == 0x2019) {
        append_byte(folded, '\'');
        return;
    }
    if (code_point >= 0xC0 && code_point <= 0x17F && latin_letters[code_point - 0xC0] != '*') {
        append_byte(folded, latin_letters[code_point - 0xC0]);
        return;
    }
    size = utf8_encode(unicode_to_lower(code_point), bytes);
    for (size_t i = 0; i < size; i++)
        append_byte(folded, bytes[i]);
}

/* Append the ASCII from `at` on, as long as there is room for it; where that ends. */
static size_t append_ascii(FoldedName *folded, Text piece, size_t at)
{
    size_t size = folded->size;
    uint32_t hash = folded->hash;

    for (; at < piece.size && (unsigned char)piece.bytes[at] < 0x80 && size < sizeof folded->bytes; at++) {
        char byte = piece.bytes[at];

        if (!ascii_is_lower(byte)) {
            if (byte == '.')
                continue;
            byte = ascii_is_blank(byte) || byte == '-' ? ' ' : ascii_to_lower(byte);
            if (byte == ' ' && (!size || folded->bytes[size - 1] == ' '))
                continue;
        }
        folded->bytes[size++] = byte;
        hash = hash * 31 + (unsigned char)byte;
    }
    folded->size = size;
    folded->hash = hash;
    return at;
}

void folded_name_append(FoldedName *folded, Text piece)
{
    for (size_t i = append_ascii(folded, piece, 0); i < piece.size; i = append_ascii(folded, piece, i)) {
        char byte = piece.bytes[i];
        size_t size = 1;

        if ((unsigned char)byte >= 0x80)
            append_code_point(folded, utf8_decode(piece, i, &size));
        else if (byte != '.') /* there is no room */
            folded->full =
                folded->full || !(ascii_is_blank(byte) || byte == '-') || folded->bytes[folded->size - 1] != ' ';
        i += size;
    }
}

Text folded_name_text(const FoldedName *folded)
{
    return (Text){folded->bytes, folded->size};
}

static inline const LexiconEntry *find(const char *folded, size_t size, uint32_t hash)
{
    size_t slot = hash % LEXICON_SLOTS;
    uint32_t sign = word_table_sign(hash);

    for (; lexicon_slots[slot]; slot = slot + 1 == LEXICON_SLOTS ? 0 : slot + 1) {
        uint32_t number = word_table_entry(lexicon_slots[slot], sign);
        const LexiconEntry *entry = &lexicon_entries[number];

        if (number && entry->size == size && memcmp(lexicon_keys + entry->offset, folded, size) == 0)
            return entry;
    }
    return NULL;
}

const LexiconEntry *lexicon_find(const FoldedName *folded)
{
    return folded->full ? NULL : find(folded->bytes, folded->size, folded->hash);
}

uint32_t lexicon_flags_folded(Text folded, uint32_t hash)
{
    const LexiconEntry *entry = find(folded.bytes, folded.size, hash);

    return entry ? entry->flags : 0;
}

void lexicon_expect(uint32_t hash)
{
    word_table_expect(&lexicon_slots[hash % LEXICON_SLOTS]);
}

uint32_t lexicon_flags(Text word)
{
    const LexiconEntry *entry;
    FoldedName folded;

    folded_name_begin(&folded);
    folded_name_append(&folded, word);
    entry = lexicon_find(&folded);
    return entry ? entry->flags : 0;
}

size_t lexicon_group_limit(void)
{
    return LEXICON_GROUPS + 1;
}
