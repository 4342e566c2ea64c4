# --- analysis/result: what is found: quotations, entities, mentions
libquoin_a_SOURCES += \
	%D%/article_map.c \
	%D%/article_map.h \
	%D%/entity.c \
	%D%/entity.h \
	%D%/language.c \
	%D%/language.h \
	%D%/quote.c \
	%D%/quote.h \
	%D%/quote_choice.c \
	%D%/quote_choice.h \
	%D%/result.c \
	%D%/result.h \
	%D%/speakers.c \
	%D%/speakers.h
