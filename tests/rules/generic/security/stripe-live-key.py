STRIPE = "sk_live_" + "kgM7nzKfXhlVFD9FzNFeeI3l"  # finds: generic.security.stripe-live-key
billing.reader = "rk_live_" + "KphC4nW2TwBTMHC4YT2kHTlUHAZDkI2IlL0vgLzC8EqizVd41FQOchWzTpQYTHfbZIyqpsildDH7SLPI8lQTcXb6UJLCldzdBfx"  # finds: generic.security.stripe-live-key
hooks.secret = "whsec_" + "sD3mbLFecbVjafQ4gGnRfXBkg8QysD4F"  # finds: generic.security.stripe-live-key

STRIPE = "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.stripe-live-key
STRIPE = "sk_live_your_key_goes_here"  # ok: generic.security.stripe-live-key
STRIPE = "sk_test_" + "2yEmjtedOwFKUUdhjWN05kNd"  # ok: generic.security.stripe-live-key
