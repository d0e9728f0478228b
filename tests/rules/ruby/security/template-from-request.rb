class PagesController < ApplicationController
  def show
    render inline: "<h1>#{params[:title]}</h1>" # finds: ruby.security.template-from-request
    render file: params[:page] # finds: ruby.security.template-from-request
    render params[:template] # finds: ruby.security.template-from-request
    ERB.new(params[:body]).result # finds: ruby.security.template-from-request
  end

  def safe
    render inline: "<h1><%= title %></h1>", locals: { title: params[:title] } # ok: ruby.security.template-from-request
    render :show, locals: { page: params[:page] } # ok: ruby.security.template-from-request
    render json: params[:ids] # ok: ruby.security.template-from-request
    ERB.new(File.read("mail.erb")).result # ok: ruby.security.template-from-request
  end
end
