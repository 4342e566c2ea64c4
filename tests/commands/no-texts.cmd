# A file that is no text is named, with the command that makes one of it; its own name is a word for the shell.
cd "$TMP"
printf '\037\213\010\000' >'the news.txt.gz'
cp 'the news.txt.gz' "it's.yaml"
printf '%%PDF-1.4\n1 0 obj\n' >./-report.pdf
printf '\211PNG\r\n\032\n\000' >page.png
printf 'PK\003\004\024\000\000\000\000\000\000\000word/document.xml' >letter.docx
printf '\177ELF\002\001\001\000' >program
printf 'SQLite format 3\000' >data.sqlite
for file in 'the news.txt.gz' "it's.yaml" ./-report.pdf page.png letter.docx program data.sqlite; do
    quoin check "$file"
    echo "= $?"
    quoin show "$file" >/dev/null
    echo "= $?"
    quoin quotes <"$file"
    echo "= $?"
done
quoin check -- -report.pdf
quoin list "it's.yaml" program
cat page.png | quoin
