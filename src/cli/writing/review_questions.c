/*
 * On a terminal a key is an answer. What is piped is made by people too, who write a line for each: a line end behind a letter belongs to it, an
 * empty line is Enter.
 */
#include "cli/writing/review_questions.h"

#include "analysis/attribution/rules.h"
#include "analysis/reasons.h"
#include "layout/layout.h"
#include "reading/passage.h"

static const struct {
    char key;
    const char *says, *done;
} answers[REVIEW_ANSWER_COUNT] = {
#define ANSWER(ID, key, says, done) {key, says, done},
    REVIEW_ANSWERS(ANSWER)
#undef ANSWER
};

const char *review_answer_done(ReviewAnswer answer)
{
    return answers[answer].done;
}

/* ---- what is said ---- */

static void write_line(ReviewQuestions *questions, Text line)
{
    printable_write(questions->out, line, questions->charset, LINES_JOINED);
    sink_byte(questions->out, '\n');
}

void review_say(ReviewQuestions *questions, Text text)
{
    LineList lines = {0};

    text = arena_on_one_line(&questions->arena, text);
    if (questions->columns == 0 || text.size == 0) {
        write_line(questions, text);
        return;
    }
    break_lines(&questions->arena, text, (Range){0, text.size}, questions->columns, questions->charset, NULL, &lines);
    for (size_t i = 0; i < lines.count; i++)
        write_line(questions, text_slice(text, lines.items[i].range));
}

/* ---- the question ---- */

static Text speaker_of(Arena *arena, const Quote *quote)
{
    Text names = quote_speaker_names(quote, arena);

    if (quote->source->speaker_count == 0)
        return TEXT("speaker not known");
    return arena_printf(arena, "%s%.*s", quote_speaker_is_doubtful(quote) ? "probably " : "", TEXT_ARGS(names));
}

