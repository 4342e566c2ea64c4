quoin show --width=72 ../screens/shared-lines.txt
