def user(token)
  claims, = JWT.decode(token, nil, false) # finds: ruby.security.jwt-not-verified
  User.find(claims["sub"])
end

def sign(claims)
  JWT.encode(claims, nil, "none") # finds: ruby.security.jwt-not-verified
end

def checked(token, key)
  unverified, = JWT.decode(token, nil, false) # ok: ruby.security.jwt-not-verified
  JWT.decode(token, key[unverified["iss"]], true, algorithm: "RS256") # ok: ruby.security.jwt-not-verified
end
