# --- analysis/quotes: from decisions to quotations as readers see them
libquoin_a_SOURCES += \
	%D%/clause_confidence.c \
	%D%/clause_confidence.h \
	%D%/clause_facts.def \
	%D%/given_quotes.c \
	%D%/given_quotes.h \
	%D%/quote_drafts.h \
	%D%/quotes.c \
	%D%/quotes.h \
	%D%/speaker_drafts.c \
	%D%/speaker_drafts.h \
	%D%/speakers.c \
	%D%/speakers.h
