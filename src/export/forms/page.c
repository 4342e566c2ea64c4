/*
 * Articles as one page for a browser: no script, no other file, nothing that is got from elsewhere. On a wide screen the list of who said what stands
 * beside the text, otherwise behind it, and in print too. Colours follow the system, light or dark; a speaker has one hue in text and list, and
 * whoever sees no hues has the numbers.
 *
 *     <p>“We remembered,”¹ said Signe Aldous.           <h3>Signe Aldous</h3> <ol><li value="1">“We remembered,”
 */
#include "article/link_address.h"
#include "base/iso_date.h"
#include "export/export_forms.h"
#include "export/forms/page_body.h"
#include "export/forms/page_map.h"
#include "export/markup.h"
#include "export/quotation.h"
#include "formats/yaml/article_writer.h"
#include "memory/notes/corrections.h"

/* Hues are such that words in them have a contrast of 4.5 and more with the paper (WCAG 2, 1.4.3). */
/* clang-format off */
static const char *const style_sheet[] = {
    ":root{color-scheme:light dark;--paper:#fdfcf9;--ink:#21201d;--dim:#5f5b53;--line:#ddd8cc;--h0:#5f5b53;"
    "--h1:#1d5fa8;--h2:#a2421f;--h3:#2b6e3a;--h4:#8b3a86;--h5:#7a5a06;--h6:#0c6b73;--h7:#a22c4d;--h8:#5348a8}\n",
    "@media (prefers-color-scheme:dark){:root{--paper:#17181a;--ink:#dcd9d2;--dim:#a09b91;--line:#393a3d;"
    "--h0:#a09b91;--h1:#82b4f0;--h2:#f0a083;--h3:#86cf97;--h4:#dfa0da;--h5:#dcbb62;--h6:#6cc9d2;--h7:#f093ae;"
    "--h8:#b3abf5}}\n",
    ".s0{--h:var(--h0)}.s1{--h:var(--h1)}.s2{--h:var(--h2)}.s3{--h:var(--h3)}.s4{--h:var(--h4)}.s5{--h:var(--h5)}"
    ".s6{--h:var(--h6)}.s7{--h:var(--h7)}.s8{--h:var(--h8)}\n",
    "*{box-sizing:border-box}\n",
    "body{margin:0;background:var(--paper);color:var(--ink);"
    "font:1.125rem/1.6 Charter,\"Bitstream Charter\",\"Source Serif 4\",Georgia,Cambria,serif;"
    "overflow-wrap:break-word;-webkit-text-size-adjust:100%}\n",
    "main{max-width:38rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}\n",
    "main+main{border-top:1px solid var(--line)}\n",
    "h1{font-size:2.1rem;line-height:1.15;margin:.2em 0 .4em;text-wrap:balance}\n",
    "h2{font-size:1.25rem;line-height:1.3;margin:2em 0 .5em}\n",
    "p{margin:0 0 1.05em}\n",
    "a{color:inherit;text-decoration-color:var(--dim);text-underline-offset:.15em}\n",
    ".kicker,.credits,.who,.caption,.credit,.aside,footer{font-family:system-ui,\"Segoe UI\",Roboto,\"Noto "
    "Sans\",\"DejaVu Sans\",sans-serif}\n",
    ".kicker{font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;color:var(--dim);margin:0}\n",
    ".deck{font-size:1.3rem;line-height:1.35;color:var(--dim);margin-bottom:.9em}\n",
    ".credits{font-size:.88rem;color:var(--dim);border-bottom:1px solid var(--line);padding-bottom:1.2em;"
    "margin-bottom:1.8em}\n",
    ".standfirst{font-style:italic}\n",
    ".caption,.credit,.aside{font-size:.85rem;line-height:1.45;color:var(--dim)}\n",
    ".caption{border-left:3px solid var(--line);padding-left:.8em;margin-bottom:.3em}\n",
    ".credit{border-left:3px solid var(--line);padding-left:.8em}\n",
    "blockquote{margin:0 0 1.05em;padding-left:1.1em;border-left:3px solid var(--line)}\n",
    "blockquote p{margin:0}.cite{padding-left:1.3em;color:var(--dim)}.cite::before{content:\"— \"}\n",
    "pre{overflow:auto;font-size:.82rem;line-height:1.4}\n",
    "hr{border:0;text-align:center;margin:2em 0}hr::before{content:\"* * *\";color:var(--dim)}\n",
    ".q{background:color-mix(in srgb,var(--h) 9%,transparent);box-decoration-break:clone;"
    "-webkit-box-decoration-break:clone;text-decoration:underline;text-decoration-color:color-mix(in srgb,var(--h) 60%,transparent);"
    "text-decoration-thickness:.09em;text-underline-offset:.22em;border-radius:.15em}\n",
    "b[class]{font-weight:600;color:var(--h)}\n",
    ".n{font:600 .62rem/1 system-ui,sans-serif;vertical-align:super;text-decoration:none;color:var(--dim);"
    "padding:0 .12em}\n",
    ".n::before{content:attr(data-n)}\n",
    ".who{font-size:.9rem;line-height:1.45;border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1rem}\n",
    ".who h2{font-size:1rem;margin:.3em 0 1em}\n",
    ".who h3{font-size:.9rem;margin:1.2em 0 .3em;color:var(--h)}\n",
    ".who h3 small{font-size:.8rem;font-weight:400;color:var(--dim)}\n",
    ".who ol{margin:0;padding-left:2.1em}.who li{margin:0 0 .4em}.who li::marker{color:var(--dim);font-size:.75rem}\n",
    ".who li a{text-decoration:none}.who li a:hover{text-decoration:underline}\n",
    ".map{border-collapse:collapse;width:100%;font-size:.78rem;line-height:1.3}.map caption{text-align:left;color:var(--dim)}\n",
    ".map th{width:42%;text-align:left;font-weight:400;color:var(--h);padding:.1em .6em .1em 0}.map td{padding:0;color:var(--dim)}\n",
    ".map svg{display:block;width:100%;height:.8em;border-bottom:1px solid var(--line);fill:var(--h)}.map .named{opacity:.35}\n",
    ".who em{color:var(--dim);font-size:.8rem}\n",
    ":target{outline:2px solid var(--h);outline-offset:.15em}\n",
    "footer{font-size:.8rem;line-height:1.5;color:var(--dim);border-top:1px solid var(--line);margin-top:2rem;"
    "padding-top:1rem}\n",
    "@media (min-width:68rem){main{max-width:66rem;display:grid;grid-template-columns:minmax(0,38rem) minmax(0,1fr);"
    "column-gap:3.5rem;padding-top:3.5rem}article{grid-row:1/span 2}.who{position:sticky;top:1.5rem;align-self:start;"
    "max-height:calc(100vh - 3rem);overflow:auto;margin-top:0;border-top:0;padding-top:0}footer{grid-column:1}}\n",
    "@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--dim:#555;--line:#bbb;--h0:#555;--h1:#1d5fa8;"
    "--h2:#a2421f;--h3:#2b6e3a;--h4:#8b3a86;--h5:#7a5a06;--h6:#0c6b73;--h7:#a22c4d;--h8:#5348a8}@page{margin:2cm}"
    "body{font-size:10.5pt;line-height:1.45}main{max-width:none;padding:0}main+main{break-before:page;border:0}"
    "h1{font-size:20pt}h1,h2,h3{break-after:avoid}p,li{orphans:3;widows:3}.who li{break-inside:avoid}"
    ".who{max-height:none;overflow:visible;position:static;border-top:1px solid var(--line);padding-top:.8rem;"
    "margin-top:1.5rem}}\n",
};
/* clang-format on */

