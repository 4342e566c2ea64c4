/*
 * An article: one UTF-8 text, and ranges over it. The headline is the start of that text and the body follows, so that search,
 * mentions and positions work in all of it. How one is read from a file: formats/formats.h.
 *
 * Long texts are indexed from the front, as far as somebody asks: `blocks` grows, `text` grows in place.
 */
#ifndef QUOIN_ARTICLE_ARTICLE_H
#define QUOIN_ARTICLE_ARTICLE_H

#include "article/offset_map.h"
#include "base/system/file.h"
#include "base/unicode/scripts/text_length.h"

/*
 * BLOCK(ID, name, traits): the kinds of blocks. KICKER and META have no text of their own: the reader writes the section there, and source,
 * date and length. What the text begins with is the head; its words are not counted.
 */
#define BLOCK_KINDS(BLOCK)                                      \
    BLOCK(KICKER, "kicker", BLOCK_IN_HEAD | BLOCK_TEXTLESS)     \
    BLOCK(TITLE, "title", BLOCK_IN_HEAD | BLOCK_HEADLINE)       \
    BLOCK(SUBTITLE, "subtitle", BLOCK_IN_HEAD | BLOCK_HEADLINE) \
    BLOCK(META, "meta", BLOCK_IN_HEAD | BLOCK_TEXTLESS)         \
    BLOCK(STANDFIRST, "description", BLOCK_IN_HEAD)             \
    BLOCK(BYLINE, "byline", BLOCK_IN_HEAD)                      \
    BLOCK(PARAGRAPH, "paragraph", 0)                            \
    BLOCK(HEADING, "heading", BLOCK_HEADLINE)                   \
    BLOCK(CAPTION, "caption", 0)                                \
    BLOCK(CREDIT, "credit", 0)                                  \
    BLOCK(BLOCKQUOTE, "blockquote", 0)                          \
    BLOCK(CITE, "cite", 0)                                      \
    BLOCK(LIST_ITEM, "list", 0)                                 \
    BLOCK(ORDERED_ITEM, "ordered", 0)                           \
    BLOCK(VERBATIM, "verbatim", 0)                              \
    BLOCK(NOTE, "note", 0)                                      \
    BLOCK(RULE, "rule", BLOCK_TEXTLESS)

enum { BLOCK_IN_HEAD = 1, BLOCK_HEADLINE = 2, BLOCK_TEXTLESS = 4 }; /* traits */

typedef enum BlockKind {
#define BLOCK(ID, name, traits) BLOCK_##ID,
    BLOCK_KINDS(BLOCK) BLOCK_KIND_COUNT
#undef BLOCK
} BlockKind;

enum { BLOCK_NUMBER_MOST = (1 << 26) - 1, BLOCK_INDENT_MOST = 31 };

typedef struct Block {
    Range range; /* of article->text, without the line end; empty for KICKER, META and RULE */
    BlockKind kind : 8;
    unsigned entry : 24;  /* of the YAML form's `body`, from 1, that it comes from; 0 for the head, and in plain text */
    unsigned number : 26; /* of an ORDERED_ITEM, from 1; of a body paragraph in its order, from 1; else 0 */
    unsigned indent : 5;  /* columns that it is set in, where its source means so: manual pages */
    unsigned tight : 1;   /* its source has no blank line before it, and means so */
} Block;

/* FIELD(ID, key, aliases): metadata with one text each; aliases are separated by blanks. */
#define ARTICLE_FIELDS(FIELD)                                                    \
    FIELD(ID, "id", "guid uri")                                                  \
    FIELD(TITLE, "title", "headline name")                                       \
    FIELD(SUBTITLE, "subtitle", "alternativeHeadline hl2")                       \
    FIELD(DESCRIPTION, "description", "excerpt summary abstract standfirst dek") \
    FIELD(BYLINE, "byline", "by creator")                                        \
    FIELD(SOURCE, "source", "publisher siteName sitename container-title")       \
    FIELD(DATE, "date", "datePublished publishedTime published issued")          \
    FIELD(UPDATED, "updated", "dateModified")                                    \
    FIELD(ACCESSED, "accessed", "savedAt")                                       \
    FIELD(DATELINE, "dateline", "")                                              \
    FIELD(URL, "url", "link canonical")                                          \
    FIELD(LANGUAGE, "language", "lang inLanguage")                               \
    FIELD(SECTION, "section", "articleSection")                                  \
    FIELD(RIGHTS, "rights", "license")

typedef enum ArticleField {
#define FIELD(ID, key, aliases) FIELD_##ID,
    ARTICLE_FIELDS(FIELD) FIELD_COUNT
#undef FIELD
} ArticleField;

