quoin quotes - <<'END'
Wilma Oduya, 52, of Kestrel Close, Thornby, denies four counts of fraud.

Asked by her own counsel, Lena Haddow, whether she had known of the account, Mrs Oduya replied that she had not. “I found out when the police told me,” she said.

“Did you ever speak to the manager about it?” Ms Haddow asked.

“Yes. Twice.”

“And what was the answer?”

“That I was to leave it alone. So I did.”
END
