# --- analysis/ranking: candidates for who said a quotation, what is seen of them, and the choice
libquoin_a_SOURCES += \
	%D%/candidates.c \
	%D%/candidates.h \
	%D%/cue_facts.c \
	%D%/cue_facts.h \
	%D%/dimensions.def \
	%D%/features.c \
	%D%/features.def \
	%D%/features.h \
	%D%/probability.c \
	%D%/probability.h \
	%D%/quotation.c \
	%D%/quotation.h \
	%D%/ranker.c \
	%D%/ranker.h \
	%D%/weights.c \
	%D%/weights.def \
	%D%/weights.h \
	%D%/word_facts.c \
	%D%/word_facts.h
