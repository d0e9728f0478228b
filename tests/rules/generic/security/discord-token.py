BOT = "NzYxMDg5Nj" + "kyOTcxNjgxMzIw.DuIlj3.wh7-LKN3oZBVnigRyhJzS98rCMEj5HZPwwQY44"  # finds: generic.security.discord-token
client.token = "OTg0Nj" + "EzNTAxMjQyNDg3NzUx.rppEVE.ftkMIwM1x3YiovrIY2eyBO3xsbYmwYER_Dggkc"  # finds: generic.security.discord-token

BOT = "MTxxxxxxxxxxxxxxxxxxxxxx.xxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxx"  # ok: generic.security.discord-token
MODULE = "OrdersAndInvoicesOfTheShop.models.customers_and_suppliers_of_it"  # ok: generic.security.discord-token
BOT = "Mn7OxSmPTUVhI3GYIYPfkuNw.GUZmmk.R7MVWDyknrRfHyOio12Gs2kQLzUpM0"  # no number in it  # ok: generic.security.discord-token
