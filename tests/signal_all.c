/* A wrong program, for tests/test_no_terminal.c, which never runs it without failing.so: there the signal, 0 at that, is not sent. */
#include <signal.h>

int main(void)
{
    return kill(-1, 0) == 0;
}
