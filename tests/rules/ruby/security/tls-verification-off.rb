def fetch(url)
  http = Net::HTTP.new(url.host, 443)
  http.use_ssl = true
  http.verify_mode = OpenSSL::SSL::VERIFY_NONE # finds: ruby.security.tls-verification-off
  URI.open(url, ssl_verify_mode: OpenSSL::SSL::VERIFY_NONE) # finds: ruby.security.tls-verification-off
  HTTParty.get(url, verify: false) # finds: ruby.security.tls-verification-off
  Faraday.new(url, ssl: { verify: false }) # finds: ruby.security.tls-verification-off
  RestClient::Resource.new(url, verify_ssl: false) # finds: ruby.security.tls-verification-off
end

def safe(url)
  http.verify_mode = OpenSSL::SSL::VERIFY_PEER # ok: ruby.security.tls-verification-off
  http.verify_mode = OpenSSL::SSL::VERIFY_NONE if options[:insecure] # ok: ruby.security.tls-verification-off
  if options[:no_check_certificate]
    http.verify_mode = OpenSSL::SSL::VERIFY_NONE # ok: ruby.security.tls-verification-off
  end
  Faraday.new(url, ssl: { verify: true }) # ok: ruby.security.tls-verification-off
  user.update(verify: false) # ok: ruby.security.tls-verification-off
end
