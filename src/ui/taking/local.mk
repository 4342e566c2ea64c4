# --- ui/taking: what a reader selects in the text, and takes out of it
libquoin_a_SOURCES += \
	%D%/taken.c \
	%D%/taken.h
