cookies[:session] = { value: id, httponly: false } # finds: ruby.security.cookie-protection-off
cookies.permanent[:remember] = { value: token, secure: false, httponly: true } # finds: ruby.security.cookie-protection-off
Rails.application.config.session_store :cookie_store, key: "_shop", secure: false # finds: ruby.security.cookie-protection-off

cookies[:session] = { value: id, httponly: true, secure: true } # ok: ruby.security.cookie-protection-off
room.update(secure: false) # ok: ruby.security.cookie-protection-off
cookies.signed[:user] = { value: id, expires: 1.hour } # ok: ruby.security.cookie-protection-off
