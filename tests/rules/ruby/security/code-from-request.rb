class ReportsController < ApplicationController
  def show
    @value = eval(params[:formula]) # finds: ruby.security.code-from-request
    @rows = @report.send(params[:scope]) # finds: ruby.security.code-from-request
  end

  def safe
    @rows = @report.public_send(SCOPES.fetch(params[:scope])) # ok: ruby.security.code-from-request
    @item = TYPES.fetch(params[:type]).new # ok: ruby.security.code-from-request
    @report.send(:rename, params[:name]) # ok: ruby.security.code-from-request
    instance_eval(&block) # ok: ruby.security.code-from-request
  end
end
