/* The table of forms. */
#include "export/export_forms.h"

const ExportFormat *export_formats(size_t *count)
{
#define EXPORT(name, ending, form, help) {LITERAL(name), LITERAL(ending), LITERAL(help), &form},
#define CITE(name, form, help)
    static const ExportFormat formats[] = {
#include "export/export.def"
    };

    *count = COUNT_OF(formats);
    return formats;
}

const ExportFormat *citation_formats(size_t *count)
{
#define EXPORT(name, ending, form, help)
#define CITE(name, form, help) {LITERAL(name), {NULL, 0}, LITERAL(help), &form},
    static const ExportFormat formats[] = {
#include "export/export.def"
    };

    *count = COUNT_OF(formats);
    return formats;
}

/* Of the listed quotation that has the most of a range. */
static Text speaker_of(const ExportSource *source, Arena *arena, Range range)
{
    const Quote *of = NULL;
    size_t most = 0;

    for (size_t i = 0; i < source->quote_count; i++) {
        const Quote *quote = &source->analysis->quotes.items[source->quotes[i]];
        Range there = range_widen(quote->range), common = {there.start > range.start ? there.start : range.start,
                                                           there.end < range.end ? there.end : range.end};

        if (common.start < common.end && range_size(common) > most) {
            of = quote;
            most = range_size(common);
        }
    }
    return of && of->source->speaker_count ? quote_speaker_names(of, arena) : (Text){0};
}

void export_take_notes(ExportSource *source, Arena *arena, const PlacedNotes *notes)
{
    ARRAY(ExportNote) taken = {0};

    for (size_t i = 0; i < notes->count; i++) {
        const PlacedNote *item = &notes->items[i];
        bool is_missing = item->place.found == NOTE_IS_MISSING;
        bool is_there = item->place.found == NOTE_IS_THERE || item->place.found == NOTE_IS_CHANGED;

        if (item->note.list != NOTE_LIST_REMARKS)
            continue;
        ARRAY_PUSH(arena, taken,
                   ((ExportNote){.range = is_there ? item->place.range : (Range){0, 0},
                                 .words = note_field(&item->note, NOTE_TEXT),
                                 .speaker = is_there ? speaker_of(source, arena, item->place.range) : (Text){0},
                                 .text = note_field(&item->note, NOTE_NOTE),
                                 .missing = is_missing,
                                 .created = note_field(&item->note, NOTE_MADE)}));
    }
    source->notes = taken.items;
    source->note_count = taken.count;
}

const ExportFormat *export_format_of_file(Text name)
{
    size_t count;
    const ExportFormat *formats = export_formats(&count);

    for (size_t i = 0; i < count; i++) {
        if (formats[i].ending.size && text_ends_with(name, formats[i].ending))
            return &formats[i];
    }
    return NULL;
}

ExportSource export_source(Arena *arena, const Analysis *analysis)
{
    size_t *quotes = ARENA_ARRAY(arena, size_t, analysis->quotes.count), count = 0;

    for (size_t i = 0; i < analysis->quotes.count; i++) {
        if (quote_is_listed(&analysis->quotes.items[i]))
            quotes[count++] = i;
    }
    return (ExportSource){.article = analysis->article, .analysis = analysis, .quotes = quotes, .quote_count = count};
}

void export_begin(Export *export, const ExportFormat *format)
{
    export->format = format;
    export->articles = export->rows = 0;
    if (format->form->begin)
        format->form->begin(export);
}

void export_add(Export *export, const ExportSource *source)
{
    export->format->form->add(export, source);
    export->articles++;
}

void export_end(Export *export)
{
    if (export->format->form->end)
        export->format->form->end(export);
    arena_release(&export->arena);
}
