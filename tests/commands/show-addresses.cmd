for width in 60 90; do quoin show --width=$width ../screens/addresses.txt; done
