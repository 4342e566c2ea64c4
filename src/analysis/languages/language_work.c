/* First all names are noted, so that "Basten" is somebody wherever it stands; then paragraph for paragraph what is spoken, and by whom. */
#include "analysis/languages/language_work.h"

#include "analysis/languages/named_entities.h"
#include "analysis/languages/spaceless.h"
#include "base/unicode/unicode.h"

enum {
    PIECE_BYTES = 32 * 1024,
    FRAGMENT_WORDS = 4,
    RESOLVED_PERCENT = 85,
    DESCRIPTION_PERCENT = 90,
    SPEAKER_LONGEST = 400
};

typedef struct Decided {
    Spoken span;
    Reported report;
    bool in_headline;
} Decided;

struct LanguageWork {
    Arena *arena, *scratch; /* the second for a paragraph */
    Analysis *analysis;
    const Language *language;
    WordBits classes;
    Names names;
    ARRAY(Decided) decided;
    size_t block, at; /* where the step is */
};

LanguageWork *language_work_new(Arena *arena, Analysis *analysis)
{
    LanguageWork *work = ARENA_NEW(arena, LanguageWork);
    Text phrase;

    *work = (LanguageWork){.arena = arena,
                           .scratch = arena_within(arena),
                           .analysis = analysis,
                           .language = language_info(analysis->language),
                           .classes = {.arena = arena},
                           .at = analysis->window.start};
    for (int i = 0; i < WORD_CLASS_COUNT; i++)
        word_bits_add_list(&work->classes, language_class(work->language, (WordClass)i), 1u << i);
    for (size_t at = 0; text_next_part(work->language->according, '|', &at, &phrase);)
        word_bits_add_list(&work->classes, text_starts_with(phrase, TEXT("^")) ? (Text){0} : phrase, IS_FUNCTION);
    names_init(&work->names, arena, analysis->article->text, work->language);
    return work;
}

/* ---- pieces of the text ---- */

/* Where a piece ends that begins at `at`: a huge block is taken in several, cut at a blank. */
static size_t piece_end(Text text, size_t at, size_t end)
{
    size_t cut = at + PIECE_BYTES;

    if (end - at <= PIECE_BYTES)
        return end;
    while (cut > at + PIECE_BYTES / 2 && !ascii_is_blank(text.bytes[cut - 1]))
        cut--;
    if (cut > at + PIECE_BYTES / 2)
        return cut;
    cut = at + PIECE_BYTES;
    while (cut < end && ((unsigned char)text.bytes[cut] & 0xC0) == 0x80)
        cut++;
    return cut;
}

/* The next piece that has text; false: there is none. */
static bool next_piece(LanguageWork *work, Paragraph *paragraph)
{
    const Article *article = work->analysis->article;

    for (; work->block < article->blocks.count; work->block++) {
        const Block *block = &article->blocks.items[work->block];
        size_t start = work->at > block->range.start ? work->at : block->range.start;
        size_t end = block->range.end < work->analysis->window.end ? block->range.end : work->analysis->window.end;

        if (block->range.start >= work->analysis->window.end)
            break;
        if (!block_has_text(block->kind) || block->kind == BLOCK_NOTE || start >= end)
            continue;
        *paragraph = (Paragraph){.arena = work->scratch,
                                 .text = article->text,
                                 .range = {start, piece_end(article->text, start, end)},
                                 .language = work->language,
                                 .classes = &work->classes};
        work->at = paragraph->range.end;
        return true;
    }
    return false;
}

static void begin_anew(LanguageWork *work)
{
    work->block = 0;
    work->at = work->analysis->window.start;
}

bool language_work_names(LanguageWork *work, size_t bytes)
{
    Paragraph paragraph;

    for (size_t done = 0; done < bytes; done += range_size(paragraph.range) + 1) {
        if (!next_piece(work, &paragraph)) {
            names_settle(&work->names);
            begin_anew(work);
            return false;
        }
        if (!(work->language->facts & HAS_NO_BLANKS)) {
            paragraph_read(&paragraph);
            names_note(&work->names, &paragraph);
        }
        arena_reset(work->scratch);
    }
    return true;
}

/* ---- what is spoken ---- */

/* Does a paragraph beside this one, a dash at its start, say whose words it has? */
static bool is_in_talk(LanguageWork *work, const Paragraph *paragraph)
{
    const Article *article = work->analysis->article;

    for (size_t side = 0; side < 2; side++) {
        size_t block = side ? work->block + 1 : work->block - 1;
        SpokenList spans = {0};
        Range range;

        if (block >= article->blocks.count || !block_has_text(article->blocks.items[block].kind))
            continue;
        range = article->blocks.items[block].range;
        range.end = piece_end(article->text, range.start, range.end);
        if (spoken_begins_with_dash(article->text, range) &&
            spoken_find_dashes(paragraph->arena, article->text, range, work->language, &work->classes, &spans))
            return true;
    }
    return false;
}

static void find_spans(LanguageWork *work, Paragraph *paragraph)
{
    SpokenList marks = {0};

    spoken_find_marks(work->scratch, paragraph->text, paragraph->range, work->language, &marks);
    if ((work->language->facts & DASH_IS_SPEECH) && spoken_begins_with_dash(paragraph->text, paragraph->range)) {
        SpokenList dashes = {0};
        bool said = spoken_find_dashes(work->scratch, paragraph->text, paragraph->range, work->language, &work->classes,
                                       &dashes);

        if (said || is_in_talk(work, paragraph))
            paragraph->spans = dashes;
    }
    if (paragraph->spans.count == 0) {
        paragraph->spans = marks;
        return;
    }
    for (size_t i = 0, j = 0, count = paragraph->spans.count; i < marks.count;
         i++) { /* marks behind what follows the dashes */
        while (j < count && paragraph->spans.items[j].range.end <= marks.items[i].range.start)
            j++;
        if (j == count)
            ARRAY_PUSH(work->scratch, paragraph->spans, marks.items[i]);
    }
}

