# titles written for short, of councils, police, armies and churches: the stop behind them ends no sentence, and who follows is the speaker
for title in Cllr Cllr. Coun. Ald. Supt. Insp. Det. Const. Cpl. Pte. Pvt. Brig. Msgr. Fr. Revd Revd. Rabbi Dame; do
    printf 'News of the day\n\nThe meeting was long.\n\n“We are not,” said %s Low, “in the business of ferries”. “No,” said %s Ann Marr.\n' \
        "$title" "$title" >"$TMP/a.txt"
    echo "$title: $(quoin quotes --format=tsv "$TMP/a.txt" | tail -n +2 | cut -f 4 | tr '\n' ';')"
done
