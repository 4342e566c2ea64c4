/*
 * Captions of films, calls and broadcasts (SubRip .srt, WebVTT .vtt): what is said, cut into pieces as long as a line of a screen. Of the pieces come
 * paragraphs, one as long as one speaks; who speaks is before them, as in any transcript.
 *
 *     2                                             TOM HALE: I was at the harbour when the wall came down.
 *     00:00:04,000 --> 00:00:08,500
 *     TOM HALE: I was at the harbour                Anna Reed: What did you see?
 *
 *     3
 *     00:00:08,500 --> 00:00:11,000
 *     when the wall came down.
 *
 *     00:11.000 --> 00:14.000
 *     <v Anna Reed>What did you see?
 *
 * Numbers, times, styles and notes of who made them are left out; zv shows the text without them, too.
 */
#include "formats/formats.h"
#include "formats/text/plain_text.h"
#include "formats/text/words/line_label.h"
#include "formats/text/words/line_words.h"
#include "formats/text_file.h"

enum {
    PARAGRAPH_BYTES = 600, /* of one who speaks on and on: it ends with the next sentence */
    TAG_BYTES = 300        /* what does not end within is none */
};

/* What is written, and how the last piece of it stands. */
typedef struct Captions {
    Arena *arena;
    Text source;
    TextBuffer text;
    size_t paragraph; /* where the last paragraph begins in the text */
    Text voice;       /* of a <v …> that goes on */
    Text last;        /* line */
    Text last_voice;  /* of it */
} Captions;

/* ---- lines ---- */

/* The next line, without blanks around it; false: there is none. */
static bool next_line(Text source, size_t *at, Text *line)
{
    if (!text_next_part(source, '\n', at, line))
        return false;
    *line = text_trim(*line);
    return true;
}

static bool is_time(Text line)
{
    return text_find(line, TEXT("-->"), 0) != TEXT_NOT_FOUND && line.size && ascii_is_digit(line.bytes[0]) &&
           text_find_byte(line, ':', 0) != TEXT_NOT_FOUND;
}

static bool is_number(Text line)
{
    size_t number;

    return text_to_number(line, SIZE_MAX / 2, &number);
}

/* "NOTE …", "STYLE", "REGION": a part of WebVTT that nobody says, up to the next blank line. */
static bool begins_note(Text line)
{
    static const Text words[] = {LITERAL("NOTE"), LITERAL("STYLE"), LITERAL("REGION")};

    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (text_starts_with(line, words[i]) && (line.size == words[i].size || line.bytes[words[i].size] == ' '))
            return true;
    }
    return false;
}

/* ---- what is in a line ---- */

/* "<v.loud Anna Reed>": the name. */
static Text voice_of(Text tag)
{
    size_t blank = text_find_byte(tag, ' ', 0);

    if (tag.size < 2 || tag.bytes[0] != 'v' || (tag.bytes[1] != ' ' && tag.bytes[1] != '.') || blank == TEXT_NOT_FOUND)
        return (Text){0};
    return text_trim(text_slice(tag, (Range){blank, tag.size}));
}

/* The end of a tag "<i>" or a place "{\an8}" that begins at `at`; `at`: it is none. */
static size_t tag_end(Text line, size_t at)
{
    Text near = text_slice(line, (Range){0, at + TAG_BYTES});
    bool is_place = line.bytes[at] == '{' && at + 1 < line.size && line.bytes[at + 1] == '\\';
    size_t end = line.bytes[at] == '<' ? text_find_byte(near, '>', at)
                 : is_place            ? text_find_byte(near, '}', at)
                                       : TEXT_NOT_FOUND;

    return end == TEXT_NOT_FOUND ? at : end + 1;
}

/* The line from `*at` on, as far as one speaks, without its tags: from a voice in it on it is that one. */
static Text plain_part(Captions *captions, Text line, size_t *at)
{
    TextBuffer plain = {0};

    while (*at < line.size) {
        size_t end = tag_end(line, *at);
        Text voice = end > *at ? voice_of(text_slice(line, (Range){*at + 1, end - 1})) : (Text){0};

        if (voice.size && text_trim(text_buffer_text(&plain)).size)
            break;
        if (voice.size)
            captions->voice = voice;
        if (end == *at)
            text_buffer_add(captions->arena, &plain, text_slice(line, (Range){*at, *at + 1}));
        *at = end > *at ? end : *at + 1;
    }
    return text_trim(text_buffer_text(&plain));
}

