/*
 * Each mark of a paragraph opens, closes or is none, and each of that costs something (marks.h). A reading of the paragraph is one of these for each
 * mark, so that what closes was open; the cheapest reading is found from left to right (Viterbi, 1967): of all readings so far that have the same
 * levels open, only the cheapest may be the beginning of the cheapest one.
 *
 *     “Yes,” he said. “I am ‘sure’.”      ( )   ( ( ) )     the inner pair is of another level
 *     He is 6' 2" tall.                       - -           inches are cheap to be none
 *     “She told me “go” and I went.”      ( ( )   )         the same level again inside
 *     “A first paragraph                  (                 not closed: to the end of the paragraph
 *     “We sail, he said. “Soon.”          (   | )           cut: not closed before the next one opens
 */
#include "analysis/words/quote_marks.h"

#include "base/unicode/unicode.h"

enum {
    STATES_MOST = 8, /* readings that are followed up at once */
    TOO_DEAR = 24,   /* a reading that costs so much more than the cheapest is given up */
    LEVELS_DEEP = 3,
    LEVEL_BITS = 3,
    NEXT_LOOK = 8
};

typedef enum MarkRole { ROLE_NOTHING, ROLE_OPEN, ROLE_CLOSE, ROLE_CUT } MarkRole;

enum { ROLE_BITS = 2 };

/* The role of a mark in a reading, in the lowest bits, and the place of the step of the mark before. */
typedef uint32_t Step;

/* A reading up to some mark. */
typedef struct Reading {
    unsigned cost;
    unsigned levels; /* 1 + the level that is open, of each depth, the outermost in the lowest bits */
    unsigned depth;
    uint32_t opened[LEVELS_DEEP]; /* indexes of marks */
    uint32_t last;                /* the place of its last step */
    MarkRole role;                /* of the mark that is read */
} Reading;

typedef struct Readings {
    Reading items[STATES_MOST];
    size_t count;
} Readings;

typedef struct Pairing {
    Arena scratch;
    Text text;
    Range paragraph;
    const MarkStyle *style;
    MarkList marks;
    Readings both[2], *readings, *next; /* those so far; those with the mark that is read */
    ARRAY(Step) steps;
} Pairing;

static unsigned cost(const Pairing *pairing, MarkCost row)
{
    return mark_cost(pairing->style, row);
}

/* ---- readings ---- */

static MarkLevel inner_level(const Reading *reading)
{
    return (MarkLevel)((reading->levels >> (reading->depth - 1) * LEVEL_BITS & 7) - 1);
}

/* Keep a reading, unless one with the same levels open is as cheap. */
static void keep(Readings *readings, const Reading *reading)
{
    size_t dearest = 0;

    for (size_t i = 0; i < readings->count; i++) {
        if (readings->items[i].levels == reading->levels) {
            if (reading->cost < readings->items[i].cost)
                readings->items[i] = *reading;
            return;
        }
        if (readings->items[i].cost > readings->items[dearest].cost)
            dearest = i;
    }
    if (readings->count < STATES_MOST)
        readings->items[readings->count++] = *reading;
    else if (reading->cost < readings->items[dearest].cost)
        readings->items[dearest] = *reading;
}

static void read_as(Pairing *pairing, const Reading *before, MarkRole role, unsigned added)
{
    Reading reading = *before;

    reading.cost += added;
    reading.role = role;
    keep(pairing->next, &reading);
}

static void push(Reading *reading, uint32_t mark, unsigned level)
{
    reading->levels |= (level + 1) << reading->depth * LEVEL_BITS;
    reading->opened[reading->depth++] = mark;
}

static void pop(Reading *reading)
{
    reading->depth--;
    reading->levels &= (1u << reading->depth * LEVEL_BITS) - 1;
}

static void open_mark(Pairing *pairing, const Reading *before, uint32_t index)
{
    const Mark *mark = &pairing->marks.items[index];
    Reading reading = *before;
    unsigned added = mark->open;

    if (before->depth == LEVELS_DEEP)
        return;
    if (before->depth == 0 && mark->level == LEVEL_SINGLE && !pairing->style->single)
        added += cost(pairing, COST_OPEN_MINOR_SINGLE);
    else if (before->depth > 0 && inner_level(before) == mark->level)
        added += cost(pairing, COST_OPEN_SAME_INSIDE);
    push(&reading, index, mark->level);
    read_as(pairing, &reading, ROLE_OPEN, added);
}

