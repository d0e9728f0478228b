def page(user, role)
  if role = "admin" # finds: ruby.bug.assignment-in-condition
    return :all
  elsif user.active = true # finds: ruby.bug.assignment-in-condition
    return :own
  end
  hide unless user.level = 0 # finds: ruby.bug.assignment-in-condition
  if (row = user.load) # ok: ruby.bug.assignment-in-condition
    return row
  end
  if role == "guest" # ok: ruby.bug.assignment-in-condition
    level = 5
  end
  level if user.level == 1 # ok: ruby.bug.assignment-in-condition
end
