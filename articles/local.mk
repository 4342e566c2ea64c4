# --- the articles that come with the program
articlesdir = $(pkgdatadir)/articles
dist_articles_DATA = \
	%D%/00-start-here.yaml \
	%D%/10-night-boat.yaml \
	%D%/20-bell-founder.yaml \
	%D%/30-river-gauge.yaml \
	%D%/40-slow-clock.yaml \
	%D%/50-last-character.yaml \
	%D%/60-lighthouse-log.yaml \
	%D%/70-free-buses.yaml \
	%D%/80-snowplow.txt
