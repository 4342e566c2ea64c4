# --- how much time and memory what takes
EXTRA_PROGRAMS += %D%/bare_curses %D%/bench
%C%_bare_curses_SOURCES = %D%/bare_curses.c
%C%_bare_curses_LDADD = $(CURSES_LIBS)
%C%_bench_SOURCES = %D%/bench.c %D%/timed.c %D%/timed.h tests/process.c tests/process.h tests/pty.c tests/pty.h \
	tests/torture/proc.c tests/torture/proc.h tests/text_kinds.c tests/text_kinds.h
%C%_bench_LDADD =
bench: quoin %D%/bare_curses$(EXEEXT) %D%/bench$(EXEEXT)
	$(AM_V_at)%D%/bench$(EXEEXT) ./quoin %D%/bare_curses$(EXEEXT) "$(BENCH_ROWS)"
.PHONY: bench
