/*
 * The whole reader without a terminal, for targets that press keys: an App in memory with a library, themes, a model and a canvas. What
 * must hold after every key is required here.
 *
 * A script is bytes. Most stand for the key that sends them:
 *
 *     00 to 1F   a control character: 1B is Escape, 0D Enter, 09 Tab
 *     20 to 7E   a character; 7F Backspace
 *     80 to BF   a special key (code % their number), from A0 on with Shift or Meta
 *     C0 to CF   the mouse; two bytes follow: row and column
 *     D0 to DF   what is not typed: time, idle work, a background, other themes
 *     E0 to EF   a character outside ASCII; a byte chooses it from a list, or with F0 and above three bytes give its number
 *     F0 to FF   another size of the screen; two bytes follow
 */
#ifndef QUOIN_TESTS_PLAYED_READER_H
#define QUOIN_TESTS_PLAYED_READER_H

#include "fuzz/fuzz.h"
#include "ui/reader.h"

typedef struct PlayedReader {
    Arena arena;
    Config config;
    Library library;
    App app;
    Canvas canvas, again;
    int64_t now_ms;
    unsigned drawn;  /* screens */
    unsigned themes; /* which of them are there, as bits */
} PlayedReader;

typedef enum PlayedLibrary { PLAYED_ALONE, PLAYED_WITH_BUNDLED } PlayedLibrary;

/* Open `article` as standard input's text; with the bundled articles after it, from the sources. At 24 rows of 80 columns. */
void played_reader_open(PlayedReader *reader, Text article, PlayedLibrary library, Charset charset);
/* The same with a stream, which is closed with it. It is taken from by streaming_take. */
void played_reader_open_stream(PlayedReader *reader, int descriptor, Charset charset);
void played_reader_close(PlayedReader *reader);

/* Press what the script says next, and check. False: it is over. Quitting does not end it: the reader goes on. */
bool played_reader_press(PlayedReader *reader, Choices *script);
void played_reader_type(PlayedReader *reader, Key key); /* one key, drawn and checked */

/* Idle work to its end. */
void played_reader_rest(PlayedReader *reader);

void played_reader_resize(PlayedReader *reader, int rows, int columns);

/* Draw, and require what must hold of screen and state. */
void played_reader_check(PlayedReader *reader);

/* Escape until nothing is left to leave: it must lead to the plain view. */
void played_reader_leave_all(PlayedReader *reader);

/* An article with all that a script may meet: quotations, names, lists, wide and combining characters, long words. In the arena. */
Text played_article(Arena *arena, size_t paragraphs);

#endif
