# Pipes, FIFOs and devices that are named are read as streams; one in a folder is told; who waits for a writer can be ended, as cat can.
said='“I will go,” said John Smith.'

# The name that this system has for a descriptor; "-" where it has none.
descriptor() { # number
    for name in "/dev/fd/$1" "/proc/self/fd/$1" -; do
        if [ -e "$name" ] || [ "$name" = - ]; then
            printf '%s\n' "$name"
            return
        fi
    done
}
input=$(descriptor 0 </dev/null)
[ ! -e /dev/stdin ] || input=/dev/stdin
third=$(descriptor 3 3</dev/null)
for command in show quotes entities check; do
    printf '%s\n' "$said" | quoin $command "$input"
    mkfifo "$TMP/fifo.txt"
    printf '%s\n' "$said" >"$TMP/fifo.txt" &
    quoin $command "$TMP/fifo.txt"
    rm "$TMP/fifo.txt"
done
printf '%s\n' "$said" | quoin quotes --format=tsv "$third" 3<&0 | sed "s|^$third|THIRD|"
printf 'title: A\nbody: Text.\n' | quoin show "$input"
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
