for term in truecolor 24bit other; do COLORTERM=$term quoin show --color=always --theme=gruvbox --width=40 plain.txt | sed -n 1p | cat -v; done
COLORTERM=truecolor STY=1.screen quoin show --color=always --theme=gruvbox --width=40 plain.txt | sed -n 1p | cat -v
TMUX=/tmp/tmux quoin show --color=always --theme=gruvbox --width=40 plain.txt | sed -n 1p | cat -v
COLORTERM=truecolor NO_COLOR=1 quoin show --theme=gruvbox --width=40 plain.txt | sed -n 1p | cat -v
