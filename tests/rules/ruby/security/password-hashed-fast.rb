class User
  def self.authenticate(mail, password)
    user = find_by(mail: mail)
    user if user.digest == Digest::MD5.hexdigest(password) # finds: ruby.security.password-hashed-fast
  end

  def store
    self.digest = Digest::SHA256.hexdigest(salt + password) # finds: ruby.security.password-hashed-fast
    self.old = Digest::SHA1.hexdigest("#{salt}--#{params[:password]}") # finds: ruby.security.password-hashed-fast
    self.digest = BCrypt::Password.create(password) # ok: ruby.security.password-hashed-fast
    self.key = Digest::MD5.hexdigest(mail) # ok: ruby.security.password-hashed-fast
    self.page = Digest::SHA256.hexdigest(passage) # ok: ruby.security.password-hashed-fast
  end
end
