/*
 * Two texts match when their foldings are equal. The folding of a grapheme cluster is its full case folding in NFKD without
 * accents and ignorable characters, letters and marks of the table below spelled in ASCII; runs of white space are
 * one blank:
 *
 *     text      S t r a ß e   “ İ s t … ”       don’t    re<SHY>elect    ﬁ
 *     folding   s t r a ss e  " i s t . . . "   don't    re elect → "reelect"   fi
 *
 * The text is never folded as a whole. The needle knows with which bytes a match can begin; everything else is skipped
 * byte by byte, and only what is left is folded, a cluster at a time, as far as it agrees with the needle. Foldings of
 * single characters are kept in a small direct-mapped table, for texts in other alphabets.
 *
 * A match begins and ends at a cluster, also where the needle agrees with a part of it ("fic" in "oﬃce" finds "ﬃc").
 */
#include "base/unicode/fold.h"

#include <string.h>

#include "base/lower_bound.h"
#include "base/unicode/unicode.h"

enum {
    FOLDED_BYTES = 12 * CLUSTER_BYTES, /* see unicode_fold */
    CACHE_ROWS = 128,
    CACHED_BYTES = 11,
    WINDOW_BYTES = 4096
};

typedef struct Folder {
    Text text;
    uint32_t cached[CACHE_ROWS]; /* by the low bits of the code point; 0: empty */
    unsigned char cached_sizes[CACHE_ROWS];
    char cached_bytes[CACHE_ROWS][CACHED_BYTES];
    char bytes[FOLDED_BYTES]; /* the last folding */
} Folder;

/* What NFKD and case folding leave apart, though a reader types it with these keys. In order. */
static const struct SpelledLetter {
    uint16_t code_point;
    char ascii[3];
} spelled_letters[] = {
    {0x00AB, "\""}, {0x00B4, "'"}, {0x00BB, "\""}, {0x00E6, "ae"}, {0x00F0, "d"},  {0x00F8, "o"},  {0x00FE, "th"},
    {0x0111, "d"},  {0x0127, "h"}, {0x0131, "i"},  {0x0142, "l"},  {0x0153, "oe"}, {0x0167, "t"},  {0x02BB, "'"},
    {0x02BC, "'"},  {0x2010, "-"}, {0x2011, "-"},  {0x2012, "-"},  {0x2013, "-"},  {0x2014, "-"},  {0x2015, "-"},
    {0x2018, "'"},  {0x2019, "'"}, {0x201A, "'"},  {0x201B, "'"},  {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""},
    {0x201F, "\""}, {0x2032, "'"}, {0x2033, "\""}, {0x2039, "'"},  {0x203A, "'"},  {0x2212, "-"},
};

static const char *spelling_of(uint32_t code_point)
{
    size_t at;

    LOWER_BOUND(at, COUNT_OF(spelled_letters), spelled_letters[at].code_point < code_point);
    return at < COUNT_OF(spelled_letters) && spelled_letters[at].code_point == code_point ? spelled_letters[at].ascii
                                                                                          : NULL;
}

static bool is_ascii(char byte)
{
    return (unsigned char)byte < 0x80;
}

