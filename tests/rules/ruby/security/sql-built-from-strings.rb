class UsersController < ApplicationController
  def index
    @users = User.where("name = '#{params[:name]}'") # finds: ruby.security.sql-built-from-strings
    @recent = User.where("created_at > '" + params[:since] + "'") # finds: ruby.security.sql-built-from-strings
    @sorted = User.order("#{params[:sort]} desc") # finds: ruby.security.sql-built-from-strings
    @found = User.find_by_sql("SELECT * FROM users WHERE mail LIKE '%#{@mail}%'") # finds: ruby.security.sql-built-from-strings
    ActiveRecord::Base.connection.execute("UPDATE users SET seen = 1 WHERE name = '#{name}'") # finds: ruby.security.sql-built-from-strings
  end

  def safe
    User.where(name: params[:name]) # ok: ruby.security.sql-built-from-strings
    User.where("name = ?", params[:name]) # ok: ruby.security.sql-built-from-strings
    User.where("#{User.table_name}.id = ?", params[:id]) # ok: ruby.security.sql-built-from-strings
    User.where("id = #{params[:id].to_i}") # ok: ruby.security.sql-built-from-strings
    User.order(created_at: :desc) # ok: ruby.security.sql-built-from-strings
    connection.execute("DELETE FROM #{table} WHERE name = #{connection.quote(name)}") # ok: ruby.security.sql-built-from-strings
    names.select { |name| "#{name} = #{params[:x]}" } # ok: ruby.security.sql-built-from-strings
  end

  def long
    User.find_by_sql(<<~SQL) # missing: ruby.security.sql-built-from-strings
      SELECT * FROM users WHERE name = '#{params[:name]}'
    SQL
  end
end
