/*
 * One table: what a signal does, by what it would do by itself. Whatever is not named there ends a process, so that also signals which only one
 * system has, and the real-time ones, find the terminal in order.
 *
 * The handlers that end run on a stack of their own: an overflow of the stack is a SIGSEGV that could not run on it. They end the program by the
 * same signal, so that who sent it, or waits for the program, sees that.
 */
#include "term/signals.h"

#include <errno.h>
#include <stddef.h>
#include <unistd.h>

#include "base/count_of.h"
#include "term/emergency.h"

#ifdef SIGRTMAX
#define SIGNAL_LAST SIGRTMAX
#else
#define SIGNAL_LAST (NSIG - 1)
#endif

enum { SIGNALS_MOST = 128, STACK_BYTES = 64 * 1024 };

typedef enum Deed { DEED_ENDS, DEED_STOPS, DEED_TOLD, DEED_IGNORED, DEED_NOTHING } Deed;

static const struct {
    int number;
    Deed deed;
} deeds[] = {
    {SIGTSTP, DEED_STOPS},   {SIGTTIN, DEED_STOPS},
    {SIGTTOU, DEED_STOPS},   {SIGWINCH, DEED_TOLD},
    {SIGCONT, DEED_TOLD},    {SIGPIPE, DEED_IGNORED}, /* a terminal that is gone is seen when keys are read */
    {SIGCHLD, DEED_NOTHING}, {SIGURG, DEED_NOTHING},
    {SIGKILL, DEED_NOTHING}, {SIGSTOP, DEED_NOTHING}, /* nobody is asked */
#ifdef SIGINFO
    {SIGINFO, DEED_NOTHING},
#endif
#if defined(SIGIO) && !defined(__linux__)
    {SIGIO, DEED_NOTHING},
#endif
};

static struct sigaction found[SIGNALS_MOST]; /* what each did before */
static bool caught[SIGNALS_MOST];
static volatile sig_atomic_t resized, resumed;
static volatile sig_atomic_t line_lent;    /* see signals_lend_line */
static volatile sig_atomic_t keys_dropped; /* see signals_drop_keys */
static _Alignas(max_align_t) char stack[STACK_BYTES];

static Deed deed_of(int number)
{
    for (size_t i = 0; i < COUNT_OF(deeds); i++) {
        if (deeds[i].number == number)
            return deeds[i].deed;
    }
    return DEED_ENDS;
}

/* ---- handlers ---- */

/* What the signal does to a program that does not catch it. Returns if that is to stop, when it goes on. */
static void act_by_default(int number)
{
    struct sigaction usual = {.sa_handler = SIG_DFL}, ours;
    sigset_t this_one, before;

    (void)sigemptyset(&usual.sa_mask);
    (void)sigemptyset(&this_one);
    (void)sigaddset(&this_one, number);
    (void)sigaction(number, &usual, &ours);
    (void)raise(number);
    (void)sigprocmask(SIG_UNBLOCK, &this_one, &before); /* here it happens */
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
    (void)sigaction(number, &ours, NULL);
}

/*
 * While the screen is ours ^C and ^\ are keys. Where the program cannot be stopped, for want of a shell, they would end it if they came after a
 * ^Z by a hair; who sends a signal on purpose (kill: SI_USER, or below 0) is obeyed.
 */
static bool is_late_key(int number, const siginfo_t *info)
{
    bool is_key = info->si_code > 0 && info->si_code != SI_USER;

    if (number == SIGINT || number == SIGQUIT)
        return is_key && (line_lent || keys_dropped);
    return number == SIGTSTP && is_key && keys_dropped;
}

static void on_end(int number, siginfo_t *info, void *context)
{
    (void)context;
    if (is_late_key(number, info))
        return;
    (void)emergency_give_back();
    act_by_default(number);
    _exit(128 + number); /* the first process of a container, which its own signals do not end */
}

/* Who goes on in the background, where another job has the terminal, stops again: so do all who want the terminal there. */
static void on_stop(int number, siginfo_t *info, void *context)
{
    int error = errno;
    bool given;

    (void)context;
    if (is_late_key(number, info))
        return;
    line_lent = 1;
    given = emergency_give_back();
    do {
        resumed = 0;
        act_by_default(number);
    } while (given && resumed && emergency_in_background()); /* not resumed: it cannot be stopped, for want of a shell */
    if (given) {
        emergency_take_again();
        resumed = 1; /* the line is lent until the screen has been taken again */
    } else {
        line_lent = 0;
    }
    errno = error;
}

static void on_told(int number)
{
    if (number == SIGWINCH)
        resized = 1;
    else
        resumed = 1;
}

/* ---- catching ---- */

static struct sigaction action_for(Deed deed)
{
    struct sigaction action = {.sa_flags = SA_RESTART};

    (void)sigemptyset(&action.sa_mask);
    switch (deed) {
    case DEED_ENDS:
        action.sa_sigaction = on_end;
        action.sa_flags = (int)((unsigned)SA_RESTART | (unsigned)SA_ONSTACK | (unsigned)SA_SIGINFO);
        (void)sigfillset(&action.sa_mask); /* the first one ends it */
        break;
    case DEED_STOPS:
        action.sa_sigaction = on_stop;
        action.sa_flags = (int)((unsigned)SA_RESTART | (unsigned)SA_SIGINFO);
        (void)sigaddset(&action.sa_mask, SIGTSTP);
        (void)sigaddset(&action.sa_mask, SIGTTIN);
        (void)sigaddset(&action.sa_mask, SIGTTOU);
        break;
    case DEED_TOLD:
        action.sa_handler = on_told;
        break;
    case DEED_IGNORED:
    case DEED_NOTHING:
        action.sa_handler = SIG_IGN;
        break;
    }
    return action;
}

void signals_catch(void)
{
    stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};

    (void)sigaltstack(&own, NULL);
    for (int number = 1; number <= SIGNAL_LAST && number < SIGNALS_MOST; number++) {
        Deed deed = deed_of(number);
        struct sigaction action = action_for(deed);

        if (deed == DEED_NOTHING || caught[number] || sigaction(number, NULL, &found[number]) != 0 ||
            found[number].sa_handler == SIG_IGN)
            continue;
        caught[number] = sigaction(number, &action, NULL) == 0; /* the C library keeps some to itself */
    }
}

void signals_release(void)
{
    for (int number = 1; number < SIGNALS_MOST; number++) {
        if (caught[number])
            (void)sigaction(number, &found[number], NULL);
        caught[number] = false;
    }
}

void signals_lend_line(bool lent)
{
    line_lent = lent;
}

void signals_drop_keys(bool dropped)
{
    keys_dropped = dropped;
}

/* ---- what is told ---- */

static bool take(volatile sig_atomic_t *flag)
{
    bool was = *flag;

    *flag = 0; /* before anybody acts on it: what comes then is another one */
    return was;
}

bool signals_take_resized(void)
{
    return take(&resized);
}

bool signals_take_resumed(void)
{
    return take(&resumed);
}

bool signals_hold_back(sigset_t *outside)
{
    sigset_t told;

    (void)sigemptyset(&told);
    for (size_t i = 0; i < COUNT_OF(deeds); i++) {
        if (deeds[i].deed == DEED_STOPS || deeds[i].deed == DEED_TOLD)
            (void)sigaddset(&told, deeds[i].number);
    }
    (void)sigprocmask(SIG_BLOCK, &told, outside);
    return !resized && !resumed;
}

void signals_let_in(const sigset_t *outside)
{
    (void)sigprocmask(SIG_SETMASK, outside, NULL);
}
