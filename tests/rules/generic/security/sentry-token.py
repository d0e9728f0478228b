SENTRY = "sntrys_" + "eyJpYXQiOjE3OTAyNDA2NDkuMSwidXJsIjoiaHR0cHM6Ly9zZW50cnkub3JkZXJzLmRldiIsInJlZ2lvbl91cmwiOiJodHRwczovL2V1Lm9yZGVycy5kZXYiLCJvcmciOiJzaG9wIn0=_Gq2aqAi5dXET4o113B5q9Qmn2Q1KqytytlnnnglAE1S"  # finds: generic.security.sentry-token
upload.token = "sntryu_" + "10703497b312ce899d5534008cab4142f25c8b071a1ea467cabc6390773024a4"  # finds: generic.security.sentry-token

SENTRY = "sntryu_0000000000000000000000000000000000000000000000000000000000000000"  # ok: generic.security.sentry-token
SENTRY = "sntrys_your-token"  # ok: generic.security.sentry-token
