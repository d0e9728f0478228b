Shop::Application.configure do
  config.eager_load = true
  config.consider_all_requests_local = true # finds: ruby.security.errors-shown-to-visitors
  config.consider_all_requests_local = false # ok: ruby.security.errors-shown-to-visitors
  config.cache_classes = true # ok: ruby.security.errors-shown-to-visitors
end

Rails.application.configure do
  config.consider_all_requests_local = true # finds: ruby.security.errors-shown-to-visitors
end
