/*
 * A mention goes into the list and its name into the table; an abbreviation in brackets is joined with the name whose initials it is, and so is a
 * handle in brackets with the name before it.
 */
#include "analysis/names/name_mentions.h"

#include "analysis/words/vocabulary.h"
#include "base/unicode/unicode.h"

enum {
    CONFIDENCE_BRACKET =
        75, /* of a hundred 95 in the encyclopedia, 60 in the news: programmes and systems are no organisations */
    INITIALS_REACH = 16,
    INITIALS_FEWEST = 3
};

enum { KINDS = LEXICON_PLACE | LEXICON_ORGANIZATION | LEXICON_NATIONALITY | LEXICON_MISC };

/* ---- Tokens ---- */

bool scan_token_is(const NameScan *scan, size_t token, Text word)
{
    return token < scan->token_count && text_equal(scan_text(scan, token), word);
}

bool scan_starts_with_capital(Text word)
{
    size_t size;

    if (word.size == 0 || (ascii_is_lower(word.bytes[0]) && word.bytes[0] != 'a'))
        return false;
    if (ascii_is_alpha(word.bytes[0]))
        return ascii_is_upper(word.bytes[0]) || (text_starts_with(word, TEXT("al-")) && word.size > 4);
    return (unsigned char)word.bytes[0] >= 0x80 && unicode_is_upper(utf8_decode(word, 0, &size));
}

bool scan_is_capitalised(const NameScan *scan, size_t token)
{
    return tokens_word(scan->tokens, token)->kind == TOKEN_WORD && scan_starts_with_capital(scan_text(scan, token));
}

/* Two capitals or more and no small letter: "NATO", "U.S.", "M5S". */
bool scan_is_abbreviation(Text word)
{
    size_t capitals = 0;

    for (size_t i = 0; i < word.size; i++) {
        if (ascii_is_lower(word.bytes[i]) || (unsigned char)word.bytes[i] >= 0x80)
            return false;
        capitals += ascii_is_upper(word.bytes[i]);
    }
    return capitals >= 2;
}

/* Is there nothing but blanks between this token and the one before, in one block? */
bool scan_follows_directly(const NameScan *scan, size_t token)
{
    Range gap;

    if (token == 0 || token >= scan->token_count ||
        token_block(scan->tokens, token) != token_block(scan->tokens, token - 1))
        return false;
    gap = (Range){token_end(scan->tokens, token - 1), token_start(scan->tokens, token)};
    for (size_t i = gap.start; i < gap.end; i++) {
        char byte = scan->article->text.bytes[i];

        if (!ascii_is_blank(byte) && byte != '\xC2' && byte != '\xA0')
            return false;
    }
    return gap.end - gap.start <= 8;
}

void scan_add_weight(NameScan *scan, uint32_t name, EntityType type, unsigned weight)
{
    name_add_weight(&scan->table.names.items[name], type, weight);
}

uint32_t scan_add_range(NameScan *scan, Range range)
{
    uint32_t name = name_enter(&scan->table, text_slice(scan->article->text, range));

    if (name != NO_NAME) {
        NameMention mention = {range_shorten(range), name, 0};

        ARRAY_PUSH(scan->arena, scan->mentions, mention);
    }
    return name;
}

uint32_t scan_add(NameScan *scan, size_t first, size_t end)
{
    uint32_t name = scan_add_range(scan, (Range){token_start(scan->tokens, first), token_end(scan->tokens, end - 1)});

    if (name != NO_NAME && end == first + 1 && first > 0 && tokens_word(scan->tokens, first - 1)->number == WORD_THE)
        scan->table.names.items[name].with_the = true;
    return name;
}

/* ---- Abbreviations in brackets ---- */

