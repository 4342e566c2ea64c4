# --- memory: what lasts, as plain files
libquoin_a_SOURCES += \
	%D%/article_key.c \
	%D%/article_key.h \
	%D%/keeper.c \
	%D%/keeper.h \
	%D%/place_anchor.c \
	%D%/place_anchor.h \
	%D%/recent.c \
	%D%/recent.h \
	%D%/remembered.c \
	%D%/remembered.h
