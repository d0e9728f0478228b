DD_API_KEY = "9cd5cde528ef19b9bc678920a8c20211"  # finds: generic.security.datadog-key
datadog_app_key = "ffeb72a018c6c1f0679cb9a9e89a2486768219ba"  # finds: generic.security.datadog-key

DD_API_KEY = os.environ["DD_API_KEY"]  # ok: generic.security.datadog-key
DD_API_KEY = "00000000000000000000000000000000"  # ok: generic.security.datadog-key
CHECKSUM = "d9a12b9a3bb753d81f7b7b9f7605ee6b"  # ok: generic.security.datadog-key
