# --- analysis/tags: names by a linear model
libquoin_a_SOURCES += \
	%D%/tag_features.c \
	%D%/tag_features.h \
	%D%/tag_model.c \
	%D%/tag_model.h \
	%D%/tag_words.c \
	%D%/tag_words.h \
	%D%/tagger.c \
	%D%/tagger.h
