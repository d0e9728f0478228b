class StatementsController < ApplicationController
  def index
    @lines = []
    current_account.orders.each do |order|
      customer = Customer.find(order.customer_id) # finds: ruby.performance.query-in-loop
      @lines << [order, customer]
    end
    @names = params[:ids].map { |id| Shop::Customer.find_by(id: id)&.name } # finds: ruby.performance.query-in-loop
    @known = rows.select { |row| Customer.exists?(email: row["email"]) } # finds: ruby.performance.query-in-loop
  end

  def show
    customers = Customer.where(id: orders.map(&:customer_id)).index_by(&:id) # ok: ruby.performance.query-in-loop
    orders.each { |order| render_line(order, customers[order.customer_id]) } # ok: ruby.performance.query-in-loop
    @customer = Customer.find(params[:id]) # ok: ruby.performance.query-in-loop
    orders.each { |order| order.link(Customer.find(params[:id])) } # ok: ruby.performance.query-in-loop
  end

  def cached
    names = {}
    orders.each do |order|
      names[order.customer_id] ||= Customer.find(order.customer_id) # ok: ruby.performance.query-in-loop
      Rails.cache.fetch(order.customer_id) { Customer.find(order.customer_id) } # ok: ruby.performance.query-in-loop
    end
    [1, 2].each { |id| Customer.find(id) } # ok: ruby.performance.query-in-loop
  end

  def totals
    Customer.all.map { |customer| customer.orders.sum(:total) } # missing: ruby.performance.query-in-loop
  end
end
