/*
 * Each run is a hash of its words' hashes, in an open-addressing table. So "of the council on Monday" is found in a text of ten thousand words by
 * two looks.
 */
#include "html/body/blocks/word_runs.h"

static bool is_in_word(char byte)
{
    return ascii_is_alnum(byte) || (unsigned char)byte >= 0x80;
}

/*
 * No words are: no-break spaces and "«" (U+0080 to 00BF), quotation marks, dashes and "…" (U+2000 to 203F), and the marks of ideographs (U+3000 to
 * 303F; U+FF00 to FF20 without digits).
 */
static size_t mark_size(Text text, size_t at)
{
    unsigned char first = (unsigned char)text.bytes[at], second, third;

    if (first == 0xC2 && text.size - at > 1)
        return 2;
    if (first < 0xE2 || text.size - at < 3)
        return 0;
    second = (unsigned char)text.bytes[at + 1];
    third = (unsigned char)text.bytes[at + 2];
    if ((first == 0xE2 && second == 0x80) || (first == 0xE3 && second == 0x80))
        return 3;
    return first == 0xEF && second == 0xBC && (third < 0x90 || third >= 0x9A) && third < 0xA1 ? 3 : 0;
}

bool word_runs_next(Text text, size_t *at, Text *word)
{
    size_t start;

    while (*at < text.size && (!is_in_word(text.bytes[*at]) || mark_size(text, *at)))
        *at += mark_size(text, *at) ? mark_size(text, *at) : 1;
    start = *at;
    while (*at < text.size && is_in_word(text.bytes[*at]) && !mark_size(text, *at))
        (*at)++;
    *word = text_slice(text, (Range){start, *at});
    return word->size > 0;
}

static uint32_t hash_word(Text word)
{
    uint32_t hash = HASH_START;

    for (size_t i = 0; i < word.size; i++)
        hash = hash_byte(hash, ascii_to_lower(word.bytes[i]));
    return hash_finish(hash);
}

/* The runs one after another: false at the end. `words` is a ring of the last hashes, `count` how many there were. */
static bool next_run(Text text, size_t *at, uint32_t *words, size_t *count, uint32_t *run)
{
    Text word;

    do {
        if (!word_runs_next(text, at, &word)) {
            if (*count == 0 || *count >= RUN_WORDS)
                return false;
            for (; *count < RUN_WORDS; (*count)++)
                words[*count] = 0;
            break;
        }
        words[(*count)++ % RUN_WORDS] = hash_word(word);
    } while (*count < RUN_WORDS);
    *run = 1;
    for (size_t i = *count; i < *count + RUN_WORDS; i++)
        *run = hash_pair(*run, words[i % RUN_WORDS]);
    *run += *run == 0;
    return true;
}

static size_t slot_of(const WordRuns *runs, uint32_t run)
{
    size_t slot = run & (runs->slot_count - 1);

    while (runs->slots[slot] && runs->slots[slot] != run)
        slot = (slot + 1) & (runs->slot_count - 1);
    return slot;
}

void word_runs_read(Arena *arena, WordRuns *runs, Text text)
{
    uint32_t words[RUN_WORDS], run;
    size_t at = 0, count = 0;

    *runs = (WordRuns){.slot_count = 16};
    while (runs->slot_count < text.size)
        runs->slot_count *= 2;
    runs->slots = ARENA_ARRAY(arena, uint32_t, runs->slot_count);
    while (next_run(text, &at, words, &count, &run)) {
        runs->slots[slot_of(runs, run)] = run;
        runs->count++;
    }
}

unsigned word_runs_share(const WordRuns *runs, Text text)
{
    uint32_t words[RUN_WORDS], run;
    size_t at = 0, count = 0, all = 0, shared = 0;

    if (!runs->count)
        return 0;
    while (next_run(text, &at, words, &count, &run)) {
        all++;
        shared += runs->slots[slot_of(runs, run)] == run;
    }
    return all ? (unsigned)(shared * 10 / all) : 0;
}
