def report(lines)
  text = ""
  lines.each do |line|
    text += "#{line}\n" # finds: ruby.performance.string-grown-in-loop
  end
  while (line = gets)
    @all += "- #{line}" # finds: ruby.performance.string-grown-in-loop
  end
  text += "end" # ok: ruby.performance.string-grown-in-loop
  lines.each { |line| text << line } # ok: ruby.performance.string-grown-in-loop
  lines.each { |line| total += 1 } # ok: ruby.performance.string-grown-in-loop
  lines.each do |line|
    link = line.strip
    link += "; nopush" # ok: ruby.performance.string-grown-in-loop
    puts link
  end
  text
end
