# What somebody is: who is named in it behind a preposition is no further one of a list, and "under" is of few offices.
roles() { quoin entities --from=text --format=tsv - | cut -f2,3,6; }
roles <<'TEXT'
“It is late,” said Tom Hill, spokesman for Ann Lowe.

“It is dust,” said Dr. Ines Farrow, lead research scientist at the Tide Laboratory at Kennedy.

“He is well,” said Sam Orr, the son of Ada Orr.

They asked Mary Wren, Hugo Lind and the baker Per Holt.

The provincial government under Premier Ida Stone said no, and so did Under Secretary Leo Marsh.
TEXT
roles <<'TEXT'
“It is late,” said Tom Hill, a nurse at the mill. “Very,” said Ann Lowe, an adviser to the mayor.

“Not yet,” said Sam Orr, the minister of fish in an address on Tolmouth Radio. “Soon,” said Mary Wren, owner of the pier to greet the boat.
TEXT
roles <<'TEXT'
“It is late,” said Tom Hill, director of the harbour’s Tide Laboratory. “Very,” said Ann Lowe, Governor Leo Marsh’s deputy chief of staff.

The Guild’s envoy to the council, Sam Orr, said no, and an official with the charity involved, Mary Wren, agreed.

“No,” said Ambassador to Germany Ida Stone, who met Hugo Lind, the Director-General of the WHO, and oceanographer Per Holt.
TEXT
