refuse if User.where(mail: mail).count > 0 # finds: ruby.performance.records-counted-to-test-existence
create if Order.where(open: true).count.zero? # finds: ruby.performance.records-counted-to-test-existence
create if orders.where(open: true).length == 0 # finds: ruby.performance.records-counted-to-test-existence
refuse if User.where(mail: mail).exists? # ok: ruby.performance.records-counted-to-test-existence
warn_user if Login.where(user: user).count > 5 # ok: ruby.performance.records-counted-to-test-existence
refuse if names.count > 0 # ok: ruby.performance.records-counted-to-test-existence
