class InvoicesController < ApplicationController
  def show
    send_file "invoices/#{params[:file]}" # finds: ruby.security.path-from-request
    @text = File.read(Rails.root.join("templates", params[:name])) # finds: ruby.security.path-from-request
    File.delete(File.join(UPLOADS, params[:upload])) # finds: ruby.security.path-from-request
    FileUtils.rm_rf(params[:folder]) # finds: ruby.security.path-from-request
  end

  def safe
    send_file "invoices/#{File.basename(params[:file])}" # ok: ruby.security.path-from-request
    send_file @invoice.path, filename: params[:name] # ok: ruby.security.path-from-request
    File.write("log/visits.txt", params[:page]) # ok: ruby.security.path-from-request
    @text = File.read(TEMPLATES.fetch(params[:name])) # ok: ruby.security.path-from-request
  end
end
