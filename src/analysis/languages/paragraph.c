/*
 * Words are letters and digits with what joins them. An apostrophe parts words where articles lose their vowel ("l’ / archeologa"), a hyphen
 * where a pronoun follows ("dit / elle", "a / elle"). Behind a stop a capital or a quotation begins a sentence.
 */
#include "analysis/languages/paragraph.h"

#include "base/unicode/unicode.h"

Text paragraph_item(const Paragraph *paragraph, size_t item)
{
    return text_slice(paragraph->text, range_widen(paragraph->items.items[item].range));
}

static bool is_word_at(const Paragraph *paragraph, size_t at, size_t *size)
{
    char byte = paragraph->text.bytes[at];

    *size = 1;
    if ((unsigned char)byte < 0x80)
        return ascii_is_alnum(byte);
    return unicode_is_alnum(utf8_decode(paragraph->text, at, size));
}

/* Bytes of a hyphen or an apostrophe. */
static size_t joiner_size(const Paragraph *paragraph, size_t at, bool *apostrophe)
{
    Text rest = text_slice(paragraph->text, (Range){at, paragraph->range.end});

    *apostrophe = rest.size && (rest.bytes[0] == '\'' || text_starts_with(rest, TEXT("’")));
    if (*apostrophe)
        return rest.bytes[0] == '\'' ? 1 : 3;
    return rest.size && rest.bytes[0] == '-';
}

static size_t letters_end(const Paragraph *paragraph, size_t at, size_t end)
{
    size_t size;

    while (at < end && is_word_at(paragraph, at, &size))
        at += size;
    return at;
}

/* Where a word ends that begins at `at`, and where what comes behind it begins. */
static size_t word_end(const Paragraph *paragraph, size_t at, size_t end, size_t *next)
{
    for (;;) {
        bool apostrophe = false;
        size_t stop = letters_end(paragraph, at, end);
        size_t joiner = stop < end ? joiner_size(paragraph, stop, &apostrophe) : 0;
        size_t more = joiner ? letters_end(paragraph, stop + joiner, end) : stop;

        *next = stop;
        if (!joiner || more == stop + joiner)
            return stop;
        if (apostrophe && (paragraph->language->facts & WORDS_ARE_ELIDED)) {
            *next = stop + joiner;
            return stop;
        }
        if (!apostrophe && (word_bits_find(paragraph->classes, language_word_hash(text_slice(
                                                                   paragraph->text, (Range){stop + joiner, more}))) &
                            IS_ENCLITIC)) {
            *next = stop + joiner;
            return stop;
        }
        at = stop + joiner;
    }
}

/* "a-t" of "a-t-elle" is "a". */
static size_t without_link(const Paragraph *paragraph, size_t start, size_t end)
{
    return end > start + 2 && text_ends_with(text_slice(paragraph->text, (Range){start, end}), TEXT("-t")) ? end - 2
                                                                                                           : end;
}

static void add_item(Paragraph *paragraph, Item item)
{
    ARRAY_PUSH(paragraph->arena, paragraph->items, item);
}

static size_t add_word(Paragraph *paragraph, size_t at, size_t end)
{
    size_t next, size, stop = without_link(paragraph, at, word_end(paragraph, at, end, &next));
    Item item = {.kind = ITEM_WORD};

    item.hash = language_word_hash(text_slice(paragraph->text, (Range){at, stop}));
    item.classes = word_bits_find(paragraph->classes, item.hash);
    item.capital = unicode_is_upper(utf8_decode(paragraph->text, at, &size));
    if (next < end && paragraph->text.bytes[next] == '.' &&
        ((item.capital && stop == at + size) || (item.classes & (IS_SHORT | IS_TITLE))))
        stop = ++next;
    item.range = range_shorten((Range){at, stop});
    add_item(paragraph, item);
    return next;
}

static bool is_blank(uint32_t code_point)
{
    return code_point <= ' ' || code_point == 0xA0 || (code_point >= 0x2000 && code_point <= 0x200B) ||
           code_point == 0x202F || code_point == 0x3000 || code_point == 0xFEFF;
}

static void read_between(Paragraph *paragraph, size_t at, size_t end)
{
    while (at < end) {
        size_t size;
        uint32_t code_point;

        if (is_word_at(paragraph, at, &size)) {
            at = add_word(paragraph, at, end);
            continue;
        }
        code_point = utf8_decode(paragraph->text, at, &size);
        if (!is_blank(code_point))
            add_item(paragraph,
                     (Item){.kind = ITEM_SIGN, .sign = code_point, .range = range_shorten((Range){at, at + size})});
        at += size;
    }
}

/* ---- sentences ---- */

static bool is_stop(uint32_t sign)
{
    return sign == '.' || sign == '!' || sign == '?' || sign == 0x2026 || sign == 0x3002 || sign == 0xFF01 ||
           sign == 0xFF1F;
}

static bool is_number(const Paragraph *paragraph, const Item *item)
{
    return item->kind == ITEM_WORD && ascii_is_digit(paragraph->text.bytes[item->range.start]);
}

/* Does a sentence end with this item, if what follows can begin one? "14. Mai" does not. */
static bool ends_sentence(const Paragraph *paragraph, size_t i)
{
    const Item *item = &paragraph->items.items[i];
    Text inner;

    if (item->kind == ITEM_SIGN)
        return is_stop(item->sign) &&
               !(i > 0 && (paragraph->language->facts & NOUNS_ARE_CAPITALS) && is_number(paragraph, item - 1));
    if (item->kind != ITEM_SPEECH)
        return false;
    inner = text_trim(text_slice(paragraph->text, spoken_inner(&paragraph->spans.items[item->span])));
    return inner.size && is_stop(utf8_decode(inner, utf8_previous(inner, inner.size), &(size_t){0}));
}

static void mark_sentences(Paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->items.count; i++) {
        Item *item = &paragraph->items.items[i];
        bool can =
            item->kind == ITEM_SPEECH || (item->kind == ITEM_WORD && (item->capital || is_number(paragraph, item)));

        item->begins = i == 0 || (can && ends_sentence(paragraph, i - 1)) ||
                       (item->kind == ITEM_SPEECH && item[-1].kind == ITEM_SPEECH) ||
                       (i > 1 && can && item[-1].kind == ITEM_SIGN && spoken_is_dash(item[-1].sign) &&
                        ends_sentence(paragraph, i - 2));
    }
}

void paragraph_read(Paragraph *paragraph)
{
    size_t at = paragraph->range.start;

    paragraph->items.count = 0;
    for (size_t i = 0; i < paragraph->spans.count; i++) {
        ShortRange range = paragraph->spans.items[i].range;

        read_between(paragraph, at, range.start);
        add_item(paragraph, (Item){.kind = ITEM_SPEECH, .range = range, .span = (unsigned)i & 0xFFFFFF});
        at = range.end;
    }
    read_between(paragraph, at, paragraph->range.end);
    mark_sentences(paragraph);
}

size_t paragraph_sentence_end(const Paragraph *paragraph, size_t item)
{
    do
        item++;
    while (item < paragraph->items.count && !paragraph->items.items[item].begins);
    return item;
}
