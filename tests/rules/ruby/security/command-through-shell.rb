class Archive
  def unpack(name, folder)
    system("tar xf #{name}") # finds: ruby.security.command-through-shell
    listing = `ls -l #{folder}` # finds: ruby.security.command-through-shell
    %x(gzip #{name}) # finds: ruby.security.command-through-shell
    Open3.capture2e("unzip " + name) # finds: ruby.security.command-through-shell
    IO.popen("file #{name}") # finds: ruby.security.command-through-shell
    listing
  end

  def safe(name, pid)
    system("tar", "xf", "#{name}.tar") # ok: ruby.security.command-through-shell
    system("tar xf #{Shellwords.escape(name)}") # ok: ruby.security.command-through-shell
    `ps -p #{pid.to_i}` # ok: ruby.security.command-through-shell
    `git rev-parse HEAD` # ok: ruby.security.command-through-shell
    `#{shell_quote(converter)} --version` # ok: ruby.security.command-through-shell
    connection.exec("SELECT #{name}") # ok: ruby.security.command-through-shell
  end

  def later(name)
    command = "tar xf #{name}"
    system(command) # missing: ruby.security.command-through-shell
  end
end
