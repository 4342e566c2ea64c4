/*
 * Each question of the table `questions` is one function over all lines.
 *
 * The width at which lines were cut: of each two lines of a paragraph, where the second begins with a word of w columns and the first ends in column
 * c, all widths from c to c + w cut them so. The width that explains most pairs is the one, if few pairs speak against it; those after which a
 * paragraph may have ended (a sentence does) say nothing.
 *
 *     The council voted on Tuesday to close the      ends in column 41, "old": 41 to 44
 *     old ferry line between the two towns, said     ends in column 42, "the": 42 to 45
 *     the mayor.                                     a width of 42 to 44 explains both
 */
#include "formats/text/shape.h"

#include "formats/text/page_lines.h"
#include "formats/text/printed_lines.h"
#include "formats/text/shape_work.h"
#include "formats/text/signs/control_forms.h"

static void read_lines(ShapeWork *work)
{
    work->lines.count = 0;
    work->words = 0;
    for (size_t at = 0; at < work->source.size && work->lines.count < SHAPE_LINES_SEEN;) {
        SourceLine line = source_line(work->source, at, work->shape->form);

        at = line.next;
        work->words += !source_line_is_blank(&line);
        ARRAY_PUSH(&work->arena, work->lines, line);
    }
}

/* ---- what stands before each line ---- */

/* Old Macintosh texts end lines so, and what was put together from several; where lines end with LF alone, a CR comes from a terminal. */
static void find_line_ends(ShapeWork *work)
{
    bool has_cr = text_find_byte(work->source, '\r', 0) != TEXT_NOT_FOUND;
    size_t alone = 0, pairs = 0, lines = 0;

    for (size_t at = has_cr ? text_find_byte(work->source, '\n', 0) : TEXT_NOT_FOUND; at != TEXT_NOT_FOUND;
         at = text_find_byte(work->source, '\n', at + 1))
        lines++;
    for (size_t at = text_find_byte(work->source, '\r', 0); at != TEXT_NOT_FOUND;
         at = text_find_byte(work->source, '\r', at + 1)) {
        bool pair = at + 1 < work->source.size && work->source.bytes[at + 1] == '\n';

        pairs += pair;
        alone += !pair;
    }
    work->shape->form.cr_ends = alone > 2 * lines || (alone && pairs * 2 > lines);
    read_lines(work);
}

/* "     1\tThe tide", "     2\t": each line, and each one more. */
static void find_numbers(ShapeWork *work)
{
    size_t numbered = 0;

    for (size_t i = 0; i < work->lines.count; i++) {
        Text line = shape_words(work, &work->lines.items[i]);
        size_t digits = 0, number;

        while (digits < line.size && ascii_is_digit(line.bytes[digits]))
            digits++;
        numbered += (digits == line.size || line.bytes[digits] == '\t') &&
                    text_to_number(text_slice(line, (Range){0, digits}), 1 << 24, &number) && number == i + 1;
    }
    work->shape->form.numbered = work->lines.count > 2 && shape_is_most(numbered, work->lines.count, 90);
    if (work->shape->form.numbered)
        read_lines(work);
}

/* "| The tide": one bar, at the front; a table has more. */
static void find_bars(ShapeWork *work)
{
    size_t bars = 0;

    for (size_t i = 0; i < work->lines.count; i++) {
        Text line = shape_words(work, &work->lines.items[i]);

        bars += line.size && line.bytes[0] == '|' && text_find_byte(line, '|', 1) == TEXT_NOT_FOUND;
    }
    work->shape->form.bars = work->words > 1 && shape_is_most(bars, work->words, 90);
    if (work->shape->form.bars)
        read_lines(work);
}

/* Nearly all of a text of some length in one line: it had paragraphs once. */
static void find_joined(ShapeWork *work)
{
    enum { LINES_MOST = 4, SHORTEST = 300 };
    size_t longest = 0, all = 0;

    for (size_t i = 0; i < work->lines.count; i++) {
        size_t size = range_size(work->lines.items[i].range);

        longest = size > longest ? size : longest;
        all += size;
    }
    work->shape->form.joined = work->words <= LINES_MOST && longest >= SHORTEST && shape_is_most(longest, all, 80);
    if (work->shape->form.joined)
        read_lines(work);
}

static void find_level(ShapeWork *work)
{
    enum { LEVELS = 16 };
    size_t at_level[LEVELS + 1] = {0}, deeper = 0;

    for (size_t i = 0; i < work->lines.count; i++) {
        const SourceLine *line = &work->lines.items[i];

        if (!source_line_is_blank(line))
            at_level[line->level < LEVELS ? line->level : LEVELS]++;
    }
    for (unsigned level = LEVELS; level > 0; level--) {
        deeper += at_level[level];
        if (work->words > 1 && shape_is_most(deeper, work->words, 90)) {
            work->shape->level = level;
            return;
        }
    }
}

