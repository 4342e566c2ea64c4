# --- analysis/result: what is found: quotations, entities, mentions
libquoin_a_SOURCES += \
	%D%/entity.c \
	%D%/entity.h \
	%D%/quote.c \
	%D%/quote.h \
	%D%/result.c \
	%D%/result.h \
	%D%/speakers.c \
	%D%/speakers.h