static bool is_ascii_white(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Is the byte at `at` a cluster of its own for certain, without a look at its properties? */
static bool is_single(Text text, size_t at)
{
    return is_ascii(text.bytes[at]) && text.bytes[at] != '\r' && (at + 1 == text.size || is_ascii(text.bytes[at + 1]));
}

/* ---- folding ---- */

/* Folding of one character, the source's or of a decomposition; returns the size. */
static size_t fold_part(uint32_t code_point, char bytes[4])
{
    const char *spelling;

    if (unicode_is_space(code_point)) {
        bytes[0] = ' ';
        return 1;
    }
    if (code_point < 0x20 || code_point == 0x7F || unicode_is_accent(code_point) || unicode_is_ignorable(code_point))
        return 0;
    spelling = code_point < 0x80 ? NULL : spelling_of(code_point);
    if (spelling) {
        memcpy(bytes, spelling, 2);
        return strlen(spelling);
    }
    return utf8_encode(code_point, bytes);
}

static size_t fold_cluster_anew(Text cluster, char bytes[FOLDED_BYTES])
{
    char decomposed[FOLDED_BYTES];
    size_t size, folded = 0, source_size;
    uint32_t code_point = utf8_decode(cluster, 0, &source_size);

    if (source_size == cluster.size && (spelling_of(code_point) || code_point == REPLACEMENT_CHARACTER))
        return fold_part(code_point, bytes); /* NFKD would make U+2033 two marks, U+00B4 a blank */
    if (source_size == cluster.size && unicode_is_ignorable(code_point))
        return 0;
    size = unicode_fold(cluster, decomposed, sizeof decomposed);
    for (size_t at = 0; at < size; at += source_size) {
        char part[4];
        size_t part_size = fold_part(utf8_decode((Text){decomposed, size}, at, &source_size), part);

        memcpy(bytes + folded, part, part_size);
        folded += part_size;
    }
    return folded;
}

/* The folding of the cluster [start, end); valid until the next. */
static Text fold_cluster(Folder *folder, size_t start, size_t end)
{
    Text cluster = {folder->text.bytes + start, end - start};
    size_t size, row;
    uint32_t code_point = utf8_decode(cluster, 0, &size);

    if (code_point < 0x80 && (size == cluster.size || unicode_is_space(code_point)))
        return (Text){folder->bytes, fold_part((unsigned char)ascii_to_lower(cluster.bytes[0]), folder->bytes)};
    if (size < cluster.size)
        return (Text){folder->bytes, fold_cluster_anew(cluster, folder->bytes)};
    row = code_point % CACHE_ROWS;
    if (folder->cached[row] != code_point) {
        size = fold_cluster_anew(cluster, folder->bytes);
        if (size > CACHED_BYTES)
            return (Text){folder->bytes, size};
        folder->cached[row] = code_point;
        folder->cached_sizes[row] = (unsigned char)size;
        memcpy(folder->cached_bytes[row], folder->bytes, size);
    }
    return (Text){folder->cached_bytes[row], folder->cached_sizes[row]};
}

static void folder_init(Folder *folder, Text text)
{
    folder->text = text;
    memset(folder->cached, 0, sizeof folder->cached);
    memset(folder->cached_sizes, 0, sizeof folder->cached_sizes);
}

static bool is_white(Text folded)
{
    return folded.size == 1 && folded.bytes[0] == ' ';
}

/* The end of the white space from `at`, a cluster's start, on; not much beyond `until`. What leaves nothing when it is folded does not end it. */
static size_t white_end(Folder *folder, size_t at, size_t until)
{
    while (at < until) {
        size_t end = unicode_cluster_end(folder->text, at);
        Text folded = fold_cluster(folder, at, end);

        if (folded.size && !is_white(folded))
            break;
        at = end;
    }
    return at;
}

/* Most words, and most words in a row: of ASCII, where each character is folded to its small letter. */
static bool is_simple(Text text)
{
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.bytes[i];

        if (!ascii_is_alpha(byte) && !ascii_is_digit(byte) && byte != '.' && byte != ',' && byte != '-' &&
            byte != '\'' && (byte != ' ' || (i > 0 && text.bytes[i - 1] == ' ')))
            return false;
    }
    return true;
}

static Text fold_simple(Arena *arena, Text text)
{
    char *copy = arena_alloc(arena, text.size);

    for (size_t i = 0; i < text.size; i++)
        copy[i] = ascii_to_lower(text.bytes[i]);
    return (Text){copy, text.size};
}

Text fold_copy(Arena *arena, Text text)
{
    Folder folder;
    TextBuffer copy = {0};
    bool white = false;

    if (is_simple(text))
        return fold_simple(arena, text);
    folder_init(&folder, text);
    for (size_t at = 0; at < text.size;) {
        size_t end = unicode_cluster_end(text, at);
        Text folded = fold_cluster(&folder, at, end);
        bool blank = is_white(folded);

        if (!(blank && white))
            text_buffer_add(arena, &copy, folded);
        if (folded.size > 0)
            white = blank;
        at = end;
    }
    return text_buffer_text(&copy);
}

/* ---- the needle ---- */

/* First bytes of the characters beyond ASCII whose folding has ASCII in it: Latin, compatibility forms. The test tries all. */
static bool may_fold_to_ascii(unsigned char byte)
{
    return (byte >= 0xC2 && byte <= 0xCE) || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte == 0xEA ||
           byte == 0xEF || byte == 0xF0;
}

void needle_init(Needle *needle, Arena *arena, Text pattern)
{
    char first;

    *needle = (Needle){.folded = fold_copy(arena, pattern)};
    if (needle->folded.size == 0)
        return;
    first = needle->folded.bytes[0];
    for (unsigned byte = 0x80; byte < 0x100; byte++)
        needle->starts[byte] = !is_ascii(first) || may_fold_to_ascii((unsigned char)byte);
    for (unsigned byte = 0; byte < 0x80; byte++)
        needle->starts[byte] = is_ascii_white((char)byte) ? first == ' ' : ascii_to_lower((char)byte) == first;
}

/* ---- matching ---- */

/* Does the needle from `done` on agree with the text from `at` on? `*end` gets the end of the match. */
static bool agrees(const Needle *needle, Folder *folder, size_t at, size_t done, size_t *end)
{
    Text text = folder->text;

    while (done < needle->folded.size) {
        Text left = {needle->folded.bytes + done, needle->folded.size - done};
        size_t cluster_end, common;
        Text folded;

        if (at == text.size)
            return false;
        if (is_single(text, at) && text.bytes[at] > ' ' && text.bytes[at] != 0x7F) {
            if (ascii_to_lower(text.bytes[at++]) != left.bytes[0])
                return false;
            done++;
            continue;
        }
        cluster_end = unicode_cluster_end(text, at);
        folded = fold_cluster(folder, at, cluster_end);
        common = folded.size < left.size ? folded.size : left.size;
        if (common > 0 && memcmp(folded.bytes, left.bytes, common) != 0)
            return false;
        at = is_white(folded) ? white_end(folder, cluster_end, text.size) : cluster_end;
        done += common;
    }
    *end = at;
    return true;
}