bool scan_is_bracketed(const NameScan *scan, size_t open, size_t limit)
{
    return open + 2 < limit && scan_token_is(scan, open, TEXT("(")) &&
           tokens_word(scan->tokens, open + 1)->kind == TOKEN_WORD &&
           (scan_token_is(scan, open + 2, TEXT(")")) || scan_token_is(scan, open + 2, TEXT(",")) ||
            scan_token_is(scan, open + 2, TEXT(";")));
}

/* The capitals of an abbreviation from its end; "UAE", "U.A.E." both give E, A, U. False when there are no more. */
static bool previous_capital(Text word, size_t *at, char *letter)
{
    while (*at > 0) {
        char byte = word.bytes[--*at];

        if (ascii_is_upper(byte)) {
            *letter = byte;
            return true;
        }
    }
    return false;
}

/*
 * North Atlantic Treaty Organization (NATO): the first token of the name whose initials, from its last word back, are
 * the abbreviation's letters; small words may be left out. `open` when they do not fit.
 */
static size_t initials_begin(const NameScan *scan, size_t open, size_t from, Text abbreviation)
{
    size_t at = abbreviation.size;
    size_t token = open;
    char letter;

    if (!previous_capital(abbreviation, &at, &letter))
        return open;
    while (token-- > from && scan_follows_directly(scan, token + 1)) {
        Text word = scan_text(scan, token);
        bool capital = scan_is_capitalised(scan, token);

        if (word.bytes[0] == letter) {
            if (!previous_capital(abbreviation, &at, &letter))
                return token;
        } else if (capital || !(tokens_lexicon(scan->tokens, token) & LEXICON_STOP)) {
            if (word.bytes[0] == '&')
                continue;
            if (ascii_to_lower(letter) != word.bytes[0])
                return open;
        }
    }
    return open;
}

/* Take back the mentions that lie in a longer name found later. */
static void drop_mentions_from(NameScan *scan, size_t start)
{
    while (scan->mentions.count && scan->mentions.items[scan->mentions.count - 1].range.end > start)
        scan->mentions.count--;
}

/*
 * Do the letters of an abbreviation stand in the name, in their order and the first of them at the start of a word: "JEDCO" of the Jefferson Parish
 * Economic Development Commission (Schwartz and Hearst 2003)? From the end, each as far behind as it goes.
 */
static bool has_letters_of(Text name, Text abbreviation)
{
    size_t at = name.size;

    for (size_t i = abbreviation.size; i-- > 0;) {
        char letter = ascii_to_lower(abbreviation.bytes[i]);
        bool found = false;

        while (at > 0 && !found && ascii_is_alpha(letter)) {
            at--;
            found = ascii_to_lower(name.bytes[at]) == letter && (i > 0 || at == 0 || name.bytes[at - 1] == ' ');
        }
        if (ascii_is_alpha(letter) && !found)
            return false;
    }
    return true;
}

/* At "(JEDCO)" behind a name of several words: whatever the tagger makes of the abbreviation, it stands for the name. */
static void note_bracket(NameScan *scan, size_t open)
{
    const NameMention *before = scan->mentions.count ? &scan->mentions.items[scan->mentions.count - 1] : NULL;
    Text word = scan_text(scan, open + 1);
    uint32_t abbreviation;

    if (!before || before->range.end != token_end(scan->tokens, open - 1) || word.size < INITIALS_FEWEST ||
        scan->table.names.items[before->name].word_count < 2 ||
        !has_letters_of(text_slice(scan->article->text, range_widen(before->range)), word))
        return;
    abbreviation = name_enter(&scan->table, word);
    if (abbreviation != NO_NAME && abbreviation != before->name &&
        !(scan->table.names.items[abbreviation].lexicon & KINDS))
        scan->table.names.items[abbreviation].long_form = before->name + 1;
}