/* PART(ID, key, aliases): keys with more than one text, or with none of the article's. */
#define ARTICLE_PARTS(PART)                        \
    PART(VERSION, "quoin", "")                     \
    PART(AUTHORS, "authors", "author")             \
    PART(TAGS, "tags", "keywords")                 \
    PART(BODY, "body", "text content articleBody") \
    PART(ENTITIES, "entities", "")                 \
    PART(QUOTES, "quotes", "")                     \
    PART(LINKS, "links", "")

typedef enum ArticlePart {
#define PART(ID, key, aliases) PART_##ID,
    ARTICLE_PARTS(PART) PART_COUNT
#undef PART
} ArticlePart;

typedef struct Author {
    Text name, role, url;
} Author;

typedef struct Link {
    Text text, url;
    size_t block; /* hint, from 1; 0 for none */
    Range range; /* of the article's text, where the source has it as a link there, in its order; empty: not known, before all others */
} Link;

/* What a caption is of. */
typedef struct Picture {
    size_t block; /* of the caption, in article->blocks */
    Text image;   /* its address */
    Text alt;     /* what it shows */
} Picture;

/* A key that is private to whoever wrote the file ("x-…"), with its value. */
typedef struct PrivateKey {
    const struct YamlNode *value; /* which has the key */
} PrivateKey;

/* Words that the source sets apart: *so*, by SGR or by overstriking. */
enum { EMPHASIS_BOLD = 1, EMPHASIS_ITALIC = 2, EMPHASIS_UNDERLINE = 4 };
typedef struct Emphasis {
    Range range;
    unsigned styles; /* EMPHASIS_…, or-ed */
} Emphasis;

/* Annotations that the file gives; ENTITY_ types and quotation types are named as in the file. */
typedef struct GivenEntity {
    Text name, role, url;
    Text type; /* "person" "organization" "place" "event" "work" "product" "other" */
    ARRAY(Text) aliases;
} GivenEntity;

/* How the words that a file gives for a quotation stand in its text: the names are what programs read. */
#define QUOTE_MATCHES(MATCH)                                                                       \
    MATCH(EXACT, "exact")                                                                          \
    MATCH(FOLDED, "folded")   /* the same words; case, accents, marks, blanks or hyphens differ */ \
    MATCH(DIFFERS, "differs") /* a word or so differs, or is spelled otherwise */

typedef enum QuoteMatch {
#define MATCH(ID, name) MATCH_##ID,
    QUOTE_MATCHES(MATCH) QUOTE_MATCH_COUNT
#undef MATCH
} QuoteMatch;

/* Has somebody looked whether it is so? Programs that write what they found say so of what they are not sure of. */
typedef enum QuoteCheck { CHECK_UNSAID, CHECK_NO, CHECK_YES } QuoteCheck;

typedef struct GivenQuote {
    Range range; /* found in the text, marks included where they stand around it */
    Text speaker, cue;
    Text type; /* "direct" "indirect" "mixed", or empty */
    Text text; /* its words as the file gives them */
    QuoteMatch match;
    unsigned agreement; /* of the words, in percent: 100, or less where they differ */
    QuoteCheck check;
} GivenQuote;

/*
 * PAGE(ID, name, sentence): what the web page is from which an article came. The sentence tells readers of one that is not, or not all of, an
 * article; it may have blocks all the same.
 */
#define PAGE_KINDS(PAGE)                                                                              \
    PAGE(ARTICLE, "article", "")                                                                      \
    PAGE(EMPTY, "empty", "this page has no text")                                                     \
    PAGE(CONSENT_WALL, "consent wall", "this page asks for consent to cookies before it shows more")  \
    PAGE(SCRIPT_ONLY, "script only", "this page is put together by scripts, which do not run here")   \
    PAGE(LINK_LIST, "link list", "this page is a list of links, not an article")                      \
    PAGE(PAYWALL, "paywall", "this page shows only the start of its article to those who do not pay") \
    PAGE(FRAMES, "frames", "this page only has others in frames; open the one with the text")         \
    PAGE(REDIRECT, "redirect", "this page only leads to another one; open that")

typedef enum PageKind {
#define PAGE(ID, name, sentence) PAGE_##ID,
    PAGE_KINDS(PAGE) PAGE_KIND_COUNT
#undef PAGE
} PageKind;

enum { QUALITY_UNKNOWN = -1, QUALITY_DOUBTFUL = 50 /* below it readers are told */, QUALITY_MOST = 100 };

typedef struct Article Article;

/*
 * Reads more of article->file from article->taken on, until `until` bytes of it are taken, and adds what that says to the text and its blocks. While
 * there is more to load, what may go on in that waits.
 */
typedef void ArticleIndexer(Article *article, size_t until, bool all_is_loaded);

/* Where the text of an article that is all there stands in the source that it was read from, in `arena`. */
typedef void ArticleMapper(Arena *arena, const Article *article, Text source, OffsetMap *map);