/* Does a match begin in the cluster [start, end)? Maybe in the middle of its folding. */
static bool begins_in(const Needle *needle, Folder *folder, Range cluster, size_t *end)
{
    Text folded;
    char copy[FOLDED_BYTES];

    if (is_single(folder->text, cluster.start))
        return agrees(needle, folder, cluster.start, 0, end);
    if (fold_cluster(folder, cluster.start, cluster.end).size == 0)
        return false; /* marks without a base and the like: a match begins with what can be seen */
    if (agrees(needle, folder, cluster.start, 0, end))
        return true;
    folded = fold_cluster(folder, cluster.start, cluster.end);
    if (folded.size < 2)
        return false;
    memcpy(copy, folded.bytes, folded.size); /* matching goes on to fold other clusters */
    for (size_t at = 1; at < folded.size; at++) {
        size_t common = folded.size - at < needle->folded.size ? folded.size - at : needle->folded.size;

        if (memcmp(copy + at, needle->folded.bytes, common) == 0 && agrees(needle, folder, cluster.end, common, end))
            return true;
    }
    return false;
}

/* The start of the cluster that `at` lies in; a cluster starts at `known` (<= at). Between two ASCII bytes there is always
 * a border; without one the search begins CLUSTER_BYTES back. */
static size_t cluster_start(Text text, size_t known, size_t at)
{
    size_t start = at, end;

    while (start > known && at - start < CLUSTER_BYTES &&
           !(is_ascii(text.bytes[start]) && is_ascii(text.bytes[start - 1]) && text.bytes[start] != '\n'))
        start = utf8_previous(text, start);
    while ((end = unicode_cluster_end(text, start)) <= at)
        start = end;
    return start;
}

/* The first border between clusters at or after `at`. */
static size_t border_from(Text text, size_t at)
{
    size_t start = cluster_start(text, 0, at);

    return start < at ? unicode_cluster_end(text, start) : at;
}

/*
 * Is there white space before `at`, so that the white space at `at` begins no match? What leaves nothing by itself leaves nothing in a cluster
 * either: the way back over it is by characters. It ends after WINDOW_BYTES, or a text of nothing else would be gone back through at each step of a
 * search.
 */
static bool is_after_white(Folder *folder, size_t at)
{
    size_t limit = at > WINDOW_BYTES ? at - WINDOW_BYTES : 0;

    while (at > limit) {
        size_t last = utf8_previous(folder->text, at), start;

        if (fold_cluster(folder, last, at).size) {
            start = cluster_start(folder->text, 0, last);
            return is_white(fold_cluster(folder, start, unicode_cluster_end(folder->text, start)));
        }
        at = last;
    }
    return false;
}

bool needle_find(const Needle *needle, Text text, size_t from, size_t until, Range *match)
{
    Folder folder;
    size_t at = from, known = 0, end;

    if (until > text.size)
        until = text.size;
    if (needle->folded.size == 0 || from >= until)
        return false;
    folder_init(&folder, text);
    if (needle->folded.bytes[0] == ' ' && is_after_white(&folder, from))
        at = white_end(&folder, border_from(text, from), until);
    for (;;) {
        Range cluster;

        while (at < until && !needle->starts[(unsigned char)text.bytes[at]])
            at++;
        if (at >= until)
            return false;
        cluster.start = at > 0 ? cluster_start(text, known, at) : 0;
        cluster.end = unicode_cluster_end(text, cluster.start);
        if (cluster.start >= from && begins_in(needle, &folder, cluster, &end)) {
            *match = (Range){cluster.start, end};
            return true;
        }
        at = known = cluster.end;
        if (needle->folded.bytes[0] == ' ' && is_white(fold_cluster(&folder, cluster.start, cluster.end)))
            at = known = white_end(&folder, at, until); /* the rest of it would not match either */
    }
}

/* The last of those that follow `first`, each where the one before ends. */
static Range last_after(const Needle *needle, Text text, Range first, size_t until)
{
    Range next;

    while (first.end < until && needle_find(needle, text, first.end, until, &next))
        first = next;
    return first;
}

bool needle_find_last(const Needle *needle, Text text, size_t from, size_t until, Range *match)
{
    size_t window = WINDOW_BYTES;

    if (until > text.size)
        until = text.size;
    while (from < until) {
        size_t start = until - from > window ? cluster_start(text, 0, until - window) : from;
        Range first;

        if (start < from)
            start = from;
        if (!needle_find(needle, text, start, until, &first)) {
            until = start;
        } else if (start > from && first.start - start < range_size(first)) {
            window *= 2; /* one that begins before the window may end in it */
        } else {
            *match = last_after(needle, text, first, until);
            return true;
        }
    }
    return false;
}

bool needle_in(const Needle *needle, Text text)
{
    Range match;

    return needle_find(needle, text, 0, text.size, &match);
}
