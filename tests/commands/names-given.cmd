quoin quotes - <<'END'
The crew of the lightship Gannet came home to Port Sallow on Monday after eleven weeks at sea, the harbour office said.

Ilse Marrant, also known as “number nine on the list”, was the last to step ashore. The ship, billed as “the safest hull in the north”, had lost her rudder in June. A drill called “every hand to the rope” kept them alive, and the log of it, titled “A very short course in fear”, is to be printed.

“We had nothing to steer with,” said Marrant. “So we drifted.”

Her mate, Tobias Wren, called the office "a room full of tired clerks". What he called “the long silence of the owners” went on for nine days. He was known as “the man with two watches”.
END
