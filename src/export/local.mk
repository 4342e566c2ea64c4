# --- export: what goes out
libquoin_a_SOURCES += \
	%D%/citation.c \
	%D%/citation.h
