def clean(text, name, url):
    print(name.rstrip(".py"))  # finds: python.bug.strip-with-words
    print(url.lstrip("refs/heads/"))  # finds: python.bug.strip-with-words
    print(text.lstrip("*LOCKED*"))  # finds: python.bug.strip-with-words
    print(text.rstrip(" minutes"))  # finds: python.bug.strip-with-words
    print(text.rstrip(" & "))  # ok: python.bug.strip-with-words
    print(text.rstrip("\x0d\x0a\x00\x0a"))  # ok: python.bug.strip-with-words
    print(text.strip("0123456789"))  # ok: python.bug.strip-with-words
    print(text.rstrip("KMGB"))  # ok: python.bug.strip-with-words
    print(text.strip("aeiou"))  # ok: python.bug.strip-with-words
    print(text.removesuffix(".py"))  # ok: python.bug.strip-with-words
