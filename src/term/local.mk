# --- term: the terminal; its files are a list of their own, since tests link them too
term_sources = \
	%D%/clock.c \
	%D%/color_depth.c \
	%D%/emergency.c \
	%D%/emergency.h \
	%D%/entry.c \
	%D%/entry.h \
	%D%/input.c \
	%D%/input.h \
	%D%/line_terminal.c \
	%D%/line_terminal.h \
	%D%/paint.c \
	%D%/paint.h \
	%D%/paint_links.c \
	%D%/paint_links.h \
	%D%/query.c \
	%D%/query.h \
	%D%/reports/key_report.c \
	%D%/reports/key_report.h \
	%D%/reports/mouse_report.c \
	%D%/reports/mouse_report.h \
	%D%/reports/sequence.c \
	%D%/reports/sequence.h \
	%D%/screen.c \
	%D%/screen.h \
	%D%/send.c \
	%D%/send.h \
	%D%/signals.c \
	%D%/signals.h \
	%D%/watch/watch.h \
	%D%/written/clipboard.c \
	%D%/written/clipboard.h \
	%D%/written/given_order.c \
	%D%/written/given_order.h \
	%D%/written/hyperlinks.c \
	%D%/written/hyperlinks.h \
	%D%/written/style_write.c \
	%D%/written/style_write.h
if INOTIFY
term_sources += %D%/watch/links.c %D%/watch/links.h %D%/watch/watch_inotify.c
else
term_sources += %D%/watch/watch_stat.c
endif
