quoin quotes - <<'END'
The cliff at Oldmere moves, and three people who have measured it cannot agree how fast.

Ana Ruiz of the University of Texas, Austin said: "The seeps were minor resources, and the cliff does not care about them." Her instruments have stood there since March.

Tom Brekke, a geologist at the University of California, Los Angeles disagreed: "It moves by a hand in a wet year, and nobody who lives there calls it minor."

"I have stopped lending them my ladder," Odile Maret of Halden College, Oxford said.

The dispute has reached the ministries. After talks with France, London said: "We shall look at the cliff together." The cliff was not asked.
END
