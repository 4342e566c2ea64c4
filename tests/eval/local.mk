# --- quotations, speakers and names against articles that people have annotated; the project has none but its own
eval_sources = \
	%D%/documents.c \
	%D%/documents.h \
	%D%/figures.c \
	%D%/figures.h \
	%D%/gold.c \
	%D%/gold.h \
	%D%/gold_corpus.c \
	%D%/gold_marked.c \
	%D%/model_file.c \
	%D%/model_file.h \
	%D%/name_clusters.c \
	%D%/name_clusters.h \
	%D%/name_score.c \
	%D%/name_score.h \
	%D%/names_match.c \
	%D%/names_match.h \
	%D%/other_marks.c \
	%D%/other_marks.h \
	%D%/score.c \
	%D%/score.h
shape_text_sources = %D%/shape_texts.c %D%/shape_texts.h
EXTRA_PROGRAMS += %D%/corpus_json %D%/eval %D%/eval_names %D%/eval_shapes
%C%_corpus_json_SOURCES = %D%/corpus_json.c %D%/documents.c %D%/documents.h %D%/gold.c %D%/gold.h %D%/gold_corpus.c %D%/gold_marked.c
%C%_eval_SOURCES = %D%/eval.c $(eval_sources)
%C%_eval_names_SOURCES = %D%/eval_names.c $(eval_sources)
%C%_eval_shapes_SOURCES = %D%/eval_shapes.c $(shape_sources) $(shape_text_sources) $(eval_sources)
EVAL_SRC = polnear/dev
EVAL_ERRORS = 0
EVAL_FLAGS =
EVAL_KEPT =
eval: %D%/eval$(EXEEXT) %D%/eval_names$(EXEEXT) %D%/eval_shapes$(EXEEXT) %D%/ranker_train$(EXEEXT)
	$(AM_V_at)test -n "$(EVAL_KEPT)" || echo 'open news, kept2: measured by EVAL_KEPT=yes only; tests/news/README says when'; \
	for part in tune test $(EVAL_KEPT:yes=kept2); do \
	  echo "open news, $$part:" && %D%/eval$(EXEEXT) --model=$(MODEL) $(srcdir)/tests/news/$$part && echo && \
	  %D%/eval_names$(EXEEXT) --model=$(MODEL) $(srcdir)/tests/news/$$part && echo || exit 1; \
	done
	$(AM_V_at)for part in clauses clauses-kept; do \
	  echo "open news, $$part:" && \
	  %D%/eval$(EXEEXT) --model=$(MODEL) $(srcdir)/tests/news/$$part | sed -n '/^indirect speech/,/^clause/p' && echo || exit 1; \
	done
	$(AM_V_at)for part in tune kept others; do \
	  echo "languages other than English, $$part:" && \
	  %D%/eval$(EXEEXT) --model=$(MODEL) $(srcdir)/tests/vectors/languages/$$part && echo || exit 1; \
	done
	$(AM_V_at)if test -n "$(EVAL_DATA)"; then learned=$(EVAL_DATA)/quotes/dev.jsonl; fi; $(ranker_train) $(ranker_texts) $$learned && echo
	$(AM_V_at)if test -n "$(EVAL_DATA)"; then \
	  quotes='--src=$(EVAL_SRC) $(EVAL_DATA)/quotes/dev.jsonl' names=$(EVAL_DATA)/entities/dev.jsonl; \
	else \
	  echo 'texts of tests/vectors; others: make eval EVAL_DATA=FOLDER, with quotes/dev.jsonl, entities/dev.jsonl and news/texts in it'; \
	  quotes=$(srcdir)/tests/vectors/speakers names=$(srcdir)/tests/vectors/names; \
	fi; \
	%D%/eval$(EXEEXT) --model=$(MODEL) --errors=$(EVAL_ERRORS) $(EVAL_FLAGS) $$quotes && echo && \
	%D%/eval_names$(EXEEXT) --model=$(MODEL) --errors=$(EVAL_ERRORS) $$names && \
	$(MAKE) $(AM_MAKEFLAGS) eval-shapes
# make eval-shapes EVAL_FLAGS='--shape=wrap-72+cr --losses': one shape or two, and what is lost there
eval-shapes: %D%/eval_shapes$(EXEEXT)
	$(AM_V_at)if test -d "$(EVAL_DATA)/news/texts"; then news='--news=$(EVAL_DATA)/news/texts'; fi; \
	%D%/eval_shapes$(EXEEXT) --model=$(MODEL) --root=$(srcdir) $$news $(EVAL_FLAGS)
