/* The parts of a message (RFC 2046): texts, pages, files that go with it, in one another; and which of them is the one to read. */
#ifndef QUOIN_FORMATS_MESSAGE_MESSAGE_PARTS_H
#define QUOIN_FORMATS_MESSAGE_MESSAGE_PARTS_H

#include "base/arena.h"
#include "base/range.h"

typedef enum PartPlace {
    PART_OF_MESSAGE,
    PART_ENCLOSED, /* of a message that is passed on within */
    PART_ATTACHED,
    PART_ALTERNATIVE /* another says the same, and better: nothing is missing without it */
} PartPlace;

/* Slices of the message, or in its arena. */
typedef struct MessagePart {
    Text head;          /* of the message that it belongs to: of the innermost */
    Text type, charset; /* "text/plain" in small letters, "utf-8" as it is there */
    Text name;          /* of the file that it was, as it is there: see message_words; empty: it has none */
    Text encoding;      /* how it travels: see transfer.h */
    Text location;      /* the address that it had; empty: none is said */
    Text bytes;         /* as they are there */
    PartPlace place;
} MessagePart;

typedef struct Message {
    ARRAY(MessagePart) parts; /* that have no others in them, in their order */
    bool is_encrypted;        /* some of it can only be read with a key */
    bool has_more;            /* than LIMIT_MESSAGE_PARTS, which are not here */
} Message;

Message message_read_parts(Arena *arena, Text bytes);

/* The part to read: a page or a text of the message's own, or else of one within it, or an attached one. NULL: there is none. */
const MessagePart *message_shown_part(const Message *message);

bool message_part_is_page(const MessagePart *part); /* else it is a text */

/* A file of messages begins so (mbox): the size of its line "From somebody on some day"; 0: a message begins at once. */
size_t message_divider_size(Text bytes);

/* Where the next divider in such a file begins, after `at`; bytes.size: there is none. */
size_t message_next_divider(Text bytes, size_t at);

#endif
