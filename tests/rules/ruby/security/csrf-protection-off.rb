class TransfersController < ApplicationController
  skip_before_action :verify_authenticity_token, only: [:create] # finds: ruby.security.csrf-protection-off
  skip_forgery_protection # finds: ruby.security.csrf-protection-off
  protect_from_forgery except: :update # finds: ruby.security.csrf-protection-off
end

class SafeController < ApplicationController
  protect_from_forgery with: :exception # ok: ruby.security.csrf-protection-off
  skip_before_action :authenticate, only: :index # ok: ruby.security.csrf-protection-off
end

class Shop < Sinatra::Base
  disable :protection # finds: ruby.security.csrf-protection-off
  set :sessions, false # ok: ruby.security.csrf-protection-off
end
