class PreviewsController < ApplicationController
  def show
    @page = Net::HTTP.get(URI(params[:url])) # finds: ruby.security.request-to-address-from-request
    @image = URI.open(params[:image]) # finds: ruby.security.request-to-address-from-request
    @status = HTTParty.get("http://#{params[:host]}/status") # finds: ruby.security.request-to-address-from-request
    @feed = Faraday.get(params[:feed]) # finds: ruby.security.request-to-address-from-request
  end

  def safe
    @feed = Faraday.get(FEEDS.fetch(params[:feed])) # ok: ruby.security.request-to-address-from-request
    @user = HTTParty.get("https://api.example.com/users/#{params[:id]}") # ok: ruby.security.request-to-address-from-request
    @answer = Faraday.post("https://api.example.com/search", params[:query]) # ok: ruby.security.request-to-address-from-request
  end
end