static void put_element(Sink *out, const char *before, Text text, const char *after)
{
    if (text_trim(text).size == 0)
        return;
    sink_string(out, before);
    markup_write(out, text_trim(text));
    sink_string(out, after);
}

/* ---- what programs read of it ---- */

static void put_meta(Sink *out, const Article *article)
{
    static const struct {
        ArticleField field;
        const char *before;
    } rows[] = {
        {FIELD_DESCRIPTION, "<meta name=\"description\" content=\""},
        {FIELD_SOURCE, "<meta property=\"og:site_name\" content=\""},
        {FIELD_DATE, "<meta property=\"article:published_time\" content=\""},
        {FIELD_UPDATED, "<meta property=\"article:modified_time\" content=\""},
        {FIELD_SECTION, "<meta property=\"article:section\" content=\""},
    };
    Arena scratch = {0};

    for (size_t i = 0; i < article->authors.count; i++)
        put_element(out, "<meta name=\"author\" content=\"", article->authors.items[i].name, "\">\n");
    if (article->authors.count == 0)
        put_element(out, "<meta name=\"author\" content=\"", citation_authors(&scratch, article), "\">\n");
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Text value = article_field(article, rows[i].field);
        bool is_date = rows[i].field == FIELD_DATE || rows[i].field == FIELD_UPDATED;

        put_element(out, rows[i].before, is_date ? iso_date_or_none(value) : value, "\">\n");
    }
    put_element(out, "<link rel=\"canonical\" href=\"",
                link_address(&scratch, (Text){0}, article_field(article, FIELD_URL)), "\">\n");
    arena_release(&scratch);
}