static Range union_of(Range a, Range b)
{
    return (Range){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

/* The sentences that a quotation stands in. */
static Range sentences_of(const Article *article, const Quote *quote)
{
    Range words = range_widen(quote->range), first = passage_sentence(article, words.start),
          last = passage_sentence(article, words.end > words.start ? words.end - 1 : words.start);

    return union_of(words, union_of(first, last));
}

/* The sentence before an offset; empty: there is none. */
static Range sentence_before(const Article *article, size_t offset)
{
    while (offset > 0 && ascii_is_blank(article->text.bytes[offset - 1]))
        offset--;
    return offset > 0 ? passage_sentence(article, offset - 1) : (Range){0, 0};
}

/* The paragraph around an offset; of a very long one, the sentence. */
static Range paragraph_of(const Article *article, size_t offset)
{
    enum { BYTES_MOST = 1500 };
    Range range = article->blocks.items[article_known_block_at(article, offset)].range;

    return offset < range.end && range_size(range) <= BYTES_MOST ? range : passage_sentence(article, offset);
}

/* The paragraph that a quotation stands in; the one before, where its sentence begins it. */
static void say_context(ReviewQuestions *questions, const Article *article, const Quote *quote)
{
    Range words = range_widen(quote->range), sentences = sentences_of(article, quote);
    Range stands = union_of(sentences, paragraph_of(article, words.start));
    Range before = sentence_before(article, stands.start);
    Text text[2] = {TEXT("Before it: "), {0}};

    if (!range_is_empty(before) && stands.start == sentences.start) {
        text[1] = text_slice(article->text, paragraph_of(article, before.start));
        review_say(questions, arena_join(&questions->arena, text, 2));
    }
    text[0] = TEXT("It stands in: ");
    text[1] = text_slice(article->text, stands);
    if (range_size(stands) > range_size(words))
        review_say(questions, arena_join(&questions->arena, text, 2));
}

static const RuleInfo *rule_named(const char *name)
{
    for (int rule = 0; name && rule < RULE_COUNT; rule++) {
        if (strcmp(rule_info((RuleId)rule)->name, name) == 0)
            return rule_info((RuleId)rule);
    }
    return NULL;
}

static void say_reason(ReviewQuestions *questions, const Article *article, const Quote *quote)
{
    const RuleInfo *rule = rule_named(quote->source->rule);
    Text mention = text_slice(article->text, range_widen(quote->source->mention));

    if (quote->given)
        review_say(questions, quote->source->speaker_count == 0 ? TEXT("Why: the article's file does not say who.")
                              : quote->match == MATCH_DIFFERS   ? TEXT("Why: the article's file has it in other words.")
                                                                : TEXT("Why: the article's file says so, unchecked."));
    else if (quote->source->speaker_count == 0 || !rule || rule == rule_info(RULE_NONE))
        review_say(questions, TEXT("Why: nothing tells who says it."));
    else
        review_say(questions, arena_printf(&questions->arena, "Why: %.*s%s%.*s%s; right in %u of 100.",
                                           TEXT_ARGS(reason_of_rule(rule->name)), mention.size ? ", by \"" : "",
                                           TEXT_ARGS(mention), mention.size ? "\"" : "", (unsigned)quote->confidence));
}

static void say_keys(ReviewQuestions *questions)
{
    TextBuffer keys = {0};

    text_buffer_add(&questions->arena, &keys, TEXT("Enter or "));
    for (int i = 0; i < REVIEW_ANSWER_COUNT; i++)
        text_buffer_add(&questions->arena, &keys,
                        arena_printf(&questions->arena, "%s%c: %s", i ? ", " : "", answers[i].key, answers[i].says));
    text_buffer_add(&questions->arena, &keys, TEXT("?"));
    review_say(questions, text_buffer_text(&keys));
}

void review_ask(ReviewQuestions *questions, const ReviewQuestion *question)
{
    const Article *article = question->analysis->article;
    const Quote *quote = question->quote;
    Text words = text_slice(article->text, range_widen(quote->range));

    arena_reset(&questions->arena);
    sink_byte(questions->out, '\n');
    review_say(questions,
               arena_printf(&questions->arena, "%zu/%zu: quotation %zu, %.*s: %.*s", question->at, question->count,
                            question->number, TEXT_ARGS(speaker_of(&questions->arena, quote)), TEXT_ARGS(words)));
    say_context(questions, article, quote);
    say_reason(questions, article, quote);
    say_keys(questions);
}

/* ---- who it is ---- */

enum { PERSON_MOST = 999999 }; /* a larger number is a name */

/* Person or organisation `number` of those that may speak, from 1; NULL: there are not so many. */
static const Entity *person(const Analysis *analysis, size_t number)
{
    for (size_t i = 0; i < analysis->entities.count; i++) {
        const Entity *entity = &analysis->entities.items[i];

        if (entity->type <= ENTITY_ORGANIZATION && --number == 0)
            return entity;
    }
    return NULL;
}

static void say_people(ReviewQuestions *questions, const Analysis *analysis)
{
    TextBuffer people = {0};
    const Entity *entity;

    for (size_t i = 1; (entity = person(analysis, i)) != NULL; i++)
        text_buffer_add(&questions->arena, &people,
                        arena_printf(&questions->arena, "%s%zu %.*s", i > 1 ? ", " : "", i, TEXT_ARGS(entity->name)));
    if (people.count)
        review_say(questions, text_buffer_text(&people));
    review_say(questions, people.count ? TEXT("Who says it? A number or a name; nothing: ask again.")
                                       : TEXT("Who says it? A name; nothing: ask again."));
    (void)sink_flush(questions->out);
}

/* Behind a letter that was piped the first line may be empty: it ends that of the letter. */
static Text read_line(ReviewQuestions *questions)
{
    const Text question = TEXT("Who says it?");
    Text line = {0};

    if (line_terminal_line(questions->terminal, question, &questions->arena, &line) == KEYS_ONE && line.size == 0 &&
        !questions->terminal->is_terminal)
        (void)line_terminal_line(questions->terminal, question, &questions->arena, &line);
    questions->line_may_end = false;
    return text_trim(line);
}

/* False: nobody was named. */
static bool read_name(ReviewQuestions *questions, const Analysis *analysis, Text *name)
{
    const Entity *entity;
    size_t number;

    say_people(questions, analysis);
    *name = read_line(questions);
    if (name->size && text_to_number(*name, PERSON_MOST, &number)) {
        entity = number ? person(analysis, number) : NULL;
        *name = entity ? entity->name : (Text){0};
        if (!entity)
            review_say(questions, TEXT("There is nobody of that number."));
    }
    return name->size > 0;
}

/* ---- the answer ---- */

/* Of a key, or REVIEW_ANSWER_COUNT: it is none. */
static ReviewAnswer answer_of(Key key)
{
    if (key.code == KEY_SPECIAL_ENTER)
        return REVIEW_ACCEPT;
    if (key.modifiers == MODIFIER_CTRL && key.code == 'd')
        return REVIEW_QUIT;
    for (int i = 0; i < REVIEW_ANSWER_COUNT; i++) {
        if (key.modifiers == 0 && key.code == (uint32_t)answers[i].key)
            return (ReviewAnswer)i;
    }
    return REVIEW_ANSWER_COUNT;
}

/* False: there are no more. */
static bool read_key(ReviewQuestions *questions, Key *key)
{
    KeyEvent event;

    (void)sink_flush(questions->out);
    do {
        event = line_terminal_key(questions->terminal, -1, key);
        if (event == KEYS_ONE && key->code == KEY_SPECIAL_ENTER && questions->line_may_end) {
            questions->line_may_end = false;
            event = KEYS_NONE;
        }
    } while (event == KEYS_NONE);
    questions->line_may_end = event == KEYS_ONE && key->code != KEY_SPECIAL_ENTER && !questions->terminal->is_terminal;
    return event == KEYS_ONE;
}

ReviewAnswer review_answer(ReviewQuestions *questions, const Analysis *analysis, Text *name)
{
    Key key;

    while (read_key(questions, &key)) {
        ReviewAnswer answer = answer_of(key);

        if (answer < REVIEW_ANSWER_COUNT && (answer != REVIEW_CORRECT || read_name(questions, analysis, name)))
            return answer;
        say_keys(questions);
    }
    return REVIEW_QUIT;
}
