# Whose a block quotation is: of the person alone whom the sentence before it names, where that ends in a colon.
quoin quotes --from=markdown - <<'END'
# What the interpreters heard

I spent a week in the booths. **Hervé Moulin**, who has worked there since 1991, puts it like this:

> You are not a parrot.
>
> You are a man running beside a train, describing it.

Adaeze Nwosu told Moulin this:

> It is over.

The guild told Nwosu:

> You are not on the list.

He wrote to Nwosu:

> I was not there.

The statute reads:

> No train shall pass.

Nwosu said nothing.

> Not hers.
END