/* Of one article all of the page is in its language. */
static void put_start(Export *export, const ExportSource *source)
{
    Sink *out = export->out;
    Arena scratch = {0};
    Text language = export->several ? (Text){0} : article_field(source->article, FIELD_LANGUAGE);

    sink_string(out, "<!DOCTYPE html>\n<html");
    put_element(out, " lang=\"", language, "\"");
    sink_string(
        out, ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
             "initial-scale=1\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
             "<meta name=\"generator\" content=\"quoin\">\n");
    put_element(out, "<title>", arena_on_one_line(&scratch, article_headline(&scratch, source->article)), "</title>\n");
    if (!export->several)
        put_meta(out, source->article);
    sink_string(out, "<style>\n");
    for (size_t i = 0; i < COUNT_OF(style_sheet); i++)
        sink_string(out, style_sheet[i]);
    sink_string(out, "</style>\n</head>\n<body>\n");
    arena_release(&scratch);
}

/* ---- head ---- */

static void put_credits(PageWriting *writing)
{
    const Article *article = writing->source->article;
    Text credits = citation_credits(&writing->scratch, article);
    Text address = link_address(&writing->scratch, (Text){0}, article_field(article, FIELD_URL));

    if (credits.size == 0 && address.size == 0)
        return;
    sink_string(writing->out, "<p class=\"credits\">");
    markup_write(writing->out, credits);
    if (address.size) {
        put_element(writing->out, credits.size ? "<br><a href=\"" : "<a href=\"", address, "\">");
        markup_write(writing->out, link_address_shown(&writing->scratch, address, 60));
        sink_string(writing->out, "</a>");
    }
    sink_string(writing->out, "</p>\n");
}

/* The headline as a range of the text, so that what is quoted in it is marked too. */
static void put_headline(PageWriting *writing)
{
    const Article *article = writing->source->article;

    sink_string(writing->out, "<h1 dir=\"auto\">");
    if (article->blocks.count && article->fields[FIELD_TITLE].size) {
        for (size_t i = 0; i < article->blocks.count && block_is_in_head(article->blocks.items[i].kind); i++) {
            if (article->blocks.items[i].kind == BLOCK_TITLE)
                page_put_range(writing, article->blocks.items[i].range);
        }
    } else {
        markup_write(writing->out, article_headline(&writing->scratch, article));
    }
    sink_string(writing->out, "</h1>\n");
}

static void put_head(PageWriting *writing)
{
    const Article *article = writing->source->article;

    sink_string(writing->out, "<header>\n");
    put_element(writing->out, "<p class=\"kicker\">", article_field(article, FIELD_SECTION), "</p>\n");
    put_headline(writing);
    put_element(writing->out, "<p class=\"deck\" dir=\"auto\">", article_field(article, FIELD_SUBTITLE), "</p>\n");
    put_credits(writing);
    put_element(writing->out, "<p class=\"standfirst\" dir=\"auto\">", article_field(article, FIELD_DESCRIPTION),
                "</p>\n");
    sink_string(writing->out, "</header>\n");
}

/* ---- who said what ---- */

static const Quote *listed(const PageWriting *writing, size_t index)
{
    return &writing->source->analysis->quotes.items[writing->source->quotes[index]];
}

static void put_quotation(PageWriting *writing, size_t index)
{
    const Quote *quote = listed(writing, index);

    sink_string(writing->out, "<li value=\"");
    sink_number(writing->out, index + 1, 0);
    sink_string(writing->out, "\" id=\"");
    page_put_anchor(writing, 'w', index + 1);
    sink_string(writing->out, "\"><a dir=\"auto\" href=\"#");
    page_put_anchor(writing, 'q', index + 1);
    sink_string(writing->out, "\">");
    markup_write(writing->out, arena_on_one_line(&writing->scratch, quotation_words(writing->source->analysis, quote)));
    sink_string(writing->out, quote_speaker_is_doubtful(quote) ? "</a> <em>doubtful</em></li>\n" : "</a></li>\n");
}

/* All that one speaker (NO_INDEX: nobody who is known) says, from the first of it on. `next` leads from each to the speaker's next. */
static void put_speaker(PageWriting *writing, size_t first, const size_t *next)
{
    const Quote *quote = listed(writing, first);
    Text role = quotation_role(writing->source->analysis, quote);

    sink_string(writing->out, "<section class=\"s");
    sink_number(writing->out, page_hue(writing, writing->source->quotes[first]), 0);
    sink_string(writing->out, "\"><h3><bdi>");
    if (quote->source->speaker_count)
        markup_write(writing->out, quote_speaker_names(quote, &writing->scratch));
    else
        sink_string(writing->out, "Not attributed");
    sink_string(writing->out, "</bdi>");
    put_element(writing->out, " <small>", role, "</small>");
    sink_string(writing->out, "</h3>\n<ol>\n");
    for (size_t i = first; i != NO_INDEX; i = next[i])
        put_quotation(writing, i);
    sink_string(writing->out, "</ol></section>\n");
}

