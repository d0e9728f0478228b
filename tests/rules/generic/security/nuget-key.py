PACKAGES = "oy2" + "meqyvggmdq5nkzydmwa5vui254qpbjqpqtj5vp5va5w"  # finds: generic.security.nuget-key
publish.key = "oy2" + "ofyr6gmn3f2fhbjridfntejn3ndzq7a6up4lmp4gnus"  # finds: generic.security.nuget-key

PACKAGES = "oy2xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.nuget-key
name = "oy2shopordersinvoicescustomersandsupplierslist"  # ok: generic.security.nuget-key
