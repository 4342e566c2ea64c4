/* What stands between the paragraphs of an article and is no prose: the examples of the table, and forms by their shape. */
#include "formats/text/forms/furniture.h"
#include "tap.h"

static const char *kind_name(bool found, BlockKind kind)
{
    return found ? block_kind_name(kind).bytes : "prose";
}

static void test_table(void)
{
    static const struct {
        const char *example;
        BlockKind kind;
    } rows[] = {
#define FURNITURE(KIND, PLACE, most, words, example) {example, BLOCK_##KIND},
#include "formats/text/forms/furniture.def"
#undef FURNITURE
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        BlockKind kind = BLOCK_KIND_COUNT;
        bool found = furniture_kind(text_from(rows[i].example), &kind);

        ok(found && kind == rows[i].kind, "%s: %s", kind_name(found, kind), rows[i].example);
    }
}

static void test_shapes(void)
{
    static const struct {
        const char *paragraph;
        BlockKind kind; /* BLOCK_PARAGRAPH: prose, or not to be told alone */
    } rows[] = {
        {"***", BLOCK_RULE},
        {"* * *", BLOCK_RULE},
        {"---", BLOCK_RULE},
        {"###", BLOCK_RULE},
        {"# # #", BLOCK_RULE},
        {"—30—", BLOCK_RULE},
        {"-30-", BLOCK_RULE},
        {"- ends -", BLOCK_RULE},
        {"ENDS", BLOCK_RULE},
        {"--", BLOCK_PARAGRAPH},
        {"- The ferry", BLOCK_LIST_ITEM},
        {"* The ferry", BLOCK_LIST_ITEM},
        {"• The ferry", BLOCK_LIST_ITEM},
        {"12. The ferry", BLOCK_ORDERED_ITEM},
        {"3) The ferry", BLOCK_ORDERED_ITEM},
        {"2022. The ferry", BLOCK_PARAGRAPH},
        {"-5 degrees were measured.", BLOCK_PARAGRAPH},
        {"— We will go, he said.", BLOCK_PARAGRAPH},
        {"[1] Norvane Gazette, 1931.", BLOCK_NOTE},
        {"*Names have been changed.", BLOCK_NOTE},
        {"*The ferry*", BLOCK_PARAGRAPH},
        {"¹ By the count of 1931.", BLOCK_NOTE},
        {"https://harbourpost.example/ferry", BLOCK_NOTE},
        {"Home | News | Sport", BLOCK_NOTE},
        {"Home > World > Europe", BLOCK_NOTE},
        {"Facebook Twitter Email", BLOCK_NOTE},
        {"[1]Home [2]News [3]Sport", BLOCK_NOTE},
        {"Ada Quill | Orla Finch | Ben Marsh", BLOCK_PARAGRAPH},
        {"# The last crossing", BLOCK_HEADING},
        {"## The last crossing", BLOCK_HEADING},
        {"THE LAST CROSSING", BLOCK_HEADING},
        {"The Last Crossing of the Ferry", BLOCK_HEADING},
        {"What happened?", BLOCK_HEADING},
        {"How much will it cost?", BLOCK_HEADING},
        {"By Jane Doe and John Roe", BLOCK_PARAGRAPH},
        {"Wednesday, January 12, 2022", BLOCK_PARAGRAPH},
        {"“What happened?”", BLOCK_PARAGRAPH},
        {"What happened, Ada?", BLOCK_PARAGRAPH},
        {"THE PRESIDENT", BLOCK_PARAGRAPH},
        {"MR. REED", BLOCK_PARAGRAPH},
        {"Ada Quill", BLOCK_PARAGRAPH},
        {"Ada Quill:", BLOCK_PARAGRAPH},
        {"Ada Quill: The Ferry Is Late", BLOCK_PARAGRAPH},
        {"The ferry will close", BLOCK_PARAGRAPH},
        {"The ferry will close.", BLOCK_PARAGRAPH},
        {"Yes", BLOCK_PARAGRAPH},
        {"Tyger Tyger, burning bright,", BLOCK_PARAGRAPH},
        {"In the forests of the night", BLOCK_PARAGRAPH},
        {"“Read more: it helps,” she said.", BLOCK_PARAGRAPH},
        {"Share this secret with nobody, she told him.", BLOCK_PARAGRAPH},
        {"Read more books, the teacher said.", BLOCK_PARAGRAPH},
        {"Courtesy of the mayor, the ferry ran free on Monday.", BLOCK_PARAGRAPH},
        {"Related companies paid nothing.", BLOCK_PARAGRAPH},
        {"Contact with the ship was lost at noon.", BLOCK_PARAGRAPH},
        {"Copyright law is a mess, the judge said.", BLOCK_PARAGRAPH},
        {"Comments by the minister were not heard.", BLOCK_PARAGRAPH},
        {"He showed her a photo by the window of the café.", BLOCK_PARAGRAPH},
        {"Live music was heard.", BLOCK_PARAGRAPH},
        {"", BLOCK_PARAGRAPH},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        BlockKind kind = BLOCK_PARAGRAPH;
        bool found = furniture_kind(text_from(rows[i].paragraph), &kind);

        ok(found == (rows[i].kind != BLOCK_PARAGRAPH) && (!found || kind == rows[i].kind), "%s: %s",
           kind_name(found, kind), rows[i].paragraph);
    }
}

