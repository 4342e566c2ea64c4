/*
 * A mark opens when it is the first of a pair of the language and stands where an opening one can; what closes it is the next second mark of
 * any pair with that first, pairs of its own kind in between left out. Straight marks are told by their neighbours. What has no closing mark
 * goes on to the end of the paragraph, if it begins it.
 *
 * Dashes: what follows the first one is spoken, to the next that a verb of saying follows; then come the words of the reporter, to the next
 * dash or their full stop.
 *
 *     —No —dice Ana—. Nunca.           No, Nunca.
 *     — Non, répond Marie. Jamais.     Non, Jamais.         in French a comma is enough
 *     – Nie – mówi Anna. – Nigdy.      Nie, Nigdy.
 */
#include "analysis/languages/spoken.h"

#include "base/unicode/unicode.h"

enum {
    MOST_PAIRS = 16,
    CUE_WORDS = 4,
    MOST_FAILURES = 32, /* marks of a paragraph that are found to be no pair, before it is given up */
    MOST_SIGNS = 8      /* between two words of one clause */
};

typedef struct Pair {
    uint32_t open, close;
    bool title;
} Pair;

typedef struct Pairs {
    Pair items[MOST_PAIRS];
    size_t count;
} Pairs;

static void read_pairs(Text list, bool title, Pairs *pairs)
{
    Text pair;

    for (size_t at = 0; text_next_part(list, ' ', &at, &pair);) {
        size_t first, second;
        uint32_t open, close;

        if (pair.size == 0 || pairs->count == MOST_PAIRS)
            continue;
        open = utf8_decode(pair, 0, &first);
        close = utf8_decode(pair, first, &second);
        pairs->items[pairs->count++] = (Pair){open, close, title};
    }
}

static bool is_blank(uint32_t code_point)
{
    return code_point <= ' ' || code_point == 0xA0 || (code_point >= 0x2000 && code_point <= 0x200B) ||
           code_point == 0x202F || code_point == 0x3000;
}

/* ---- marks ---- */

typedef struct Marks {
    Text text;
    Range paragraph;
    Pairs pairs;
    bool no_blanks;
    size_t failures;
} Marks;

static uint32_t before(const Marks *marks, size_t at)
{
    size_t size;

    return at > marks->paragraph.start ? utf8_decode(marks->text, utf8_previous(marks->text, at), &size) : ' ';
}

static uint32_t after(const Marks *marks, size_t at)
{
    size_t size;

    return at < marks->paragraph.end ? utf8_decode(marks->text, at, &size) : ' ';
}

/* A mark opens after a blank, a bracket or another sign, and where it looks no other way than as an opening one, anywhere but in a word. */
static bool can_open(const Marks *marks, uint32_t mark, size_t at, size_t end)
{
    uint32_t left = before(marks, at), right = after(marks, end);

    if (marks->no_blanks)
        return mark != '"' || left != right;
    if (unicode_is_alnum(left))
        return false;
    if (mark == '"' || mark == '\'' || mark == 0xBB || mark == 0x201C)
        return !is_blank(right) && (is_blank(left) || left == '(' || left == '[' || left == 0x2019 || left == '\'' ||
                                    spoken_is_dash(left) || left == 0xBF);
    return true;
}

static bool can_close(const Marks *marks, uint32_t mark, size_t at, size_t end)
{
    uint32_t left = before(marks, at), right = after(marks, end);

    if (mark == '"' || mark == '\'' || mark == 0x2019 || mark == 0x2018)
        return (!is_blank(left) && !unicode_is_alnum(right)) || marks->no_blanks;
    return true;
}

static const Pair *pair_of(const Marks *marks, uint32_t open)
{
    for (size_t i = 0; i < marks->pairs.count; i++) {
        if (marks->pairs.items[i].open == open)
            return &marks->pairs.items[i];
    }
    return NULL;
}

