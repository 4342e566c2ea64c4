/*
 * An article as plain text: a line for each paragraph, as editors and word processors like it, a blank line between; at the end who said what, and
 * the notes. Line breaks that a block has of its own are kept.
 */
#include "base/unicode/harmless.h"
#include "export/export_forms.h"
#include "export/quotation.h"
#include "formats/yaml/article_writer.h"

static void put(Sink *out, Text text, LineFeeds line_feeds)
{
    harmless_write(out, text, line_feeds);
}

/* A line of its own; nothing where there is nothing. */
static void put_line(Sink *out, Text text)
{
    if (text_trim(text).size == 0)
        return;
    put(out, text_trim(text), LINES_JOINED);
    sink_byte(out, '\n');
}

static void put_head(Sink *out, Arena *arena, const Article *article)
{
    put_line(out, article_headline(arena, article));
    put_line(out, article_field(article, FIELD_SUBTITLE));
    sink_byte(out, '\n');
    put_line(out, citation_credits(arena, article));
    put_line(out, article_field(article, FIELD_URL));
    if (article_field(article, FIELD_DESCRIPTION).size) {
        sink_byte(out, '\n');
        put_line(out, article_field(article, FIELD_DESCRIPTION));
    }
}

static void put_block(Sink *out, const Article *article, size_t index)
{
    const Block *block = &article->blocks.items[index];
    Text words = article_block_text(article, index);

    /* items of one list stand close to each other */
    if (index == 0 || !block_is_item(block->kind) || !block_is_item(article->blocks.items[index - 1].kind))
        sink_byte(out, '\n');
    if (block->kind == BLOCK_LIST_ITEM) {
        sink_string(out, "- ");
    } else if (block->kind == BLOCK_ORDERED_ITEM) {
        sink_number(out, block->number, 0);
        sink_string(out, ". ");
    } else if (block->kind == BLOCK_CITE) {
        sink_string(out, "— ");
    }
    put(out, block->kind == BLOCK_VERBATIM ? words : text_trim(words), LINES_KEPT);
    sink_byte(out, '\n');
}

static void put_quotation(Sink *out, Arena *arena, const ExportSource *source, size_t number)
{
    const Quote *quote = &source->analysis->quotes.items[source->quotes[number - 1]];
    Text role = quotation_role(source->analysis, quote);

    sink_number(out, number, 3);
    sink_string(out, "  ");
    put(out, quote_speaker_names(quote, arena), LINES_JOINED);
    if (role.size) {
        sink_string(out, ", ");
        put(out, role, LINES_JOINED);
    }
    sink_string(out, quote_speaker_is_doubtful(quote) ? " (doubtful): " : ": ");
    put(out, quotation_words(source->analysis, quote), LINES_JOINED);
    sink_byte(out, '\n');
}

static void put_notes(Sink *out, const ExportSource *source)
{
    sink_string(out, source->note_count ? "\nNotes\n\n" : "");
    for (size_t i = 0; i < source->note_count; i++) {
        const ExportNote *note = &source->notes[i];

        sink_string(out, "  > ");
        put(out, note->words, LINES_JOINED);
        sink_string(out, note->missing ? " (not found in the text)" : "");
        sink_string(out, note->speaker.size ? " — " : "");
        put(out, note->speaker, LINES_JOINED);
        sink_string(out, "\n    ");
        put(out, note->text, LINES_JOINED);
        sink_byte(out, '\n');
    }
}

static void add(Export *export, const ExportSource *source)
{
    const Article *article = source->article;
    Sink *out = export->out;
    Arena scratch = {0};

    sink_string(out, export->articles ? "\n\n" : "");
    put_head(out, &scratch, article);
    for (size_t i = 0; i < article->blocks.count; i++) {
        if (article_is_body_text(article, i))
            put_block(out, article, i);
        else if (article->blocks.items[i].kind == BLOCK_RULE)
            sink_string(out, "\n* * *\n");
    }
    sink_string(out, source->quote_count ? "\nWho said what\n\n" : "");
    for (size_t i = 0; i < source->quote_count; i++)
        put_quotation(out, &scratch, source, i + 1);
    put_notes(out, source);
    arena_release(&scratch);
}

const ExportForm plain_form = {.add = add};
