found = users.select { |user| user.admin? }.first # finds: ruby.performance.list-made-for-one-element
lucky = users.shuffle.first # finds: ruby.performance.list-made-for-one-element
oldest = users.sort_by { |user| user.age }.last # finds: ruby.performance.list-made-for-one-element
lines.reverse.each { |line| puts line } # finds: ruby.performance.list-made-for-one-element
tags = posts.map { |post| post.tags }.flatten(1) # finds: ruby.performance.list-made-for-one-element
admins = users.select { |user| user.admin? }.size # finds: ruby.performance.list-made-for-one-element

found = users.detect { |user| user.admin? } # ok: ruby.performance.list-made-for-one-element
three = users.shuffle.first(3) # ok: ruby.performance.list-made-for-one-element
two = users.select { |user| user.admin? }.first(2) # ok: ruby.performance.list-made-for-one-element
columns = User.select(:id).first # ok: ruby.performance.list-made-for-one-element
deep = posts.map { |post| post.tags }.flatten # ok: ruby.performance.list-made-for-one-element
