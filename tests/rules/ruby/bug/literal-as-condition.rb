def edit(role, level)
  if role == "admin" || "editor" # finds: ruby.bug.literal-as-condition
    show
  end
  hide unless level == 1 || 2 # finds: ruby.bug.literal-as-condition
  if role == "admin" || role == "editor" # ok: ruby.bug.literal-as-condition
    show
  end
  name = role == "admin" && "Administrator" # ok: ruby.bug.literal-as-condition
  name if level == 1 || level # ok: ruby.bug.literal-as-condition
end
