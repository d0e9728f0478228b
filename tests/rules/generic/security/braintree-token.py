PAY = "access_token$production$" + "fx19dred2eua5ckn$45db81d2569c60117315ec867ce5a8da"  # finds: generic.security.braintree-token
checkout.token = "access_token$production$" + "tmorywxblb9bezlc$32c969aac68eb5bcce53d1722d9530c3"  # finds: generic.security.braintree-token

PAY = "access_token$production$<merchant>$<token>"  # ok: generic.security.braintree-token
LABEL = "access_token$production$"  # ok: generic.security.braintree-token
