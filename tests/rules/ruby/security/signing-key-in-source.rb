Rails.application.configure do
  config.secret_key_base = "b61a1ad8d3b5d1d0c9c1" + "a9c7f1f0d2f4b8a39cd0" # missing: ruby.security.signing-key-in-source
  config.secret_key_base = "secret_key_base" # ok: ruby.security.signing-key-in-source
  config.secret_key_base = ENV.fetch("SECRET_KEY_BASE") # ok: ruby.security.signing-key-in-source
end

Shop::Application.config.secret_token = "not so secret at all" # finds: ruby.security.signing-key-in-source

class AdminController < ApplicationController
  http_basic_authenticate_with name: "admin", password: "mountain-goat" # finds: ruby.security.signing-key-in-source
end

class StaffController < ApplicationController
  http_basic_authenticate_with name: "staff", password: ENV.fetch("STAFF_PASSWORD") # ok: ruby.security.signing-key-in-source
end

class Site < Sinatra::Base
  set :session_secret, "keep it hidden" # finds: ruby.security.signing-key-in-source
  set :public_folder, "static" # ok: ruby.security.signing-key-in-source
end