/* At "(NATO)": join the abbreviation with the name before it. The token after what was used. */
size_t scan_take_bracket(NameScan *scan, size_t open, size_t block)
{
    Text word = scan_text(scan, open + 1);
    size_t first;
    uint32_t name, abbreviation;

    if (word.size > ABBREVIATION_LONGEST || !scan_is_abbreviation(word))
        return open + 1;
    first = initials_begin(scan, open, open - block > INITIALS_REACH ? open - INITIALS_REACH : block, word);
    if (first == open) {
        note_bracket(scan, open);
        return open + 1;
    }
    drop_mentions_from(scan, token_start(scan->tokens, first));
    name = scan_add(scan, first, open);
    abbreviation = scan_add(scan, open + 1, open + 2);
    if (name == NO_NAME || abbreviation == NO_NAME)
        return open + 2;
    for (size_t i = 1; i <= 2; i++)
        scan->mentions.items[scan->mentions.count - i].confidence = CONFIDENCE_BRACKET;
    if (!(scan->table.names.items[name].lexicon & KINDS))
        scan_add_weight(scan, name, ENTITY_ORGANIZATION, WEIGHT_CONTEXT);
    scan->table.names.items[abbreviation].long_form = name + 1;
    return open + 2;
}

/* ---- Handles ---- */

enum { CONFIDENCE_HANDLE = 90, HANDLE_SHORTEST = 3 /* bytes, with the sign */ };

static bool is_of_handle(char byte)
{
    return ascii_is_alnum(byte) || byte == '_';
}

/* The bytes of the handle; empty where none begins. */
static Range handle_range(const NameScan *scan, size_t token)
{
    Text text = scan->article->text;
    size_t start = token_start(scan->tokens, token), end = start + 1;

    if (tokens_word(scan->tokens, token)->sign != '@' || (start > 0 && !strchr(" \n(\"", text.bytes[start - 1])))
        return (Range){0};
    while (end < text.size && is_of_handle(text.bytes[end]))
        end++;
    return end - start < HANDLE_SHORTEST ? (Range){0} : (Range){start, end};
}

/* The name that ends before the bracket in which the handle stands; NO_NAME: there is none. */
static uint32_t name_before(NameScan *scan, size_t start)
{
    Text text = scan->article->text;
    Range name = {0};

    if (start < 2 || text.bytes[start - 1] != '(' || text.bytes[start - 2] != ' ')
        return NO_NAME;
    if (scan->next_person > 0)
        name = range_widen(scan->people[scan->next_person - 1].range);
    if (name.end == start - 2)
        return name_enter(&scan->table, text_slice(text, name));
    if (scan->mentions.count && scan->mentions.items[scan->mentions.count - 1].range.end == start - 2)
        return scan->mentions.items[scan->mentions.count - 1].name;
    return NO_NAME;
}

size_t scan_take_handle(NameScan *scan, size_t token)
{
    Range range = handle_range(scan, token), key = range;
    uint32_t owner, handle;

    if (range_is_empty(range))
        return token;
    while (key.end > key.start + HANDLE_SHORTEST && !ascii_is_alpha(scan->article->text.bytes[key.end - 1]))
        key.end--;
    owner = name_before(scan, range.start);
    handle = name_enter(&scan->table, text_slice(scan->article->text, key));
    if (handle != NO_NAME) {
        ARRAY_PUSH(scan->arena, scan->mentions, ((NameMention){range_shorten(range), handle, CONFIDENCE_HANDLE}));
        if (owner != NO_NAME && owner != handle)
            scan->table.names.items[handle].long_form = owner + 1;
    }
    while (token < scan->token_count && token_start(scan->tokens, token) < range.end)
        token++;
    return token;
}

/* ---- People ---- */

/* Mark the people whose names are part of a longer name. */
void scan_lose_people(NameScan *scan, size_t first, size_t end)
{
    Range range = {token_start(scan->tokens, first), token_end(scan->tokens, end - 1)};

    for (size_t i = scan->next_person; i < scan->people_count && scan->people[i].range.start < range.end; i++) {
        if (range_overlaps(range_widen(scan->people[i].range), range))
            scan->lost[i] = true;
    }
}
