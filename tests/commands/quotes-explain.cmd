# Why a quotation is somebody's: what is said where nobody was compared; that speakers were, and facts told in words, without their weights;
# whom words mean that are no name.
cd ../vectors/articles
quoin quotes --explain differs-quotes-number.yaml 2>/dev/null
printf '“We will appeal,” said Ines Farrow. Tom Brekke left.\n' |
    quoin quotes --explain --from=text - | sed -n 's/^ *[+-][0-9.]* //p' | grep adjoin
quoin quotes --explain ../../screens/why-step.txt | sed -n '/^  2/,/last named/p'
