class Page < ApplicationRecord
  validates :slug, format: { with: /^[a-z-]+$/, multiline: true } # finds: ruby.security.format-checked-by-line
  validates_format_of :url, with: /^https?:\/\//i # finds: ruby.security.format-checked-by-line
  validates :code, format: { with: /\A[A-Z]+$/ } # finds: ruby.security.format-checked-by-line
  validates :name, format: { with: /\A[a-z]+\z/ } # ok: ruby.security.format-checked-by-line
  validates :price, format: { with: /\A\d+\$\z/ } # ok: ruby.security.format-checked-by-line
  validates :mail, format: { with: URI::MailTo::EMAIL_REGEXP } # ok: ruby.security.format-checked-by-line
  scope :named, -> { where(name: /^a/) } # ok: ruby.security.format-checked-by-line
end
