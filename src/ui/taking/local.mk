# --- ui/taking: what a reader selects in the text, and takes out of it
libquoin_a_SOURCES += \
	%D%/caret.c \
	%D%/caret.h \
	%D%/dragging.c \
	%D%/dragging.h \
	%D%/exporting.c \
	%D%/exporting.h \
	%D%/program_output.c \
	%D%/program_output.h \
	%D%/selecting.c \
	%D%/selecting.h \
	%D%/taken.c \
	%D%/taken.h
