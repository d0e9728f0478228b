package shop.account;

@RequestMapping("/account") // ok: java.security.handler-for-any-method
class AccountController {
    @RequestMapping("/delete") // finds: java.security.handler-for-any-method
    public String delete(long id) {
        return accounts.delete(id);
    }

    @RequestMapping(value = "/address", produces = "text/html") // finds: java.security.handler-for-any-method
    public String updateAddress(AddressForm form) {
        return accounts.update(form);
    }

    @RequestMapping("/show") // ok: java.security.handler-for-any-method
    public String show(long id) {
        return accounts.show(id);
    }

    @RequestMapping(value = "/save", method = RequestMethod.POST) // ok: java.security.handler-for-any-method
    public String save(AccountForm form) {
        return accounts.save(form);
    }
}
