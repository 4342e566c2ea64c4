/*
 * The questions of `quoin review`: one quotation after the other, each with what it stands in, who is thought to say it and why, as lines that follow
 * one another.
 *
 *     2/5: quotation 7, probably Ines Farrow: “We will win.”
 *     Before it: Farrow spoke last.
 *     Why: previous-sentence, right in 80 of 100, as in: Farrow spoke last. “We will appeal.”
 */
#ifndef QUOIN_CLI_WRITING_REVIEW_QUESTIONS_H
#define QUOIN_CLI_WRITING_REVIEW_QUESTIONS_H

#include "analysis/result/result.h"
#include "base/unicode/printable.h"
#include "term/line_terminal.h"

/* ANSWER(ID, key, says, done) */
#define REVIEW_ANSWERS(ANSWER)                         \
    ANSWER(ACCEPT, 'y', "right", "accepted")           \
    ANSWER(CORRECT, 'c', "correct", "corrected")       \
    ANSWER(NO_SPEECH, 'n', "not speech", "not speech") \
    ANSWER(SKIP, 's', "skip", "skipped")               \
    ANSWER(UNDO, 'u', "undo", "")                      \
    ANSWER(QUIT, 'q', "quit", "")

typedef enum ReviewAnswer {
#define ANSWER(ID, key, says, done) REVIEW_##ID,
    REVIEW_ANSWERS(ANSWER) REVIEW_ANSWER_COUNT
#undef ANSWER
} ReviewAnswer;

const char *review_answer_done(ReviewAnswer answer); /* "accepted" */

typedef struct ReviewQuestions {
    Sink *out;
    Charset charset;
    int columns;            /* of the terminal; 0: lines are as long as they come */
    LineTerminal *terminal; /* where answers come from: keys, or what is piped */
    bool line_may_end;      /* what was piped last was a letter, behind which a line end says nothing */
    Arena arena;            /* of what is said now */
} ReviewQuestions;

/* A line, broken between words as the terminal is wide. */
void review_say(ReviewQuestions *questions, Text text);

/* What is asked of a quotation of an analysis: `number` among its quotations, `count` ("2/5"), and which keys answer. */
typedef struct ReviewQuestion {
    const Analysis *analysis;
    const Quote *quote;
    size_t number, at, count;
} ReviewQuestion;
void review_ask(ReviewQuestions *questions, const ReviewQuestion *question);

/* The answer; REVIEW_QUIT where none will come. With REVIEW_CORRECT the name, in the questions' arena until the next one is asked. */
ReviewAnswer review_answer(ReviewQuestions *questions, const Analysis *analysis, Text *name);

#endif