if LIBXML2
EXTRA_PROGRAMS += %D%/eval_html_meta
eval_html_meta = %D%/eval_html_meta$(EXEEXT)
endif
%C%_eval_html_meta_SOURCES = %D%/eval_html_meta.c
%C%_eval_html_meta_LDADD = $(HTML_LDADD)
# make eval-html-meta HTML_DATA=FOLDER: titles, authors and dates of pages that people have annotated; the project has none
eval-html-meta: $(eval_html_meta)
	$(AM_V_at)if test -z "$(eval_html_meta)"; then \
	  echo 'pages are not read by what ./configure --without-libxml2 builds'; \
	elif test -f "$(HTML_DATA)/gold.jsonl" && test -d "$(HTML_DATA)/pages"; then \
	  %D%/eval_html_meta$(EXEEXT) $(EVAL_FLAGS) $(HTML_DATA) && echo 'kept:' && \
	  %D%/eval_html_meta$(EXEEXT) --kept $(HTML_DATA); \
	else \
	  echo 'make eval-html-meta HTML_DATA=FOLDER, with gold.jsonl and pages/ID.html in it'; \
	fi
.PHONY: eval eval-html-meta eval-shapes

# --- web pages: `make eval-html HTML_DATA=FOLDER [EVAL_FLAGS='--kept|--blocks=aside|--quotations']`; the project has no pages of others
EXTRA_DIST += %D%/html-blocks.tsv
if LIBXML2
EXTRA_PROGRAMS += %D%/eval_html
endif
%C%_eval_html_SOURCES = \
	src/train/pages/body_pages.c \
	src/train/pages/body_pages.h \
	src/train/pages/page_figures.c \
	src/train/pages/page_figures.h \
	src/train/pages/text_overlap.c \
	src/train/pages/text_overlap.h \
	%D%/bare_words.c \
	%D%/bare_words.h \
	%D%/eval_html.c \
	%D%/html_blocks.c \
	%D%/html_blocks.h \
	%D%/html_quotations.c \
	%D%/html_quotations.h \
	%D%/model_file.c \
	%D%/model_file.h
%C%_eval_html_LDADD = $(HTML_LDADD)
eval-html:
	$(AM_V_at)if test -z "$(HTML_DATA)"; then \
	  echo 'eval-html: skipped: make eval-html HTML_DATA=FOLDER, with gold.jsonl and pages in it; the project has none'; \
	else \
	  $(MAKE) $(AM_MAKEFLAGS) %D%/eval_html$(EXEEXT) && \
	  %D%/eval_html$(EXEEXT) --gold=$(srcdir)/%D%/html-blocks.tsv --model=$(MODEL) $(EVAL_FLAGS) '$(HTML_DATA)'; \
	fi
.PHONY: eval-html

# --- the weights by which it is told who said what: `make ranker EVAL_DATA=FOLDER`, with quotes/dev.jsonl in it, makes the same file again
EXTRA_PROGRAMS += %D%/ranker_train
%C%_ranker_train_SOURCES = \
	src/train/arithmetic.c \
	src/train/arithmetic.h \
	src/train/ranker_learn.c \
	src/train/ranker_learn.h \
	src/train/ranker_weights.c \
	src/train/ranker_weights.h \
	%D%/ranker_gold.c \
	%D%/ranker_gold.h \
	%D%/ranker_train.c \
	$(eval_sources)
RANKER_SRC = polnear/train
ranker_train = $(builddir)/%D%/ranker_train$(EXEEXT) --model=$(MODEL) --src=$(RANKER_SRC) --beside=$(EVAL_SRC)
ranker_texts = $(srcdir)/tests/vectors/speakers
ranker: %D%/ranker_train$(EXEEXT)
	$(AM_V_at)if test -n "$(EVAL_DATA)"; then \
	  $(ranker_train) --source='the marked texts of the project (tests/vectors/speakers) and of $(RANKER_SRC), of which no word is in it' \
	    --out=$(srcdir)/src/analysis/ranking/weights.def $(ranker_texts) $(EVAL_DATA)/quotes/dev.jsonl; \
	else \
	  echo 'make ranker EVAL_DATA=FOLDER, with quotes/dev.jsonl in it; what the texts of the project alone are worth:'; \
	  $(ranker_train) $(ranker_texts); \
	fi
.PHONY: ranker
