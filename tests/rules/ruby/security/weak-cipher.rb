def encrypt(text, key)
  cipher = OpenSSL::Cipher.new("aes-128-ecb") # finds: ruby.security.weak-cipher
  old = OpenSSL::Cipher.new('DES-EDE3-CBC') # finds: ruby.security.weak-cipher
  block = OpenSSL::Cipher::AES.new(256, :ECB) # finds: ruby.security.weak-cipher
  good = OpenSSL::Cipher.new("aes-256-gcm") # ok: ruby.security.weak-cipher
  named = OpenSSL::Cipher.new(algorithm) # ok: ruby.security.weak-cipher
  [cipher, old, block, good, named]
end
