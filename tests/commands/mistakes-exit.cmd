quoin quotes wrong.yaml
echo "= $?"
quoin show broken.yaml
echo "= $?"
quoin quotes no-such-file.yaml plain.txt
quoin show www.example.org/story 2>&1
