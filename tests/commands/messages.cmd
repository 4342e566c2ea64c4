# Mail, pages that a browser saved in one file, files of messages: their texts, and what is not shown of them.
articles=$SRCDIR/tests/vectors/articles
quoin quotes "$articles/message-attached.eml" "$articles/message-text.eml"; echo "= $?"
sed 's/^From: .*/From: x/' "$articles/message-text.eml" | quoin show | head -n 3
cd "$TMP"
quoin import -o kept "$articles/message-several.mbox" "$articles/message-passed-on.eml" "$articles/bad-message-encrypted.eml"; echo "= $?"
ls kept
echo "-- who sent it has not said what is in it"
printf 'Council votes\n\n“We had no choice,” said Mayor Ruth Calder. “Nobody wanted this.”\n\n-- \nJane\n' | quoin quotes
printf 'Council votes\n\n“Nobody wanted this.”\n\n-- Jane Lind, mayor of Arden\n' | quoin quotes
