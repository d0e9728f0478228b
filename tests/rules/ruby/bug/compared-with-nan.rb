def mean(value)
  return 0 if value == Float::NAN # finds: ruby.bug.compared-with-nan
  return 1 if Float::NAN != value # finds: ruby.bug.compared-with-nan
  return 2 if value.nan? # ok: ruby.bug.compared-with-nan
  value || Float::NAN # ok: ruby.bug.compared-with-nan
end