static void test_items(void)
{
    static const struct {
        const char *line;
        size_t marker;
        unsigned number;
    } rows[] = {
        {"- one", 2, 0},     {"*  one", 3, 0}, {"• one", 4, 0}, {"1. one", 3, 1}, {"999) one", 5, 999},
        {"1000. one", 0, 0}, {"-one", 0, 0},   {"- ", 0, 0},    {"1.one", 0, 0},  {"", 0, 0},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        size_t marker = 0;
        unsigned number = 0;
        bool found = list_item(text_from(rows[i].line), &marker, &number);

        ok(found == (rows[i].marker > 0) && (!found || (marker == rows[i].marker && number == rows[i].number)),
           "item \"%s\": %zu bytes, number %u", rows[i].line, marker, number);
    }
}

static const char prose[] = "The council voted on Tuesday to close the last ferry line of the town.";
static const char speech[] = "“We were never asked about any of it, and now it is too late,” she said.";

static void test_headings(void)
{
    static const struct {
        const char *before, *line, *after;
        bool heading;
    } rows[] = {
        {prose, "The last crossing", prose, true},  {"", "Background", prose, true},
        {prose, "Ada Quill", speech, false},        {prose, "The last crossing", "No.", false},
        {"Yes", "The last crossing", prose, false}, {prose, "The last crossing:", prose, false},
        {prose, "the last crossing", prose, false}, {prose, "Advertisement", prose, false},
        {prose, "“Never”", prose, false},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++)
        ok(furniture_is_heading(text_from(rows[i].before), text_from(rows[i].line), text_from(rows[i].after)) ==
               rows[i].heading,
           "between paragraphs: %s", rows[i].line);
}

static void test_runs(void)
{
    static const struct {
        size_t run;
        const char *lines[8];
    } rows[] = {
        {4, {"Home", "News", "Sport", "Weather", "Ferry line to close in the spring"}},
        {5, {"Home", "", "Dunmere", "", "Sport", "The council voted on Tuesday."}},
        {0, {"Ada Quill", "Orla Finch", "Ben Marsh", "Tom Reed"}},
        {0, {"12 Harbour Street", "Port Hallam", "Norvane"}},
        {0, {"The council voted on Tuesday.", "Home", "News", "Sport"}},
        {0, {"Home", "News"}},
    };

    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        Text lines[8];
        size_t count = 0, run;

        while (count < 8 && rows[i].lines[count]) {
            lines[count] = text_from(rows[i].lines[count]);
            count++;
        }
        run = furniture_run(lines, count);
        ok(run == rows[i].run, "a run from \"%s\" on: %zu lines", rows[i].lines[0], run);
    }
}

int main(void)
{
    test_table();
    test_shapes();
    test_items();
    test_headings();
    test_runs();
    return tap_done();
}
