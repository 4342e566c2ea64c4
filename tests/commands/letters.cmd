# Options of one letter, alone and together; -F and -X do nothing where there is no terminal.
quoin -V | head -1 | sed 's/ .*//'
quoin -h | head -1
printf 'Some words.\n' | quoin -FX --width=40
quoin -Fx plain.txt
quoin show -F plain.txt
