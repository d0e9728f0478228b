class ToolsController < ApplicationController
  def ping
    system("ping -c 4 #{params[:host]}") # finds: ruby.security.command-from-request
    @trace = `traceroute #{params[:host]}` # finds: ruby.security.command-from-request
    @file = open(params[:file]) # finds: ruby.security.command-from-request
    Open3.capture2e(params[:tool] + " --version") # finds: ruby.security.command-from-request
  end

  def safe
    system("ping", "-c", "4", "--", params[:host]) # ok: ruby.security.command-from-request
    system("ping -c 4 #{params[:host].shellescape}") # ok: ruby.security.command-from-request
    @ticket.open(params[:id]) # ok: ruby.security.command-from-request
    `ps -p #{params[:pid].to_i}` # ok: ruby.security.command-from-request
  end

  def later
    host = params[:host]
    system("host #{host}") # missing: ruby.security.command-from-request
  end
end
