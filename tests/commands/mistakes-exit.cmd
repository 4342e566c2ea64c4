quoin quotes wrong.yaml
echo "= $?"
quoin show broken.yaml
echo "= $?"
quoin quotes no-such-file.yaml plain.txt
