SESSION = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ3YXJlaG91c2UiLCJyb2xlIjoic2VydmljZSIsImV4cCI6MTk5OTk5OTk5OX0.UnptrXb6At5g4gbbKy4HS1Y-zV96s-1IV-SkbgB-YUU"  # finds: generic.security.json-web-token
client.bearer = "eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLm9yZGVycy5kZXYiLCJzdWIiOiJ1LTc3Iiwic2NvcGUiOiJyZWFkIn0.kRIhgNHuMajvo2w6VFeKrsnDlWy3rzBRA0BUtT1wFSA"  # finds: generic.security.json-web-token

SESSION = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"  # ok: generic.security.json-web-token
UNSIGNED = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJkZW1vIn0.g2S5c0g-X-NVnh7wKcNvQcHr9ldDamD9nXSgVIT2H4E"  # ok: generic.security.json-web-token
MAP = "eyJ2ZXJzaW9uIjozfQ.eyJub3QiOiJhIHRva2Vu.AAAAAAAAAAAAAAAAAAAAAAAA"  # ok: generic.security.json-web-token
