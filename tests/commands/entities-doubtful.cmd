printf 'Bill Harmon and Hillary Harmon left Norvane on Monday, a clerk said.\n\nThe rain fell. Harmon waved at the ferry.\n' | quoin entities --from=text -
