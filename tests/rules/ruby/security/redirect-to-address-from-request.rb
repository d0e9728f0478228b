class SessionsController < ApplicationController
  def create
    redirect_to params[:next] # finds: ruby.security.redirect-to-address-from-request
    redirect_to(params[:return_to] || root_path, allow_other_host: true) # finds: ruby.security.redirect-to-address-from-request
    redirect_to "https://#{params[:host]}/welcome" # finds: ruby.security.redirect-to-address-from-request
  end

  def safe
    redirect_to url_from(params[:next]) || root_path # ok: ruby.security.redirect-to-address-from-request
    redirect_to user_path(params[:id]) # ok: ruby.security.redirect-to-address-from-request
    redirect_to "/users/#{params[:id]}" # ok: ruby.security.redirect-to-address-from-request
    redirect_to action: :show, id: params[:id] # ok: ruby.security.redirect-to-address-from-request
  end

  def later
    target = params[:next]
    redirect_to target # missing: ruby.security.redirect-to-address-from-request
  end
end
