quoin check council.yaml plain.txt
echo "= $?"
quoin check wrong.yaml
echo "= $?"
quoin check broken.yaml council.yaml
echo "= $?"
quoin check no-such-file.yaml
echo "= $?"
quoin check
echo "= $?"
quoin check - <wrong.yaml
