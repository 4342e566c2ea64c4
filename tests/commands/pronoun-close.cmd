printf 'Pier\n\nInes Farrow of the port met Carla Mott, and Mott left. “It will not last,” she said.\n' | quoin quotes
printf 'Pier\n\nInes Farrow of the port met Tom Brekke, and Brekke left. “It will not last,” she said.\n' | quoin quotes
