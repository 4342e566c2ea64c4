# --- ui/links: which links there are to choose from, and how one is chosen and opened
libquoin_a_SOURCES += \
	%D%/link_hints.c \
	%D%/link_hints.h \
	%D%/links.c \
	%D%/links.h
