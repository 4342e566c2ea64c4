/* What the start of any curses program costs: the figure to compare with. */
#include <curses.h>
#include <locale.h>

int main(void)
{
    (void)setlocale(LC_ALL, "");
    if (!initscr())
        return 1;
    (void)cbreak();
    (void)noecho();
    (void)keypad(stdscr, TRUE);
    for (int row = 0; row < LINES; row++)
        (void)mvaddstr(row, 0, "marker: a line of text such as a reader would show, of about eighty columns ...");
    (void)refresh();
    (void)getch();
    (void)endwin();
    return 0;
}
