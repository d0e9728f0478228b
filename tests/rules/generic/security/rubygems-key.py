GEMS = "rubygems_" + "07e76b7adb8777536c1a8e8552d6810e8d7d5b3239eda6ee"  # finds: generic.security.rubygems-key
push.key = "rubygems_" + "5c606d2e1df4c0409c286cba6208624063e32dd518efc4ce"  # finds: generic.security.rubygems-key

GEMS = "rubygems_000000000000000000000000000000000000000000000000"  # ok: generic.security.rubygems-key
rubygems_version = "3.5.11"  # ok: generic.security.rubygems-key
