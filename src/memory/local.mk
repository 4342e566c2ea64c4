# --- memory: what lasts, as plain files
libquoin_a_SOURCES += \
	%D%/article_key.c \
	%D%/article_key.h \
	%D%/keeper.c \
	%D%/keeper.h