/* The indent of most lines, those that are longer counted more: what is prose is long. */
static void find_margin(ShapeWork *work)
{
    enum { INDENTS = 80 };
    size_t columns[INDENTS] = {0}, best = 0;

    for (size_t i = 0; i < work->lines.count; i++) {
        const SourceLine *line = &work->lines.items[i];

        if (line->indent < INDENTS)
            columns[line->indent] += line->columns;
    }
    for (size_t i = 1; i < INDENTS; i++) {
        if (columns[i] > columns[best])
            best = i;
    }
    work->shape->margin = (unsigned)best;
}

/* ---- where lines were cut ---- */

enum { CUT_WIDEST = WRAPPED_WIDEST + 40 }; /* what stands before the lines counts too */

/* What two lines after one another say of the width. */
typedef struct Pair {
    const SourceLine *line, *next;
} Pair;

typedef struct Cuts {
    size_t explained[CUT_WIDEST + 2]; /* pairs, by width; at first as differences between one width and the next */
    size_t inner[CUT_WIDEST + 2];     /* those of them that end inside a sentence, likewise */
    size_t open[CUT_WIDEST + 2];      /* lines that end in that column, and inside a sentence */
    size_t lines[CUT_WIDEST + 2];     /* lines that end in that column */
    size_t pairs, inside;             /* those that end inside a sentence */
    size_t small;                     /* those whose second line begins with a small letter */
    size_t width, best;               /* the width that explains most, and how many */
} Cuts;

/* The next pair from line *at on, `apart` blank lines between. */
static bool next_pair(const ShapeWork *work, size_t apart, size_t *at, Pair *pair)
{
    const SourceLine *lines = work->lines.items;

    for (; *at + apart + 1 < work->lines.count; ++*at) {
        size_t i = *at, next = i + 1;

        while (next < i + 1 + apart && source_line_is_blank(&lines[next]) && lines[next].level == lines[i].level)
            next++;
        if (next != i + 1 + apart || source_line_is_blank(&lines[i]) || source_line_is_blank(&lines[next]) ||
            lines[i].level != lines[next].level)
            continue;
        *pair = (Pair){&lines[i], &lines[next]};
        ++*at;
        return true;
    }
    return false;
}

static void count_pair(const ShapeWork *work, Cuts *cuts, const Pair *pair)
{
    unsigned right = source_line_right(pair->line);
    unsigned word = line_first_word_columns(shape_words(work, pair->next), work->shape->form);
    bool inside = !line_may_end_paragraph(shape_words(work, pair->line));

    cuts->pairs++;
    cuts->inside += inside;
    cuts->small += line_begins_small(shape_words(work, pair->next));
    if (right > CUT_WIDEST)
        right = CUT_WIDEST + 1;
    cuts->lines[right]++;
    if (right > CUT_WIDEST)
        return;
    word = right + word + 1 <= CUT_WIDEST ? right + word + 1 : CUT_WIDEST + 1;
    cuts->open[right] += inside;
    cuts->explained[right]++;
    cuts->explained[word]--;
    cuts->inner[right] += inside;
    cuts->inner[word] -= inside;
}

static Cuts count_cuts(const ShapeWork *work, size_t apart)
{
    Cuts cuts = {0};
    Pair pair;

    for (size_t at = 0; next_pair(work, apart, &at, &pair);)
        count_pair(work, &cuts, &pair);
    for (size_t width = 1; cuts.pairs && width <= CUT_WIDEST; width++) {
        cuts.explained[width] += cuts.explained[width - 1];
        cuts.inner[width] += cuts.inner[width - 1];
        if (cuts.explained[width] > cuts.best) {
            cuts.best = cuts.explained[width];
            cuts.width = width;
        }
    }
    return cuts;
}

static size_t lines_between(const size_t *lines, size_t first, size_t last)
{
    size_t count = 0;

    for (size_t i = first; i <= last; i++)
        count += lines[i];
    return count;
}

/* Lines that end inside a sentence, though the next word had room at the width that explains most. */
static size_t count_early(const Cuts *cuts)
{
    size_t open = lines_between(cuts->open, 0, cuts->width);

    return open > cuts->inner[cuts->width] ? open - cuts->inner[cuts->width] : 0;
}

/* Does one width explain nearly all pairs that end inside a sentence, and is hardly a line longer? */
static bool is_cut_full(const Cuts *cuts)
{
    size_t longer = lines_between(cuts->lines, cuts->width + 1, CUT_WIDEST + 1);

    return cuts->best >= 2 && shape_is_most(cuts->inner[cuts->width], cuts->best, 60) &&
           shape_is_most(cuts->best, cuts->best + count_early(cuts) + longer, 70) &&
           shape_is_most(cuts->best, cuts->pairs, 25) && !shape_is_most(longer, cuts->pairs, 10);
}

