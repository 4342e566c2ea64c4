# --- quotations, speakers and names against articles that people have annotated; the project has none but its own
eval_sources = \
	%D%/documents.c \
	%D%/documents.h \
	%D%/figures.c \
	%D%/figures.h \
	%D%/gold.c \
	%D%/gold.h \
	%D%/gold_marked.c \
	%D%/model_file.c \
	%D%/model_file.h \
	%D%/name_score.c \
	%D%/name_score.h \
	%D%/names_match.c \
	%D%/names_match.h \
	%D%/score.c \
	%D%/score.h
EXTRA_PROGRAMS += %D%/eval %D%/eval_names
%C%_eval_SOURCES = %D%/eval.c $(eval_sources)
%C%_eval_names_SOURCES = %D%/eval_names.c $(eval_sources)
EVAL_SRC = polnear/dev
EVAL_ERRORS = 0
EVAL_FLAGS =
eval: %D%/eval$(EXEEXT) %D%/eval_names$(EXEEXT)
	$(AM_V_at)if test -n "$(EVAL_DATA)"; then \
	  quotes='--src=$(EVAL_SRC) $(EVAL_DATA)/quotes/dev.jsonl' names=$(EVAL_DATA)/entities/dev.jsonl; \
	else \
	  echo 'texts of tests/vectors; others: make eval EVAL_DATA=FOLDER, with quotes/dev.jsonl and entities/dev.jsonl in it'; \
	  quotes=$(srcdir)/tests/vectors/speakers names=$(srcdir)/tests/vectors/names; \
	fi; \
	%D%/eval$(EXEEXT) --model=$(MODEL) --errors=$(EVAL_ERRORS) $(EVAL_FLAGS) $$quotes && echo && \
	%D%/eval_names$(EXEEXT) --model=$(MODEL) --errors=$(EVAL_ERRORS) $$names
.PHONY: eval
