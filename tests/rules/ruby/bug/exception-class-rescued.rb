def deliver
  send_mail
rescue Exception => e # finds: ruby.bug.exception-class-rescued
  log(e)
end

def once
  begin
    send_mail
  rescue Exception # finds: ruby.bug.exception-class-rescued
    nil
  end
end

def careful
  send_mail
rescue StandardError => e # ok: ruby.bug.exception-class-rescued
  log(e)
rescue Exception # ok: ruby.bug.exception-class-rescued
  cleanup
  raise
end