bool language_work_quotes(LanguageWork *work, size_t bytes)
{
    Paragraph paragraph;

    for (size_t done = 0; done < bytes; done += range_size(paragraph.range) + 1) {
        ReportedList reports = {0};
        bool in_headline;

        if (!next_piece(work, &paragraph))
            return false;
        in_headline = block_is_headline(work->analysis->article->blocks.items[work->block].kind);
        find_spans(work, &paragraph);
        if (work->language->facts & HAS_NO_BLANKS) {
            spaceless_report(&paragraph, &reports);
        } else if (paragraph.spans.count) {
            paragraph_read(&paragraph);
            paragraph_report(&paragraph, &work->names, &reports);
        }
        for (size_t i = 0; i < reports.count; i++)
            ARRAY_PUSH(work->arena, work->decided, ((Decided){paragraph.spans.items[i], reports.items[i], in_headline}));
        arena_reset(work->scratch);
    }
    return true;
}

/* ---- quotations ---- */

static QuoteType type_of(const LanguageWork *work, const Decided *decided)
{
    Text inner = text_trim(text_slice(work->analysis->article->text, spoken_inner(&decided->span)));
    size_t words = text_count_words(inner), size;
    char last = inner.size ? inner.bytes[inner.size - 1] : ' ';
    bool stopped = last == '.' || last == '!' || last == '?' || last == ',' || !decided->span.closed;

    if (decided->in_headline || !decided->report.speech)
        return decided->span.title ? QUOTE_TITLE : QUOTE_SCARE;
    if (work->language->facts & HAS_NO_BLANKS)
        return QUOTE_DIRECT;
    if (inner.size == 0 || !unicode_is_lower(utf8_decode(inner, 0, &size)))
        return stopped || words > FRAGMENT_WORDS || decided->report.rule == REPORT_SAYS_BEHIND ||
                       decided->span.after_dash
                   ? QUOTE_DIRECT
                   : QUOTE_FRAGMENT;
    return words > FRAGMENT_WORDS ? QUOTE_MIXED : QUOTE_FRAGMENT;
}

static unsigned confidence_of(const Reported *report)
{
    unsigned percent = report->resolved ? RESOLVED_PERCENT : report->person == NO_NAMED ? DESCRIPTION_PERCENT : 100;

    return report_rule_info(report->rule)->confidence * percent / 100;
}

static bool has_speaker(const Reported *report)
{
    return report->person != NO_NAMED ||
           (report->words.end > report->words.start && report->words.end - report->words.start <= SPEAKER_LONGEST);
}

static Speaker speaker_of(const LanguageWork *work, const NamedEntities *known, const Reported *report)
{
    const Analysis *analysis = work->analysis;
    size_t entity =
        report->person == NO_NAMED ? named_entity_at(known, report->words) : known->of_person[report->person];
    Range words =
        range_widen(report->person == NO_NAMED ? report->words : work->names.people.items[report->person].name);

    return (Speaker){entity, entity != NO_ENTITY
                                 ? analysis->entities.items[entity].name
                                 : arena_on_one_line(analysis->arena, text_slice(analysis->article->text, words))};
}

static const QuoteSource *source_of(const LanguageWork *work, const NamedEntities *known, const Reported *report)
{
    Arena *arena = work->analysis->arena;
    QuoteSource *source = ARENA_NEW(arena, QuoteSource);

    source->rule = report_rule_info(report->rule)->name;
    source->mention = report->words;
    source->cue = report->cue;
    if (report->speech && report->rule != REPORT_NONE && has_speaker(report)) {
        Speaker *speaker = ARENA_NEW(arena, Speaker);

        *speaker = speaker_of(work, known, report);
        source->speakers = speaker;
        source->speaker_count = 1;
        if (speaker->entity != NO_ENTITY)
            work->analysis->entities.items[speaker->entity].quote_count++;
    }
    return source;
}

static void add_quotes(LanguageWork *work, const NamedEntities *known)
{
    for (size_t i = 0; i < work->decided.count; i++) {
        Decided *decided = &work->decided.items[i];
        Quote quote = {.range = decided->span.range, .open = decided->span.open, .close = decided->span.close};

        quote.type = (unsigned char)type_of(work, decided);
        decided->report.speech = quote_is_speech(&quote);
        quote.source = source_of(work, known, &decided->report);
        quote.confidence = (unsigned char)(quote.source->speaker_count ? confidence_of(&decided->report) : 0);
        quote.inferred =
            quote_is_speech(&quote) && (report_rule_info(decided->report.rule)->inferred || decided->report.resolved);
        ARRAY_PUSH(work->analysis->arena, work->analysis->quotes, quote);
    }
}

void language_work_finish(LanguageWork *work, bool entities_are_known)
{
    bool *speaks = ARENA_ARRAY(work->arena, bool, work->names.people.count + 1);
    NamedEntities known;

    for (size_t i = 0; i < work->decided.count; i++) {
        const Reported *report = &work->decided.items[i].report;

        if (report->speech && report->person != NO_NAMED && !work->decided.items[i].in_headline)
            speaks[report->person] = true;
    }
    known = entities_are_known ? named_entities_known(work->arena, work->analysis, &work->names)
                               : named_entities_make(work->arena, work->analysis, &work->names, speaks);
    if (!work->analysis->article->quotes_given)
        add_quotes(work, &known);
}
