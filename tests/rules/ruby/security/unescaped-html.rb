module UsersHelper
  def greeting(user)
    "<b>#{user.name}</b>".html_safe # finds: ruby.security.unescaped-html
  end

  def notice
    raw("<p>#{params[:notice]}</p>") # finds: ruby.security.unescaped-html
  end

  def query
    params[:q].html_safe # finds: ruby.security.unescaped-html
  end

  def safe(user)
    tag.b(user.name) # ok: ruby.security.unescaped-html
  end

  def icon(name)
    "<i class='icon'></i>".html_safe # ok: ruby.security.unescaped-html
  end

  def translated
    raw(t("footer.imprint")) # ok: ruby.security.unescaped-html
  end
end
