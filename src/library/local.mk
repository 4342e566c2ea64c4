# --- library: many articles
libquoin_a_SOURCES += \
	%D%/library.c \
	%D%/library.h
