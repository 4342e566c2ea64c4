# --- the model of names: `make model TRAIN_DATA=FOLDER`, with train.jsonl (and dev.jsonl, to measure) in it, makes the same file again
EXTRA_PROGRAMS += %D%/tag_train
%C%_tag_train_SOURCES = \
	%D%/arithmetic.c \
	%D%/arithmetic.h \
	%D%/tag_corpus.c \
	%D%/tag_corpus.h \
	%D%/tag_crf.c \
	%D%/tag_crf.h \
	%D%/tag_model_write.c \
	%D%/tag_model_write.h \
	%D%/tag_train.c
%C%_tag_train_LDADD = libquoin.a $(YAML_LIBS) $(MD4C_LIBS) $(THAI_LIBS) $(UNISTRING_LIBS) $(ICONV_LIBS)
tag_lists = $(srcdir)/%D%/data/word-classes.tsv $(srcdir)/%D%/data/name-lists.tsv
EXTRA_DIST += $(tag_lists) %D%/data/LICENSES
MODEL = $(srcdir)/models/names.model
train_data = test -n "$(TRAIN_DATA)" || { echo 'make $@ TRAIN_DATA=FOLDER: there is no training data in the project'; exit 1; }
train = %D%/tag_train$(EXEEXT) --words=$(srcdir)/%D%/data/word-classes.tsv \
  --phrases=$(srcdir)/%D%/data/name-lists.tsv --sources='$(TRAIN_SOURCES)' --without='$(TRAIN_WITHOUT)' --more=news.jsonl
# the news that the project has itself, as the trainer reads it
news.jsonl: tests/eval/corpus_json$(EXEEXT)
	$(AM_V_GEN)tests/eval/corpus_json$(EXEEXT) $(srcdir)/tests/news/tune >$@
CLEANFILES += news.jsonl
model: %D%/tag_train$(EXEEXT) news.jsonl
	$(AM_V_at)$(train_data)
	$(AM_V_at)test_data=$(TRAIN_DATA)/dev.jsonl; test -f $$test_data || test_data=; \
	$(train) --out=$(MODEL) $(TRAIN_DATA)/train.jsonl $$test_data

# --- names in that news, each half of it by a model that has not seen it: some minutes
eval-halves: %D%/tag_train$(EXEEXT) tests/eval/eval_names$(EXEEXT) news.jsonl
	$(AM_V_at)$(train_data)
	$(AM_V_at)for half in news/0 news/1; do \
	  $(train) --without=$$half --out=half.model $(TRAIN_DATA)/train.jsonl && \
	  tests/eval/eval_names$(EXEEXT) --model=half.model --src=$$half --errors=$(EVAL_ERRORS) news.jsonl || exit 1; \
	done; rm -f half.model

# --- names in sources of which a model has seen nothing, as it is with a reader's: two models, each made without some of them; some minutes.
# TRAIN_FLAGS='--leave-out=lists' or '--phrases=FILE': with other features, or another list
TRAIN_FLAGS =
unseen_sources = gum-news,wikigold,news/0 crossner-politics,uner_ewt,news/1
eval-sources: %D%/tag_train$(EXEEXT) tests/eval/eval_names$(EXEEXT) news.jsonl
	$(AM_V_at)$(train_data)
	$(AM_V_at)cat $(TRAIN_DATA)/train.jsonl $(TRAIN_DATA)/dev.jsonl news.jsonl >unseen.jsonl && \
	echo '                         typed F1   prec.    rec.   person    org  place    spans   list' && \
	for unseen in $(unseen_sources); do \
	  $(train) $(TRAIN_FLAGS) --without=$$unseen --out=unseen.model $(TRAIN_DATA)/train.jsonl || exit 1; \
	  for source in `echo $$unseen | tr , ' '`; do \
	    tests/eval/eval_names$(EXEEXT) --short --model=unseen.model --src=$$source unseen.jsonl || exit 1; \
	  done; \
	done; rm -f unseen.model unseen.jsonl

# --- what a model is worth that was made without one group of features, for each of them: some minutes
feature_groups = none word neighbours shape affixes lexicon lists classes run sentence elsewhere
ablation: %D%/tag_train$(EXEEXT) news.jsonl
	$(AM_V_at)$(train_data)
	$(AM_V_at)for group in $(feature_groups); do \
	  left_out=--leave-out=$$group; test $$group != none || left_out=; \
	  printf 'without %s: ' $$group; \
	  $(train) $$left_out --out=ablation.model $(TRAIN_DATA)/train.jsonl $(TRAIN_DATA)/dev.jsonl 2>/dev/null | sed -n 1p; \
	done; rm -f ablation.model
.PHONY: ablation eval-halves eval-sources model news.jsonl

# --- what is learned of the blocks of web pages: `make body-model HTML_DATA=FOLDER`, with gold.jsonl and the pages that it names in it
if LIBXML2
EXTRA_PROGRAMS += %D%/body_train
endif
%C%_body_train_SOURCES = \
	%D%/arithmetic.c \
	%D%/arithmetic.h \
	%D%/body_learn.c \
	%D%/body_learn.h \
	%D%/body_train.c \
	%D%/body_trees_learn.c \
	%D%/body_trees_learn.h \
	%D%/feature_table.c \
	%D%/feature_table.h \
	%D%/pages/body_pages.c \
	%D%/pages/body_pages.h \
	%D%/pages/page_figures.c \
	%D%/pages/page_figures.h \
	%D%/pages/text_overlap.c \
	%D%/pages/text_overlap.h \
	%D%/quality_learn.c \
	%D%/quality_learn.h
%C%_body_train_LDADD = $(HTML_LDADD)
html_data = test -n "$(HTML_DATA)" || { echo 'make $@ HTML_DATA=FOLDER: wanted is a folder with gold.jsonl (id, set, file, body) and pages; the project has none'; exit 1; }
body-model:
	$(AM_V_at)$(html_data)
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) %D%/body_train$(EXEEXT)
	$(AM_V_at)%D%/body_train$(EXEEXT) $(BODY_FLAGS) $(srcdir)/src/html/body/choice '$(HTML_DATA)'
.PHONY: body-model
