for form in markdown text csv csl-json bibtex web-annotation claim-review json; do
    quoin export --format=$form council.yaml
done
quoin cite council.yaml
quoin cite --format=bibtex council.yaml council.yaml