/* The list by speakers: of each quotation the next one of the same, and the first one of each in their order. */
typedef struct BySpeaker {
    size_t *next; /* NO_INDEX: it is the last */
    ARRAY(size_t) firsts;
} BySpeaker;

/* Those who are called the same are one here, joint speakers another: a table of their names, in which the next free place is taken (Knuth, 6.4). */
static BySpeaker by_speaker(PageWriting *writing)
{
    size_t count = writing->source->quote_count, room = 2 * count + 1;
    Text *names = ARENA_ARRAY(&writing->scratch, Text, room);
    size_t *last = ARENA_ARRAY(&writing->scratch, size_t, room);
    BySpeaker list = {.next = ARENA_ARRAY(&writing->scratch, size_t, count + 1)};

    for (size_t i = 0; i < count; i++) {
        Text name = quote_speaker_names(listed(writing, i), &writing->scratch);
        size_t at = text_hash(name) % room;

        while (names[at].bytes && !text_equal(names[at], name))
            at = (at + 1) % room;
        if (names[at].bytes)
            list.next[last[at]] = i;
        else
            ARRAY_PUSH(&writing->scratch, list.firsts, i);
        names[at] = name;
        last[at] = i;
        list.next[i] = NO_INDEX;
    }
    return list;
}

static void put_who(PageWriting *writing)
{
    BySpeaker list = by_speaker(writing);

    if (list.firsts.count == 0)
        return;
    sink_string(writing->out, "<aside class=\"who\">\n<h2>Who said what</h2>\n");
    page_put_map(writing);
    for (size_t i = 0; i < list.firsts.count; i++)
        put_speaker(writing, list.firsts.items[i], list.next);
    sink_string(writing->out, "</aside>\n");
}

static void put_notes(PageWriting *writing)
{
    if (writing->source->note_count == 0)
        return;
    sink_string(writing->out, "<section class=\"notes\">\n<h2>Notes</h2>\n");
    for (size_t i = 0; i < writing->source->note_count; i++) {
        const ExportNote *note = &writing->source->notes[i];

        put_element(writing->out, "<blockquote dir=\"auto\"><p>", note->words, "</p>");
        if (note->missing)
            sink_string(writing->out, "\n<footer>not found in the text</footer>");
        if (note->speaker.size)
            put_element(writing->out, "\n<footer>— ", note->speaker, "</footer>");
        sink_string(writing->out, "</blockquote>\n");
        put_element(writing->out, "<p dir=\"auto\">", note->text, "</p>\n");
    }
    sink_string(writing->out, "</section>\n");
}

/* ---- the page ---- */

/* By the reader, in anything. */
static bool is_corrected(const Analysis *analysis)
{
    for (size_t i = 0; i < analysis->quotes.count; i++) {
        if (quote_is_corrected(&analysis->quotes.items[i]))
            return true;
    }
    return people_are_corrected(analysis);
}

static void put_footer(Export *export, PageWriting *writing)
{
    CitationSource cited = {.article = writing->source->article, .quote = NO_INDEX};

    sink_string(export->out, "<footer>\n");
    put_element(export->out, "<p>", citation_write(&writing->scratch, export->cite, &cited), "</p>\n");
    if (writing->source->quote_count && !writing->source->article->quotes_given)
        sink_string(export->out, is_corrected(writing->source->analysis)
                                     ? "<p>Who said what was found by a program, quoin, and corrected by a reader; the "
                                       "article is what counts.</p>\n"
                                     : "<p>Who said what was found by a program, quoin, and may be wrong; the article "
                                       "is what counts.</p>\n");
    sink_string(export->out, "</footer>\n");
}

static void add(Export *export, const ExportSource *source)
{
    PageWriting writing = {.out = export->out, .source = source, .article = export->articles};

    if (export->articles == 0)
        put_start(export, source);
    speakers_number(&writing.speakers, &writing.scratch, source->analysis);
    link_spans_init(&writing.links, &writing.scratch, source->article);
    link_spans_cover(&writing.links, SIZE_MAX);
    writing.opened = ARENA_ARRAY(&writing.scratch, bool, source->quote_count + 1);
    writing.outer = ARENA_ARRAY(&writing.scratch, size_t, source->quote_count + 1);
    page_find_names(&writing);
    sink_string(export->out, "<main>\n<article>\n");
    put_head(&writing);
    page_put_body(&writing);
    sink_string(export->out, "</article>\n");
    put_who(&writing);
    put_notes(&writing);
    put_footer(export, &writing);
    sink_string(export->out, "</main>\n");
    arena_release(&writing.scratch);
}

static void end(Export *export)
{
    sink_string(export->out, export->articles ? "</body>\n</html>\n" : "");
}

const ExportForm page_form = {.add = add, .end = end};
