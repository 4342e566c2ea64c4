quoin --help
quoin quotes --help
