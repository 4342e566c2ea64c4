# What an article's source is called by is an organisation: the whole of its name, and its last words; but known places stay places.
printf 'source: Kelling Lantern\ntitle: Bridge to close\nbody:\n  - She works at the Lantern. He reads the Kelling Lantern.\n' | quoin entities -
printf 'source: Voice of America\ntitle: Bridge to close\nbody:\n  - He came to America in May, for the Voice of America.\n' | quoin entities -
printf 'source: Office of Representative Ines Farrow\ntitle: Farrow Introduces Bill\nbody:\n  - “It is late,” said Ines Farrow.\n' | quoin entities -
printf 'source: Farrow\ntitle: Bridge to close\nbody:\n  - “It is late,” said Ines Farrow. Farrow went home.\n' | quoin entities -
printf 'source: The Lantern of Kelling\ntitle: Bridge to close\nbody:\n  - He reads the Lantern of Kelling.\n' | quoin entities -