/* "TOM HALE: I was", ">> Thank you", "- No.": somebody else speaks. */
static bool begins_turn(Text line)
{
    return text_starts_with(line, TEXT(">>")) || text_starts_with(line, TEXT("- ")) || line_label(line).sign == ':';
}

/* ---- writing ---- */

static void begin_paragraph(Captions *captions)
{
    if (captions->text.count)
        text_buffer_add(captions->arena, &captions->text, TEXT("\n\n"));
    captions->paragraph = captions->text.count;
}

/* Is the paragraph as long as one may be, and a sentence at its end? */
static bool is_full(const Captions *captions)
{
    return captions->text.count - captions->paragraph > PARAGRAPH_BYTES &&
           line_ends_sentence(text_slice(text_buffer_text(&captions->text),
                                         (Range){captions->text.count - PARAGRAPH_BYTES, captions->text.count}));
}

/* Broadcasts show the line before once more above the new one; "No." is said again by somebody else. */
static bool is_shown_again(const Captions *captions, Text line)
{
    enum { WORDS_LEAST = 3 };

    return text_equal(line, captions->last) && text_count_words(line) >= WORDS_LEAST && !begins_turn(line);
}

/* What one says in a line. */
static void add_part(Captions *captions, Text line)
{
    static const Text hyphen = LITERAL("- ");
    bool is_other = !text_equal(captions->voice, captions->last_voice);

    if (line.size == 0 || is_shown_again(captions, line))
        return;
    captions->last = line;
    captions->last_voice = captions->voice;
    if (captions->text.count == 0 || is_other || begins_turn(line) || is_full(captions))
        begin_paragraph(captions);
    else
        text_buffer_add(captions->arena, &captions->text, TEXT(" "));
    if (is_other) {
        text_buffer_add(captions->arena, &captions->text, captions->voice);
        text_buffer_add(captions->arena, &captions->text, TEXT(": "));
    }
    if (text_starts_with(line, hyphen)) { /* else it were an item of a list */
        text_buffer_add(captions->arena, &captions->text, TEXT("— "));
        line = text_slice(line, (Range){hyphen.size, line.size});
    }
    text_buffer_add(captions->arena, &captions->text, line);
}

static void add_line(Captions *captions, Text line)
{
    for (size_t at = 0; at < line.size;)
        add_part(captions, plain_part(captions, line, &at));
}

/* A line before a time is its number or name; one of a note, and what is before the first time, is left out. */
static Text text_of(Arena *arena, Text source)
{
    Captions captions = {.arena = arena, .source = source};
    bool is_said = false, is_note = false;
    Text line;

    for (size_t at = utf8_mark_size(source); next_line(source, &at, &line);) {
        size_t ahead = at;
        Text next = {0};

        (void)next_line(source, &ahead, &next);
        if (line.size == 0 || is_time(line)) {
            is_said = line.size > 0;
            is_note = false;
        } else if (!is_said && begins_note(line)) {
            is_note = true;
        } else if (is_said && !is_note && !(is_number(line) && is_time(next))) {
            add_line(&captions, line);
        }
    }
    return text_buffer_text(&captions.text);
}

/* ---- the format ---- */

static bool recognises(Text head)
{
    size_t at = utf8_mark_size(head);
    Text line = {0};

    if (text_starts_with(text_slice(head, (Range){at, head.size}), TEXT("WEBVTT")))
        return true;
    while (next_line(head, &at, &line) && line.size == 0)
        ;
    return is_number(line) && next_line(head, &at, &line) && is_time(line);
}

static bool read_captions(Article *article, File *file, Report *report)
{
    Text text;

    if (!text_file_decode(article->arena, file, report))
        return false;
    (void)file_load_all(file);
    text = text_of(article->arena, file->bytes);
    if (text.size == 0) {
        report->unreadable = true;
        report_add(report, SEVERITY_ERROR, 0, 0, "has no captions; expected lines of a time and what is said then");
        return false;
    }
    *article = *article_from_plain_text(article->arena, text);
    article->show_source = text_of;
    return true;
}

static bool peek(Arena *arena, Text head, Text fields[FIELD_COUNT])
{
    (void)fields;
    return text_of(arena, head).size > 0;
}

const Format captions_format = {
    .name = LITERAL("captions"),
    .form = LITERAL("captions"),
    .help = LITERAL("captions of films, calls and broadcasts: what is said in them, without its times"),
    .endings = LITERAL(".srt .vtt"),
    .limit = LIMIT_ARTICLE_BYTES,
    .recognises = recognises,
    .read = read_captions,
    .peek = peek,
};
