User.all.each { |user| user.notify } # finds: ruby.performance.records-loaded-all-at-once
Shop::Order.all.each_with_index do |order, index| # finds: ruby.performance.records-loaded-all-at-once
  order.update(position: index)
end
User.find_each { |user| user.notify } # ok: ruby.performance.records-loaded-all-at-once
@page.all.each { |item| show(item) } # ok: ruby.performance.records-loaded-all-at-once
User.all.limit(5).each { |user| show(user) } # ok: ruby.performance.records-loaded-all-at-once
