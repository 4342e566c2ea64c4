quoin export --format=html council.yaml | sed '/^<style>/,/^<\/style>/d'
