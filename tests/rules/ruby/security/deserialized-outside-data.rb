class CartsController < ApplicationController
  def show
    @cart = Marshal.load(Base64.decode64(cookies[:cart])) # finds: ruby.security.deserialized-outside-data
    @settings = YAML.load(params[:settings]) # finds: ruby.security.deserialized-outside-data
    @import = YAML.unsafe_load(params[:file].read) # finds: ruby.security.deserialized-outside-data
    @state = Marshal.load(response.body) # finds: ruby.security.deserialized-outside-data
  end

  def safe
    @cart = JSON.parse(cookies[:cart]) # ok: ruby.security.deserialized-outside-data
    @settings = YAML.safe_load(params[:settings]) # ok: ruby.security.deserialized-outside-data
    @config = YAML.load(File.read("config.yml")) # ok: ruby.security.deserialized-outside-data
    @copy = Marshal.load(Marshal.dump(@cart)) # ok: ruby.security.deserialized-outside-data
  end
end