/* The column that hardly a line goes beyond. */
static size_t rightmost(const Cuts *cuts)
{
    size_t beyond = 0, width = CUT_WIDEST + 1;

    while (width > 0 && (beyond + cuts->lines[width]) * 50 <= cuts->pairs)
        beyond += cuts->lines[width--];
    return width;
}

/* Are lines about as long as each other, and go on with small letters? Verse begins with capitals. */
static bool is_cut_ragged(const Cuts *cuts, size_t width)
{
    size_t near = width <= CUT_WIDEST ? lines_between(cuts->lines, width * 3 / 4, width) : 0;

    return cuts->pairs >= 2 && width <= CUT_WIDEST && width > 20 && shape_is_most(near, cuts->pairs, 60) &&
           shape_is_most(cuts->small, cuts->pairs, 50) && shape_is_most(cuts->inside, cuts->pairs, 60);
}

static bool take_cuts(ShapeWork *work, const Cuts *cuts)
{
    size_t right = cuts->pairs ? rightmost(cuts) : 0;

    if (cuts->pairs == 0)
        return false;
    if (is_cut_full(cuts) && cuts->width > 15) {
        work->shape->width = (unsigned)cuts->width;
        work->shape->ragged =
            shape_is_most(count_early(cuts), cuts->pairs, 5) && shape_is_most(cuts->small, cuts->pairs, 50);
        return true;
    }
    if (!is_cut_ragged(cuts, right))
        return false;
    work->shape->width = (unsigned)right;
    work->shape->ragged = true;
    return true;
}

/* As lines are written, then as they are read: what writes characters out, or sets them bold, came before or after the cutting. */
static void find_width(ShapeWork *work)
{
    Cuts written = count_cuts(work, 0), drawn;

    if (!source_has_undrawn(work->source)) {
        (void)take_cuts(work, &written);
        return;
    }
    work->shape->form.drawn_size = true;
    read_lines(work);
    drawn = count_cuts(work, 0);
    if (drawn.best < written.best) {
        work->shape->form.drawn_size = false;
        read_lines(work);
        (void)take_cuts(work, &written);
    } else {
        (void)take_cuts(work, &drawn);
    }
}

/* Lines with a blank line between any two: cut so, or paragraphs of one line? */
static void find_double_spacing(ShapeWork *work)
{
    Cuts cuts;
    Pair pair;
    size_t single = 0, together = 0, inside = 0;

    if (work->shape->width)
        return;
    for (size_t at = 0; next_pair(work, 0, &at, &pair);)
        together++;
    for (size_t at = 0; next_pair(work, 1, &at, &pair); single++)
        inside += !line_may_end_paragraph(shape_words(work, pair.line));
    if (!shape_is_most(single, single + together, 95) || single < 4 || !shape_is_most(inside, single, 30))
        return;
    cuts = count_cuts(work, 1);
    work->shape->double_spaced = take_cuts(work, &cuts);
}

/* "… to close.  The": as people type who learnt it on a typewriter. */
static void find_stops(ShapeWork *work)
{
    Text source = work->source;
    size_t wide = 0, narrow = 0;

    if (!work->shape->width)
        return;
    for (size_t at = 0; (at = text_find(source, TEXT(". "), at)) != TEXT_NOT_FOUND && at + 3 < source.size; at += 2) {
        wide += source.bytes[at + 2] == ' ' && ascii_is_upper(source.bytes[at + 3]);
        narrow += ascii_is_upper(source.bytes[at + 2]);
    }
    work->shape->wide_stops = wide > narrow;
}

/* ---- how paragraphs are told apart ---- */

static void find_indents(ShapeWork *work)
{
    enum { SURE_OF = 3 };
    size_t deeper = 0, deeper_ends = 0, deeper_filled = 0, back = 0, back_ends = 0;
    Pair pair;

    for (size_t at = 0; next_pair(work, work->shape->double_spaced, &at, &pair);) {
        bool ends = line_may_end_paragraph(shape_words(work, pair.line));

        if (pair.next->indent > pair.line->indent) {
            deeper++;
            deeper_ends += ends;
            deeper_filled += work->shape->width && shape_is_filled(work->shape, work->source, pair.line, pair.next);
        } else if (pair.next->indent < pair.line->indent) {
            back++;
            back_ends += ends;
        }
    }
    work->shape->first_indent =
        deeper && deeper_ends * (back + 1) >= back_ends * (deeper + 1) && shape_is_most(deeper_ends, deeper, 50);
    work->shape->hanging = !work->shape->first_indent && !shape_is_most(deeper_ends, deeper, 50) &&
                           (back ? deeper && shape_is_most(back_ends, back, 50)
                                 : deeper >= SURE_OF && shape_is_most(deeper_filled, deeper, 95));
}

