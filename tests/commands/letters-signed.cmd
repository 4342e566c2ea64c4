# who signs a letter below words that close it, without a comma: in a line of its own, in one line with these, in small letters, with a place
quoin quotes --from=text - <<'TEXT'
Ask Harriet: my brother wants the clock

By Harriet Moss

Dear Harriet,

My mother told me the clock was mine. Now my brother has written to say that she promised it to him. What should I do?

Yours truly
Out of Time in Arden

Dear Out of Time,

First, stop writing letters. It is not about a clock.

Kind regards
Harriet

Dear Harriet,

My neighbour keeps bees, and I am afraid of them. He laughs at me.

Worried
Stanmill

Dear Worried,

So would the bees, if they could. Buy a hat.

Yours Harriet

Dear Harriet,

All my neighbours have hats now.

Love
A reader

Dear Reader,

I am glad.

Best

Harriet Moss
TEXT
