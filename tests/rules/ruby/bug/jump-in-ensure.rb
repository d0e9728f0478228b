def load(file)
  return read(file) # ok: ruby.bug.jump-in-ensure
ensure
  close(file)
  return nil # finds: ruby.bug.jump-in-ensure
end

def save(file)
  write(file)
ensure
  unless file.open?
    return false # finds: ruby.bug.jump-in-ensure
  end
  finish = -> { return true } # ok: ruby.bug.jump-in-ensure
  finish.call
end
