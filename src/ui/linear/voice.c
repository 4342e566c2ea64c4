/*
 * A paragraph is said in pieces, each from a new line: what somebody said, after "Quotation" and whose it is, and what stands around it. Quotation
 * marks are seldom spoken, so "Text:" stands where a quotation ends and the paragraph goes on; "." and "," alone stay with the words before them.
 */
#include "ui/linear/voice.h"

#include "base/unicode/printable.h"
#include "layout/layout.h"

/* ---- lines ---- */

void voice_begin(Linear *linear)
{
    arena_reset(&linear->arena);
    memset(&linear->lines, 0, sizeof linear->lines);
    linear->written = 0;
}

void voice_say(Linear *linear, Text text)
{
    LineList lines = {0};

    text = arena_on_one_line(&linear->arena, text);
    if (linear->columns == 0 && text.size)
        ARRAY_PUSH(&linear->arena, linear->lines, text);
    if (linear->columns == 0 || text.size == 0)
        return;
    break_lines(&linear->arena, text, (Range){0, text.size}, linear->columns, linear->app->options.charset, NULL,
                &lines);
    for (size_t i = 0; i < lines.count; i++) {
        Text line = text_slice(text, lines.items[i].range);

        if (lines.items[i].hyphen)
            line = arena_join(&linear->arena, (const Text[]){line, TEXT("-")}, 2);
        ARRAY_PUSH(&linear->arena, linear->lines, line);
    }
}

void voice_format(Linear *linear, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    voice_say(linear, arena_vprintf(&linear->arena, format, arguments));
    va_end(arguments);
}

static void write_line(Linear *linear, Text line)
{
    if (linear->line_is_open)
        sink_byte(linear->out, '\n');
    printable_write(linear->out, line, linear->app->options.charset, LINES_JOINED);
    linear->line_is_open = true;
}

/* Where one line a key is wanted, nobody waits for all of them: then nothing says that there are more. */
bool voice_write(Linear *linear)
{
    size_t room = linear->most ? (size_t)linear->most : SIZE_MAX;

    for (size_t i = 0; i < room && linear->written < linear->lines.count; i++)
        write_line(linear, linear->lines.items[linear->written++]);
    if (linear->most > 1 && linear->written + 1 == linear->lines.count) /* in the place of "More." */
        write_line(linear, linear->lines.items[linear->written++]);
    else if (linear->most > 1 && linear->written < linear->lines.count)
        write_line(linear, TEXT("More."));
    return linear->written < linear->lines.count;
}

void voice_ask(Linear *linear, Text question)
{
    if (question.size == 0)
        return;
    write_line(linear, question);
    sink_byte(linear->out, '\n');
    linear->line_is_open = false;
}

/* ---- who says it ---- */

static const Quote *quote_at(const Linear *linear, size_t quote)
{
    return &linear->app->document.analysis->quotes.items[quote];
}

Text voice_speaker(Linear *linear, size_t index)
{
    const Quote *quote = quote_at(linear, index);
    Arena *arena = &linear->arena;
    Text names;

    if (quote->source->speaker_count == 0)
        return TEXT("speaker not known");
    names = quote_speaker_names(quote, arena);
    return arena_printf(arena, "%s%.*s%s", quote_speaker_is_doubtful(quote) ? "probably " : "", TEXT_ARGS(names),
                        quote->match == MATCH_DIFFERS ? ", in other words than the article's list has" : "");
}

static Text kind_of(const Quote *quote)
{
    return !quote_is_speech(quote)         ? TEXT("In quotation marks")
           : quote->type == QUOTE_INDIRECT ? TEXT("Indirect speech")
                                           : TEXT("Quotation");
}

/* "Quotation 3, Signe Aldous": `more` stands after the number. */
static Text announcement(Linear *linear, size_t quote, Text more)
{
    size_t number = quote_list_number(&linear->app->document.listed, quote);
    Text kind = kind_of(quote_at(linear, quote));

    if (number == 0)
        return arena_printf(&linear->arena, "%.*s, %.*s", TEXT_ARGS(kind), TEXT_ARGS(voice_speaker(linear, quote)));
    return arena_printf(&linear->arena, "%.*s %zu%.*s, %.*s", TEXT_ARGS(kind), number, TEXT_ARGS(more),
                        TEXT_ARGS(voice_speaker(linear, quote)));
}

