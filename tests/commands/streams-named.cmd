# Pipes, FIFOs and devices that are named are read as streams; one in a folder is told; who waits for a writer can be ended, as cat can.
said='“I will go,” said John Smith.'
for command in show quotes entities check; do
    printf '%s\n' "$said" | quoin $command /dev/stdin
    mkfifo "$TMP/fifo.txt"
    printf '%s\n' "$said" >"$TMP/fifo.txt" &
    quoin $command "$TMP/fifo.txt"
    rm "$TMP/fifo.txt"
done
printf '%s\n' "$said" | quoin quotes --format=tsv /dev/fd/3 3<&0 </dev/null
printf 'title: A\nbody: Text.\n' | quoin show /dev/stdin
printf '%s\n' "$said" | quoin quotes --format=jsonl - - | grep -c '"John Smith"'
quoin check /dev/null
mkdir "$TMP/folder"
mkfifo "$TMP/folder/fifo.txt"
quoin quotes "$TMP/folder"
echo "= $?"
timeout 0.2 quoin quotes "$TMP/folder/fifo.txt"
echo "= $?"
# what is too long is told
(
    head -c 68000000 /dev/zero 2>/dev/null | tr '\000' a 2>/dev/null | quoin check
    echo "= $?"
)
