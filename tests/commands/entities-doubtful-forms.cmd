# One meaning of doubt in all forms: what lists for people mark with ~ is what programs are told.
text='Mr. Talbert met Corvid Unta in Brellin on Tuesday. The Ansible was there.\n\n“I am here,” Quell said. The Yellowfin Accord stands.\n'
for form in text tsv; do
    printf "$text" | quoin entities --format=$form --from=text - | cut -f2-3,10-11
    printf "$text" | quoin entities --flat --format=$form --from=text - | cut -f4-
done
printf "$text" | quoin entities --format=json --from=text - | tr '{' '\n' | grep -o '"\(name\|text\)": "[^"]*"\|"doubtful": [a-z]*'
printf "$text" | quoin export --format=json --from=text - | tr '{' '\n' | grep -o '"name": "[^"]*"\|"doubtful": [a-z]*'