static void close_mark(Pairing *pairing, const Reading *before, uint32_t index)
{
    const Mark *mark = &pairing->marks.items[index], *open;
    Reading reading = *before;
    unsigned added = mark->close;

    if (before->depth == 0 || inner_level(before) != mark->level)
        return;
    open = &pairing->marks.items[before->opened[before->depth - 1]];
    if ((open->shape == SHAPE_STRAIGHT) != (mark->shape == SHAPE_STRAIGHT))
        added += cost(pairing, COST_CLOSE_OTHER_SHAPE);
    pop(&reading);
    read_as(pairing, &reading, ROLE_CLOSE, added);
}

/* The quotation that is open was not closed, and another begins. */
static void cut_at(Pairing *pairing, const Reading *before, uint32_t index)
{
    const Mark *mark = &pairing->marks.items[index];
    Reading reading = *before;

    if (before->depth != 1 || inner_level(before) != mark->level)
        return;
    reading.opened[0] = index;
    read_as(pairing, &reading, ROLE_CUT, mark->open + cost(pairing, COST_CUT));
}

static void give_up_dear_ones(Readings *readings)
{
    unsigned least = UINT_MAX;
    size_t kept = 0;

    for (size_t i = 0; i < readings->count; i++)
        least = readings->items[i].cost < least ? readings->items[i].cost : least;
    for (size_t i = 0; i < readings->count; i++) {
        if (readings->items[i].cost <= least + TOO_DEAR)
            readings->items[kept++] = readings->items[i];
    }
    readings->count = kept;
}

static void read_mark(Pairing *pairing, uint32_t index)
{
    Readings *before = pairing->readings, *next = pairing->next;

    next->count = 0;
    for (size_t i = 0; i < before->count; i++) {
        read_as(pairing, &before->items[i], ROLE_NOTHING, pairing->marks.items[index].nothing);
        open_mark(pairing, &before->items[i], index);
        close_mark(pairing, &before->items[i], index);
        cut_at(pairing, &before->items[i], index);
    }
    give_up_dear_ones(next);
    for (size_t i = 0; i < next->count; i++) {
        ARRAY_PUSH(&pairing->scratch, pairing->steps, next->items[i].last << ROLE_BITS | next->items[i].role);
        next->items[i].last = (uint32_t)pairing->steps.count - 1;
    }
    pairing->readings = next;
    pairing->next = before;
}

/* ---- the end of the paragraph ---- */

/* Does the next paragraph begin with a mark that opens, of the same level? */
static bool goes_on(const Pairing *pairing, const Mark *open)
{
    size_t at = pairing->paragraph.end, size;
    unsigned char level, shape;

    for (int i = 0; i < NEXT_LOOK && at < pairing->text.size && ascii_is_blank(pairing->text.bytes[at]); i++)
        at++;
    return at < pairing->text.size && mark_kind(utf8_decode(pairing->text, at, &size), &level, &shape) &&
           level == open->level;
}

static unsigned cost_end(const Pairing *pairing, const Reading *reading)
{
    if (reading->depth == 0 || goes_on(pairing, &pairing->marks.items[reading->opened[0]]))
        return 0;
    return cost(pairing, COST_UNCLOSED) * reading->depth;
}

static const Reading *cheapest(const Pairing *pairing)
{
    const Reading *best = pairing->readings->items;
    unsigned least = UINT_MAX;

    for (size_t i = 0; i < pairing->readings->count; i++) {
        const Reading *reading = &pairing->readings->items[i];
        unsigned sum = reading->cost + cost_end(pairing, reading);

        if (sum < least) {
            least = sum;
            best = reading;
        }
    }
    return best;
}

/* Nothing is read yet, and nothing is open. */
static void begin(Pairing *pairing, Text text, Range paragraph, const MarkStyle *style)
{
    pairing->text = text;
    pairing->paragraph = paragraph;
    pairing->style = style;
    pairing->steps.items = NULL;
    pairing->steps.count = pairing->steps.capacity = 0;
    pairing->readings = &pairing->both[0];
    pairing->next = &pairing->both[1];
    pairing->readings->count = 1;
    pairing->readings->items[0] = (Reading){.cost = 0};
}