static bool closes(const Marks *marks, uint32_t open, uint32_t close)
{
    for (size_t i = 0; i < marks->pairs.count; i++) {
        if (marks->pairs.items[i].open == open && marks->pairs.items[i].close == close)
            return true;
    }
    return false;
}

/* The mark that closes the one before `at`; false: there is none. */
static bool find_close(const Marks *marks, uint32_t open, size_t at, Range *close)
{
    size_t depth = 0, size;

    for (; at < marks->paragraph.end; at += size) {
        uint32_t mark = utf8_decode(marks->text, at, &size);

        if (closes(marks, open, mark) && can_close(marks, mark, at, at + size)) {
            *close = (Range){at, at + size};
            if (depth == 0)
                return true;
            depth--;
        } else if (mark == open && can_open(marks, mark, at, at + size)) {
            depth++;
        }
    }
    return false;
}

/* The span of the mark at `at`; false: there is none. */
static bool read_span(Marks *marks, size_t at, size_t end, Spoken *span)
{
    uint32_t mark = after(marks, at);
    const Pair *pair = pair_of(marks, mark);
    Range close = {marks->paragraph.end, marks->paragraph.end};

    if (marks->failures == MOST_FAILURES || !pair || !can_open(marks, mark, at, end) || before(marks, at) == '=')
        return false;
    if (!find_close(marks, mark, end, &close)) {
        marks->failures++;
        if (at != marks->paragraph.start || mark == '\'' || mark == 0x2018)
            return false;
        close = (Range){marks->paragraph.end, marks->paragraph.end};
    }
    *span = (Spoken){.range = range_shorten((Range){at, close.end}),
                     .open = (unsigned char)(end - at),
                     .close = (unsigned char)range_size(close),
                     .title = pair->title,
                     .closed = range_size(close) > 0};
    if (unicode_has_alnum(text_slice(marks->text, spoken_inner(span))))
        return true;
    marks->failures++;
    return false;
}

void spoken_find_marks(Arena *arena, Text text, Range paragraph, const Language *language, SpokenList *spans)
{
    Marks marks = {text, paragraph, {.count = 0}, (language->facts & HAS_NO_BLANKS) != 0, 0};
    size_t size;

    read_pairs(language->marks, false, &marks.pairs);
    read_pairs(language->title_marks, true, &marks.pairs);
    for (size_t at = paragraph.start; at < paragraph.end; at += size) {
        unsigned char byte = (unsigned char)text.bytes[at];
        Spoken span;

        size = 1;
        if (byte != '"' && byte != '\'' && byte < 0xC2)
            continue;
        (void)utf8_decode(text, at, &size);
        if (read_span(&marks, at, at + size, &span)) {
            ARRAY_PUSH(arena, *spans, span);
            size = span.range.end - at;
        }
    }
}

/* ---- dashes ---- */

bool spoken_is_dash(uint32_t code_point)
{
    return code_point == 0x2014 || code_point == 0x2013 || code_point == 0x2015;
}

bool spoken_begins_with_dash(Text text, Range paragraph)
{
    size_t size;

    return paragraph.start < paragraph.end && spoken_is_dash(utf8_decode(text, paragraph.start, &size)) &&
           unicode_has_alnum(text_slice(text, paragraph));
}

typedef struct Dashes {
    Arena *arena;
    Text text;
    Range paragraph;
    const Language *language;
    const WordBits *classes;
    SpokenList *spans;
} Dashes;

/* The next word from `*at` on, in one piece of signs. */
static Text word_from(const Dashes *dashes, size_t *at)
{
    size_t size, start, signs = 0;

    while (*at < dashes->paragraph.end && signs++ < MOST_SIGNS &&
           !unicode_is_alnum(utf8_decode(dashes->text, *at, &size)))
        *at += size;
    for (start = *at; *at < dashes->paragraph.end; *at += size) {
        if (!unicode_is_alnum(utf8_decode(dashes->text, *at, &size)))
            break;
    }
    return text_slice(dashes->text, (Range){start, *at});
}

