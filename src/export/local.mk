# --- export: what goes out
libquoin_a_SOURCES += \
	%D%/citation.c \
	%D%/citation.h \
	%D%/names.c \
	%D%/names.h \
	%D%/quotations.c \
	%D%/quotations.h \
	%D%/source_range.h \
	%D%/table.c \
	%D%/table.h
