SERVICE = "re_" + "sEz5jhy0_I9lO7F3vlfFrGYJ3GxeYYXwS"  # finds: generic.security.resend-key
shop.token = "re_" + "LQcWtxJT_Qr1FqXSTs98vPlL2aEJXquQr"  # finds: generic.security.resend-key

path = "re_ordering_invoicesOfTheShopByDate"  # ok: generic.security.resend-key
SERVICE = "re_xxxxxxxx_xxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.resend-key
