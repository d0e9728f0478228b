TRACKER = "lin_api_" + "qh7UaT64DtLLMbKvuIqoAsWXCEdJTOizxyXoK0ZQ"  # finds: generic.security.linear-key
issues.key = "lin_oauth_" + "a19b91fe5001a65edc1f7b0d1e1afbad60ef25509b010b9bc219db4ed4be45e4"  # finds: generic.security.linear-key

TRACKER = "lin_api_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.linear-key
method = lin_api_client  # ok: generic.security.linear-key
