class UsersController < ApplicationController
  def update
    @user.update(params[:user].permit!) # finds: ruby.security.mass-assignment-from-request
    @user.update(params.require(:user).permit!) # finds: ruby.security.mass-assignment-from-request
    User.create(params[:user].to_unsafe_h) # finds: ruby.security.mass-assignment-from-request
  end

  def safe
    @user.update(params.require(:user).permit(:name, :mail)) # ok: ruby.security.mass-assignment-from-request
    logger.info(params.to_unsafe_h) # ok: ruby.security.mass-assignment-from-request
    policy.permit!(:read) # ok: ruby.security.mass-assignment-from-request
  end
end
