/* The log of messages: order, how many, what repeats, what is too long; all problems of a file. */
#include "tap.h"
#include "ui/state/message.h"

static int wall = 599;

static int minute_of_day(void)
{
    return wall;
}

static bool is_item(const MessageLog *log, size_t number, const char *text, int minute, int times)
{
    const LoggedMessage *item = number < log->count ? message_log_item(log, number) : NULL;

    return item && text_equal((Text){item->bytes, item->size}, text_from(text)) && item->minute == minute &&
           item->times == times;
}

static void test_order(void)
{
    MessageLog log = {.minute_of_day = minute_of_day};
    Message message = {.log = &log};

    message_say(&message, ROLE_STATUS_INFO, "one");
    wall++;
    message_say(&message, ROLE_STATUS_INFO, "two");
    message_say(&message, ROLE_STATUS_INFO, "two");
    message_say(&message, ROLE_STATUS_WARNING, "two");
    ok(log.count == 3, "what is said again has no row of its own");
    ok(is_item(&log, 0, "one", 599, 1), "the oldest first, with its time");
    ok(is_item(&log, 1, "two", 600, 2), "how often");
    ok(is_item(&log, 2, "two", 600, 1), "a warning is another");
    message_log_release(&log);
}

static void test_ring(void)
{
    MessageLog log = {0};
    Message message = {.log = &log};

    for (int i = 0; i < MOST_LOGGED + 30; i++)
        message_say(&message, ROLE_STATUS_INFO, "message %d", i);
    ok(log.count == MOST_LOGGED, "no more than the last hundred");
    ok(is_item(&log, 0, "message 30", -1, 1), "the oldest of them; no time where there is no clock");
    ok(is_item(&log, MOST_LOGGED - 1, "message 129", -1, 1), "the newest");
    message_log_release(&log);
}

static void test_problems(void)
{
    MessageLog log = {.keys = TEXT("g<")};
    Message message = {.log = &log};
    Arena arena = {0};
    Report report;

    report_init(&report, &arena, TEXT("/home/reader/config.yaml"));
    report_add(&report, SEVERITY_WARNING, 1, 2, "odd");
    report_add(&report, SEVERITY_ERROR, 3, 4, "wrong");
    message_say_problems(&message, "not kept: ", &report);
    ok(text_equal(text_from(message.bytes), TEXT("not kept: 1 mistake, 1 warning (g<: all); config.yaml:3:4: wrong")),
       "the status line counts them and names the worst");
    ok(log.count == 2 && is_item(&log, 0, "not kept: /home/reader/config.yaml:1:2: warning: odd", -1, 1) &&
           is_item(&log, 1, "not kept: /home/reader/config.yaml:3:4: wrong", -1, 1),
       "the log has all");
    for (int i = 0; i < MOST_PROBLEMS + 3; i++)
        report_add(&report, SEVERITY_WARNING, 5, 1, "more");
    message_say_problems(&message, "", &report);
    ok(text_starts_with((Text){message_log_item(&log, log.count - 1)->bytes, 3}, TEXT("and")),
       "and how many more there are");
    message_log_release(&log);
    arena_release(&arena);
}

static void test_long(void)
{
    static char text[3 * LOGGED_BYTES];
    MessageLog log = {0};
    Message message = {.log = &log};

    for (size_t i = 0; i + 1 < sizeof text; i++)
        text[i] = 'x';
    message_say(&message, ROLE_STATUS_INFO, "%s", text);
    ok(message_log_item(&log, 0)->size <= LOGGED_BYTES && message_log_item(&log, 0)->size > MESSAGE_BYTES,
       "more of a long one than the status line has room for");
    message_log_release(&log);
}

int main(void)
{
    test_order();
    test_ring();
    test_problems();
    test_long();
    return tap_done();
}
