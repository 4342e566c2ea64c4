# --- the program under hostile files, signals, failures; TORTURE=long, TORTURE_SEED, TORTURE_TOURS (%D%/torture.c)
EXTRA_PROGRAMS += %D%/hostile %D%/torture %D%/wrong
%C%_hostile_SOURCES = \
	%D%/dice.h \
	%D%/hostile.c \
	%D%/hostile.h \
	%D%/hostile_main.c \
	%D%/hostile_rows.c \
	%D%/hostile_rows.h
%C%_hostile_LDADD =
%C%_torture_SOURCES = \
	tests/preload.h \
	%D%/cases.h \
	%D%/dice.h \
	%D%/grammar.c \
	%D%/grammar.h \
	%D%/hostile.c \
	%D%/hostile.h \
	%D%/hostile_rows.c \
	%D%/hostile_rows.h \
	%D%/printed.c \
	%D%/printed.h \
	%D%/proc.c \
	%D%/proc.h \
	%D%/run.c \
	%D%/run.h \
	%D%/torture.c \
	%D%/torture.h \
	%D%/tour_allocations.c \
	%D%/tour_environment.c \
	%D%/tour_files.c \
	%D%/tour_io.c \
	%D%/tour_keys.c \
	%D%/tour_live.c \
	%D%/tour_memory.c \
	%D%/tour_signals.c \
	%D%/tour_writes.c \
	%D%/trials.c \
	%D%/verdicts.def \
	$(pty_sources)
%C%_torture_LDADD =
%C%_wrong_SOURCES = %D%/wrong.c
%C%_wrong_LDADD =
EXTRA_DIST += tests/preload/crash_site.c tests/preload/frames.h
CLEANFILES += tests/crash_site.so
torture_parts = quoin$(EXEEXT) .quoin-data %D%/torture$(EXEEXT) %D%/wrong$(EXEEXT)
if PRELOADING
torture_parts += tests/crash_site.so tests/failing.so
tests/crash_site.so: $(srcdir)/tests/preload/crash_site.c $(srcdir)/tests/preload/frames.h
	$(AM_V_GEN)$(MKDIR_P) tests && $(CC) -I$(srcdir)/src $(CPPFLAGS) $(AM_CFLAGS) $(CFLAGS) -fno-sanitize=all -shared -fPIC -o $@ $(srcdir)/tests/preload/crash_site.c $(PRELOAD_LIBS)
endif
check-torture: $(BUILT_SOURCES)
	$(AM_V_at)$(MAKE) --no-print-directory $(torture_parts)
	$(AM_V_at)SRCDIR='$(abs_top_srcdir)' BUILDDIR='$(abs_top_builddir)' LC_ALL=C.UTF-8 %D%/torture$(EXEEXT)
.PHONY: check-torture