/* ---- spans ---- */

/* Without a closing mark it ends before the mark that cuts it, or with the paragraph. */
static void add_span(const Pairing *pairing, Arena *arena, const Mark *open, Range close, bool closed, SpanList *spans)
{
    QuotedSpan span = {{open->start, (uint32_t)close.end},
                       (unsigned char)(open->end - open->start),
                       (unsigned char)range_size(close),
                       closed};

    if (!open->attribute && unicode_has_alnum(text_slice(pairing->text, span_inner(&span))))
        ARRAY_PUSH(arena, *spans, span);
}

/* Follow a reading back, and note what each mark is in it. */
static MarkRole *roles_of(Pairing *pairing, const Reading *reading)
{
    MarkRole *roles = ARENA_ARRAY(&pairing->scratch, MarkRole, pairing->marks.count);
    uint32_t place = reading->last;

    for (size_t i = pairing->marks.count; i-- > 0;) {
        Step step = pairing->steps.items[place];

        roles[i] = (MarkRole)(step & ((1 << ROLE_BITS) - 1));
        place = step >> ROLE_BITS;
    }
    return roles;
}

static void add_spans(Pairing *pairing, const Reading *reading, Arena *arena, SpanList *spans)
{
    const MarkRole *roles = roles_of(pairing, reading);
    const Mark *open = pairing->marks.items;
    unsigned depth = 0;

    for (size_t i = 0; i < pairing->marks.count; i++) {
        const Mark *mark = &pairing->marks.items[i];

        if (roles[i] == ROLE_CUT)
            add_span(pairing, arena, open, (Range){mark->start, mark->start}, false, spans);
        if (roles[i] == ROLE_CUT || (roles[i] == ROLE_OPEN && depth == 0))
            open = mark;
        depth += roles[i] == ROLE_OPEN;
        if (roles[i] == ROLE_CLOSE && --depth == 0)
            add_span(pairing, arena, open, (Range){mark->start, mark->end}, true, spans);
    }
    if (depth > 0)
        add_span(pairing, arena, open, (Range){pairing->paragraph.end, pairing->paragraph.end}, false, spans);
}

void quote_marks_find(Arena *arena, Text text, Range paragraph, const MarkStyle *style, SpanList *spans)
{
    Pairing pairing;

    pairing.marks = (MarkList){0};
    pairing.scratch = (Arena){0};
    marks_list(&pairing.scratch, text, paragraph, style, &pairing.marks);
    if (pairing.marks.count == 0)
        return;
    begin(&pairing, text, paragraph, style);
    for (uint32_t i = 0; i < pairing.marks.count; i++)
        read_mark(&pairing, i);
    add_spans(&pairing, cheapest(&pairing), arena, spans);
    arena_release(&pairing.scratch);
}

/* ---- which style ---- */

enum { STYLE_BYTES = 32 * 1024, SENTENCE_WEIGHT = 3 };

/* How much a mark says that quotations of its level stand in the text: a sentence begins or ends with one. */
static unsigned weight_of(const Mark *mark)
{
    if (mark->end - mark->start == 2 && mark->shape == SHAPE_STRAIGHT)
        return 1; /* '' may be two single ones */

    if (mark->open < mark->close && mark->open < mark->nothing)
        return mark->before_capital ? SENTENCE_WEIGHT : 1;
    return mark->close < mark->open && mark->close < mark->nothing && mark->after_stop ? SENTENCE_WEIGHT : 0;
}

MarkStyle quote_marks_style(Text text)
{
    MarkStyle style = {.single = false};
    MarkList marks = {0};
    Arena scratch = {0};
    unsigned singles = 0, doubles = 0;
    bool single_first = false;

    marks_list(&scratch, text, (Range){0, text.size < STYLE_BYTES ? text.size : STYLE_BYTES}, &style, &marks);
    for (size_t i = 0; i < marks.count; i++) {
        const Mark *mark = &marks.items[i];

        if (mark->level == LEVEL_SINGLE)
            singles += weight_of(mark);
        else
            doubles += weight_of(mark);
        single_first = single_first || (singles > 0 && doubles == 0);
    }
    arena_release(&scratch);
    style.single = singles > doubles || (single_first && singles == doubles);
    return style;
}
