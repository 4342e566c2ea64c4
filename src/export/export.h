/*
 * Writing articles, with what is known of them, in a form that somebody else reads: one table of forms, which commands and keys share.
 *
 *     Export export = {.out = sink, .cite = &forms};
 *     export_begin(&export, export_find(name));
 *     export_add(&export, &source);              // for each article
 *     export_end(&export);
 *
 * What is written is UTF-8 for a file. It has no control characters, but it has not passed the gate: for a terminal, let it pass.
 */
#ifndef QUOIN_EXPORT_EXPORT_H
#define QUOIN_EXPORT_EXPORT_H

#include "analysis/result/result.h"
#include "export/citation.h"
#include "export/table.h"
#include "library/text_index.h"
#include "memory/notes/article_notes.h"

/* What the reader wrote to a passage. */
typedef struct ExportNote {
    Range range;  /* of the article's text; empty: to the article as a whole, or its words are not found any more */
    Text words;   /* those of the article */
    Text speaker; /* who says it, where it stands in a quotation of somebody known; else empty */
    Text text;    /* the reader's; may be empty: then the words are only marked */
    bool missing; /* the words are not found in the text any more: say so where they are written */
    Text created; /* ISO 8601, or empty */
} ExportNote;

/* An article and all that is to be told of it. Everything is borrowed. */
typedef struct ExportSource {
    const Article *article;   /* complete */
    const Analysis *analysis; /* of all of it, and done */
    const size_t *quotes;     /* indexes into analysis->quotes, by start: those that are listed */
    size_t quote_count;
    const ExportNote *notes;
    size_t note_count;
} ExportSource;

/* The article with all quotations that a list shows (quote_is_listed), without notes. The list lives in the arena. */
ExportSource export_source(Arena *arena, const Analysis *analysis);

/* Let it have notes too, with texts of theirs; the list lives in the arena. Those whose words are not found are of the article as a whole. */
void export_take_notes(ExportSource *source, Arena *arena, const PlacedNotes *notes);

typedef struct ExportFormat ExportFormat;

typedef struct Export {
    Sink *out;
    const CitationForms *cite;
    bool several; /* there may be more than one article */
    const ExportFormat *format;
    size_t articles; /* that were added before */
    size_t rows;     /* that the form has written so far, in its own count */
    Arena arena;     /* of what it has to remember; empty after export_end */
    TextIndex keys;  /* the names of entries that there are: the last number behind each */
    Table table;
} Export;

/* How a form is written. */
typedef struct ExportForm {
    void (*begin)(Export *export); /* NULL: nothing stands before the first article, or after the last */
    void (*add)(Export *export, const ExportSource *source);
    void (*end)(Export *export);
    bool holds_one; /* article */
} ExportForm;

struct ExportFormat {
    Text name;
    Text ending; /* of files; empty: none is usual */
    Text help;
    const ExportForm *form;
};

const ExportFormat *export_formats(size_t *count);
const ExportFormat *citation_formats(size_t *count);

/* By the ending of the file's name; NULL: it says nothing. */
const ExportFormat *export_format_of_file(Text name);

void export_begin(Export *export, const ExportFormat *format);
void export_add(Export *export, const ExportSource *source);
void export_end(Export *export);

#endif
