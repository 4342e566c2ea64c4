# --- ui/frame: what is around the panes
libquoin_a_SOURCES += \
	%D%/continuations.c \
	%D%/continuations.h \
	%D%/frame.c \
	%D%/frame.h \
	%D%/frame_put.c \
	%D%/frame_put.h \
	%D%/header.c \
	%D%/header.h \
	%D%/hints.c \
	%D%/hints.h \
	%D%/progress_bar.c \
	%D%/progress_bar.h \
	%D%/prompt_line.c \
	%D%/prompt_line.h \
	%D%/status_line.c \
	%D%/status_line.h