static void find_separation(ShapeWork *work)
{
    enum { LINES_OF_A_GROUP = 14 };
    size_t groups = 0, lines = 0;
    bool blank = true;

    for (size_t i = 0; i < work->lines.count; i++) {
        bool is_blank = source_line_is_blank(&work->lines.items[i]);

        groups += blank && !is_blank;
        lines += !is_blank;
        blank = is_blank;
    }
    work->shape->separated = groups > 1 && lines <= groups * LINES_OF_A_GROUP;
}

/* ---- what programs print ---- */

/* Indents that at least one line in fifty has. */
static size_t count_indents(const ShapeWork *work)
{
    enum { INDENTS = 80, SHARE = 50 };
    size_t lines[INDENTS] = {0}, indents = 0;

    for (size_t i = 0; i < work->lines.count; i++) {
        const SourceLine *line = &work->lines.items[i];

        if (!source_line_is_blank(line) && line->indent < INDENTS)
            lines[line->indent]++;
    }
    for (size_t i = 0; i < INDENTS; i++)
        indents += lines[i] * SHARE > work->words;
    return indents;
}

/* The column that hardly a line goes beyond, if lines that go on below, as small letters tell, end there; 0: they do not. */
static unsigned printed_width(const ShapeWork *work)
{
    Cuts cuts = count_cuts(work, 0);
    size_t right = rightmost(&cuts), full = 0, pairs = 0;
    Pair pair;

    for (size_t at = 0; right <= CUT_WIDEST && next_pair(work, 0, &at, &pair);) {
        Text next = shape_words(work, pair.next);

        if (pair.line->indent != pair.next->indent || !line_begins_small(next) ||
            line_may_end_paragraph(shape_words(work, pair.line)))
            continue;
        pairs++;
        full += source_line_right(pair.line) + 1 + line_first_word_columns(next, work->shape->form) > right;
    }
    return pairs > 1 && shape_is_most(full, pairs, 70) ? (unsigned)right : 0;
}

/* What tells terminals something, and is set as no article is: at several indents, or not cut at all. */
static bool is_told(const ShapeWork *work)
{
    const Shape *shape = work->shape;
    size_t told = 0, indents = count_indents(work);

    if (shape->first_indent || !control_forms_has(work->source))
        return false;
    for (size_t i = 0; i < work->lines.count; i++)
        told += control_forms_has(shape_words(work, &work->lines.items[i]));
    return told > 1 && shape_is_most(told, work->words, 2) &&
           (!shape->width || indents > 2 || (indents == 2 && !shape->hanging));
}

/* Does it begin as what programs print? Then nothing need be told. */
static bool begins_as_printed(const ShapeWork *work)
{
    for (size_t i = 0; i < work->lines.count; i++) {
        if (!source_line_is_blank(&work->lines.items[i]))
            return printed_begins(shape_words(work, &work->lines.items[i]));
    }
    return false;
}

static void find_printing(ShapeWork *work)
{
    Shape *shape = work->shape;

    shape->printed = !shape->double_spaced && !shape->level && (begins_as_printed(work) || is_told(work));
    if (!shape->printed)
        return;
    shape->page_line_count = 0; /* "Author: …" at each entry of a log is no running head */
    if (!shape->form.drawn_size) {
        shape->form.drawn_size = true;
        shape->width = 0;
        read_lines(work);
    }
    if (!shape->width)
        shape->width = printed_width(work);
}

/* ---- the whole ---- */

static void (*const questions[])(ShapeWork *) = {
    find_line_ends,      find_numbers, find_bars,    find_joined,     find_level,      find_margin,   find_width,
    find_double_spacing, find_stops,   find_indents, find_separation, page_lines_find, find_printing,
};

void shape_recognise(Shape *shape, Text source)
{
    ShapeWork work = {.shape = shape, .source = text_slice(source, (Range){0, SHAPE_BYTES_SEEN})};

    *shape = (Shape){.seen = source.size};
    for (size_t i = 0; i < COUNT_OF(questions); i++)
        questions[i](&work);
    arena_release(&work.arena);
}

bool shape_is_filled(const Shape *shape, Text source, const SourceLine *line, const SourceLine *next)
{
    unsigned word = line_first_word_columns(text_slice(source, next->range), shape->form);

    bool wide = shape->wide_stops && line_may_end_paragraph(text_slice(source, line->range));

    return source_line_right(line) + 1 + wide + word > shape->width;
}
