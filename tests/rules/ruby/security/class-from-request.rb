class ReportsController < ApplicationController
  def show
    @item = params[:type].classify.constantize.new # finds: ruby.security.class-from-request
    @other = params[:type].constantize # finds: ruby.security.class-from-request
    @again = Object.const_get(params[:class]) # finds: ruby.security.class-from-request
  end

  def safe
    @item = TYPES.fetch(params[:type]).new # ok: ruby.security.class-from-request
    @other = "Report".constantize # ok: ruby.security.class-from-request
    @again = Object.const_get(:Report) # ok: ruby.security.class-from-request
  end
end
