groups = Hash.new([]) # finds: ruby.bug.default-shared-by-keys
tree = Hash.new({}) # finds: ruby.bug.default-shared-by-keys
grid = Array.new(3, []) # finds: ruby.bug.default-shared-by-keys
table = Array.new(3, Array.new(3)) # finds: ruby.bug.default-shared-by-keys
counts = Hash.new(0) # ok: ruby.bug.default-shared-by-keys
lists = Hash.new { |hash, key| hash[key] = [] } # ok: ruby.bug.default-shared-by-keys
row = Array.new(3, 0) # ok: ruby.bug.default-shared-by-keys
fixed = Hash.new([].freeze) # ok: ruby.bug.default-shared-by-keys
shared = Ractor.make_shareable(Hash.new({})) # ok: ruby.bug.default-shared-by-keys
