options = {
  name: "required", # finds: ruby.bug.repeated-hash-key
  mail: "email", # ok: ruby.bug.repeated-hash-key
  name: "short"
}
codes = { 1 => :new, 1 => :paid } # finds: ruby.bug.repeated-hash-key
nested = { a: { x: 1 }, b: { x: 2 } } # ok: ruby.bug.repeated-hash-key
shop = { "a" => 1, "b" => 1 } # ok: ruby.bug.repeated-hash-key
