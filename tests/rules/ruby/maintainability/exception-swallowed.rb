def deliver
  send_mail
  # finds: ruby.maintainability.exception-swallowed
rescue => e
end

def again
  begin
    send_mail
    # finds: ruby.maintainability.exception-swallowed
  rescue StandardError
  end
end

def explained
  send_mail
  # ok: ruby.maintainability.exception-swallowed
rescue StandardError
  # the mail is only a courtesy
end

def narrow
  send_mail
  # ok: ruby.maintainability.exception-swallowed
rescue Net::SMTPError
end
