class Reset
  def start
    self.reset_token = Digest::MD5.hexdigest(rand.to_s) # finds: ruby.security.random-for-secret
    user.password = (0...8).map { LETTERS.sample }.join # finds: ruby.security.random-for-secret
    session[:csrf_token] = Digest::SHA1.hexdigest(Time.now.to_s + rand(1000).to_s) # finds: ruby.security.random-for-secret
    @otp = rand(100_000..999_999) # finds: ruby.security.random-for-secret
  end

  def safe
    self.reset_token = SecureRandom.urlsafe_base64(32) # ok: ruby.security.random-for-secret
    colour = COLOURS.sample # ok: ruby.security.random-for-secret
    @token = LETTERS.sample(8, random: SecureRandom).join # ok: ruby.security.random-for-secret
    token_count = rand(10) # ok: ruby.security.random-for-secret
  end
end
