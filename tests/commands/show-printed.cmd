for width in 60 90; do quoin show --width=$width ../vectors/articles/printed-manual.txt; done
quoin show --width=70 ../vectors/articles/printed-log.txt
