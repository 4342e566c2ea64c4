# What an article's source is called by is no place, nor a person: the whole of its name, and its last words.
printf 'source: Dunmere Courier\ntitle: Harbour bridge to close\nbody:\n  - >-\n    Adeyemi told the Courier that the firm had been warned. According to a letter seen by the Courier, it was.\n' |
    quoin entities -
printf 'source: Voice of America\ntitle: Bridge to close\nbody:\n  - >-\n    He came to America in May. “It is late,” Ines Farrow told the Voice of America.\n' | quoin entities -