/* Do words of saying begin here, in small letters: one of the first few, before any stop? */
static bool begins_with_cue(const Dashes *dashes, size_t at)
{
    size_t size;

    while (at < dashes->paragraph.end && is_blank(utf8_decode(dashes->text, at, &size)))
        at += size;
    if (at == dashes->paragraph.end || !unicode_is_lower(utf8_decode(dashes->text, at, &size)))
        return false;
    for (size_t words = 0; words < CUE_WORDS && at < dashes->paragraph.end; words++) {
        Text word = word_from(dashes, &at);
        uint32_t classes = word.size ? word_bits_find(dashes->classes, language_word_hash(word)) : 0;

        if (classes & IS_SAYS)
            return true;
        if (words > 0 && !(classes & (IS_FILLER | IS_PRONOUN)))
            return false;
    }
    return false;
}

static void add_speech(const Dashes *dashes, size_t start, size_t end)
{
    Range range = {start, end};
    size_t size;

    while (range.start < range.end && is_blank(utf8_decode(dashes->text, range.start, &size)))
        range.start += size;
    while (range.start < range.end) {
        size_t last = utf8_previous(dashes->text, range.end);
        uint32_t code_point = utf8_decode(dashes->text, last, &size);

        if (!is_blank(code_point) && code_point != ',')
            break;
        range.end = last;
    }
    if (unicode_has_alnum(text_slice(dashes->text, range)))
        ARRAY_PUSH(dashes->arena, *dashes->spans,
                   ((Spoken){.range = range_shorten(range), .after_dash = true, .closed = true}));
}

/* Where what is spoken from `at` on ends: at a dash or a comma with words of saying behind it; the end. */
static size_t speech_end(const Dashes *dashes, size_t at, size_t *behind)
{
    size_t size;

    for (; at < dashes->paragraph.end; at += size) {
        uint32_t code_point = utf8_decode(dashes->text, at, &size);
        bool parts = spoken_is_dash(code_point) || (((code_point == ',') || code_point == '?' || code_point == '!') &&
                                                    (dashes->language->facts & COMMA_ENDS_DASH_SPEECH));

        if (parts && begins_with_cue(dashes, at + size)) {
            *behind = at + size;
            return code_point == '?' || code_point == '!' ? at + size : at;
        }
    }
    *behind = at;
    return at;
}

static bool is_small_sign(char byte)
{
    return byte == '.' || byte == ',' || byte == ':';
}

/* Where the words of the reporter end that begin at `at`, and speech goes on; the end: it does not. */
static size_t aside_end(const Dashes *dashes, size_t at)
{
    size_t size;
    bool stopped = false;

    for (; at < dashes->paragraph.end; at += size) {
        uint32_t code_point = utf8_decode(dashes->text, at, &size);

        if (spoken_is_dash(code_point)) {
            at += size;
            while (at < dashes->paragraph.end && is_small_sign(dashes->text.bytes[at]))
                at++;
            return at;
        }
        if (stopped && !is_blank(code_point))
            return (dashes->language->facts & COMMA_ENDS_DASH_SPEECH) ? at : dashes->paragraph.end;
        stopped = stopped || code_point == '.';
    }
    return at;
}

bool spoken_find_dashes(Arena *arena, Text text, Range paragraph, const Language *language, const WordBits *classes,
                        SpokenList *spans)
{
    Dashes dashes = {arena, text, paragraph, language, classes, spans};
    size_t at = paragraph.start, size, behind;
    bool said = false;

    (void)utf8_decode(text, at, &size);
    at += size;
    while (at < paragraph.end) {
        size_t end = speech_end(&dashes, at, &behind);

        add_speech(&dashes, at, end);
        said = said || behind > end || end < paragraph.end;
        at = end < paragraph.end ? aside_end(&dashes, behind) : end;
    }
    return said;
}
