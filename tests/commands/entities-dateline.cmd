# The places of a dateline are names, known or not.
for dateline in 'KELLING —' 'KELLING/ST. TARRIN (AP) -' 'ST. TARRIN, N.Y. —' 'Kelling, 3 December (Northern Wire) –'; do
  printf '%s The ferry was late.\n' "$dateline" | quoin entities --format=tsv -
done
