quoin qoutes
quoin --theme=nord show
quoin --formt=json quotes
quoin quotes --formt=json
quoin quotes --format=xml
quoin quotes --format
quoin show --width=5
quoin -x
quoin --preset=vim talks.yaml
quoin show --flat talks.yaml