void voice_quote(Linear *linear, size_t quote)
{
    const Article *article = linear->app->document.article;
    Text words = text_slice(article->text, range_widen(quote_at(linear, quote)->range));
    Text of = arena_printf(&linear->arena, " of %zu", linear->app->document.listed.speech_count);

    voice_say(linear, arena_join(&linear->arena, (const Text[]){announcement(linear, quote, of), TEXT(": "), words}, 3));
}

/* ---- a block ---- */

static Text block_prefix(Linear *linear, const Block *block)
{
    static const Text prefixes[BLOCK_KIND_COUNT] = {
        [BLOCK_SUBTITLE] = LITERAL("Subtitle: "),
        [BLOCK_STANDFIRST] = LITERAL("Summary: "),
        [BLOCK_HEADING] = LITERAL("Heading: "),
        [BLOCK_CAPTION] = LITERAL("Caption: "),
        [BLOCK_CREDIT] = LITERAL("Credit: "),
        [BLOCK_BLOCKQUOTE] = LITERAL("Passage set apart: "),
        [BLOCK_CITE] = LITERAL("Source of the passage: "),
        [BLOCK_LIST_ITEM] = LITERAL("Item: "),
        [BLOCK_NOTE] = LITERAL("Note: "),
    };

    if (block->kind == BLOCK_ORDERED_ITEM)
        return arena_printf(&linear->arena, "Item %u: ", block->number);
    return prefixes[block->kind];
}

static bool has_words(Text text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (ascii_is_alnum(text.bytes[i]) || (unsigned char)text.bytes[i] >= 0xC3)
            return true;
    }
    return false;
}

/* What is being said of a block: pieces, the last of which is not out yet. */
typedef struct Pieces {
    Linear *linear;
    Text prefix; /* of the next piece */
    Text piece;
    bool after_quote;
} Pieces;

static void end_piece(Pieces *pieces)
{
    voice_say(pieces->linear, pieces->piece);
    pieces->piece = (Text){0};
}

static void add_piece(Pieces *pieces, Text before, Text words)
{
    end_piece(pieces);
    pieces->piece = arena_join(&pieces->linear->arena, (const Text[]){pieces->prefix, before, words}, 3);
    pieces->prefix = (Text){0};
}

static void add_text(Pieces *pieces, Text text)
{
    if (text_trim(text).size == 0)
        return;
    if (pieces->after_quote && !has_words(text))
        pieces->piece = arena_join(&pieces->linear->arena, (const Text[]){pieces->piece, text}, 2);
    else
        add_piece(pieces, pieces->after_quote ? TEXT("Text: ") : (Text){0}, text_trim(text));
}

static void add_quote(Pieces *pieces, size_t quote, Range part)
{
    Linear *linear = pieces->linear;
    bool goes_on = part.start > quote_at(linear, quote)->range.start;
    Text before = announcement(linear, quote, (Text){0});

    before = arena_join(&linear->arena, (const Text[]){before, goes_on ? TEXT(", goes on: ") : TEXT(": ")}, 2);
    add_piece(pieces, before, text_slice(linear->app->document.article->text, part));
    pieces->after_quote = true;
}

/* Those that are listed; of one inside another the outer. */
static void add_pieces(Pieces *pieces, Range range)
{
    const Document *document = &pieces->linear->app->document;
    size_t at = range.start, count = document->analysis ? document->analysis->quotes.count : 0;

    for (size_t i = count ? analysis_quote_from(document->analysis, range.start) : 0; i < count; i++) {
        Range part = range_widen(document->analysis->quotes.items[i].range);

        if (part.start >= range.end)
            break;
        if (quote_list_row(&document->listed, i) == 0 || part.end <= at)
            continue;
        part.start = part.start < at ? at : part.start;
        part.end = part.end > range.end ? range.end : part.end;
        add_text(pieces, text_slice(document->article->text, (Range){at, part.start}));
        add_quote(pieces, i, part);
        at = part.end;
    }
    add_text(pieces, text_slice(document->article->text, (Range){at, range.end}));
    end_piece(pieces);
}

void voice_words(Linear *linear, Range range)
{
    const Article *article = linear->app->document.article;
    const Block *block = &article->blocks.items[article_known_block_at(article, range.start)];
    Pieces pieces = {.linear = linear};
    Text line;

    if (range.start == block->range.start)
        pieces.prefix = block_prefix(linear, block);
    if (block->kind != BLOCK_VERBATIM) {
        add_pieces(&pieces, range);
        return;
    }
    for (size_t at = 0; text_next_part(text_slice(article->text, range), '\n', &at, &line);)
        voice_say(linear, line);
}