/* What it was read from as people read it, in `arena`, where its bytes are hard to read. */
typedef Text ArticleShower(Arena *arena, Text source);

struct Article {
    Arena *arena;
    File *file; /* of which the text grows; NULL: all is there. Borrowed: close it after the article. One that can be opened
                                   again is closed when the text is complete */
    ArticleIndexer *index_more; /* how its blocks are found, where the text grows */
    void *index_state;          /* its own */
    size_t taken;               /* bytes of the file of which the text is made so far */
    Text text;                  /* title and body, as far as loaded */
    Text fields[FIELD_COUNT];   /* empty where not given; in plain text: as recognised */
    Range dateline;             /* in the first paragraph: "GENEVA, Jan. 10 (UPI) —"; empty for none */
    Range dateline_place;       /* in that: "GENEVA"; empty: it says none */
    ARRAY(Block) blocks;        /* in the order of the text */
    ARRAY(Author) authors;
    ARRAY(Text) tags;
    ARRAY(Link) links;
    ARRAY(Picture) pictures;    /* in the order of their captions */
    ARRAY(PrivateKey) extras;   /* they are kept */
    ARRAY(Emphasis) emphases;   /* in the order of the text, apart from one another */
    OffsetMap source;           /* where `text` stands in what was read, where there is no map_source */
    ArticleMapper *map_source;  /* NULL: `source` tells */
    ArticleShower *show_source; /* NULL: it is shown as it is. Else map_source is of what is shown */
    ARRAY(GivenQuote) quotes;   /* sorted by start */
    ARRAY(GivenEntity) entities;
    int quality; /* of what was made of a web page: how much of its article is there and nothing else, 0 to 100; or QUALITY_UNKNOWN */
    PageKind page_kind; /* of the web page; PAGE_ARTICLE for all that is none */
    Text next_page;     /* address of its next part; empty: there is none */
    bool quotes_given;  /* `quotes:` is there, even if empty: no automatic extraction */
    bool entities_given;
    bool is_excerpt; /* a feed gives its start, or next to nothing, and the whole is at its url */
    bool is_source; /* it shows what another was made of: each line a VERBATIM block with its number, the next directly below */
    bool complete;       /* all blocks are there */
    size_t indexed;      /* bytes of the text that blocks cover: all there are */
    TextLength length;   /* of what is indexed, headline not counted */
    unsigned paragraphs; /* numbered so far */
};

/* A new one, of which nothing is known; it lives in `arena`. For formats. */
Article *article_new(Arena *arena);

/* Add a block with its words. Paragraphs of the body are numbered here, and words counted. */
void article_add_block(Article *article, Block block, Text words);

/* Bytes of the whole text, as far as is known: of what is not read yet, as many as it has in the file. */
size_t article_size(const Article *article);

/* Index until the text up to `offset` is covered or the article is complete. True: there is more to come. */
bool article_index(Article *article, size_t offset);

/* The block that covers `offset` or the last one before it; blocks must not be empty. Indexes as far as needed. */
size_t article_block_at(Article *article, size_t offset);
size_t article_known_block_at(const Article *article, size_t offset); /* the same among those that are indexed */

/* As far as paragraphs have been counted; {0}: none yet. */
typedef struct ParagraphCount {
    size_t blocks;   /* that have been looked at */
    unsigned number; /* of the last paragraph among them */
} ParagraphCount;

/*
 * The number of the paragraph, of those that are indexed, that holds an offset, or of the last one before it; 0: there is none. Whoever asks in the
 * order of the text by one `count` has each block looked at once.
 */
unsigned article_paragraph_at(const Article *article, size_t offset, ParagraphCount *count);

Text article_field(const Article *article, ArticleField field);
Text article_block_text(const Article *article, size_t block);

/* The key of a field, the name of a block kind: rows of the tables above. */
Text article_field_key(ArticleField field);
Text article_field_aliases(ArticleField field); /* separated by blanks */
Text article_part_key(ArticlePart part);
Text article_part_aliases(ArticlePart part);
Text block_kind_name(BlockKind kind);
bool block_is_in_head(BlockKind kind);
bool block_is_headline(BlockKind kind); /* words that are set large, in which names are written as headlines write them */
bool block_has_text(BlockKind kind);
bool block_is_item(BlockKind kind); /* of a list, numbered or not */

/* Is a block the next item of the list that `before` is one of? */
bool block_goes_on_list(const Block *before, const Block *block);
Text quote_match_name(QuoteMatch match);
Text page_kind_name(PageKind kind);
Text page_kind_sentence(PageKind kind); /* without its stop; empty for an article */
PageKind page_kind_of(Text name);       /* PAGE_KIND_COUNT: there is none of that name */

#endif
