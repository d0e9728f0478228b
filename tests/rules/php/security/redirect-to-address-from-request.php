<?php

header('Location: ' . $_GET['next']); // finds: php.security.redirect-to-address-from-request
header("Location: {$_REQUEST['url']}"); // finds: php.security.redirect-to-address-from-request
header('location:' . (isset($_GET['back']) ? $_GET['back'] : '/')); // finds: php.security.redirect-to-address-from-request

class LoginController
{
    public function after($request)
    {
        return redirect($request->input('next')); // finds: php.security.redirect-to-address-from-request
    }

    public function home($request)
    {
        return redirect('/home?tab=' . $request->input('tab')); // ok: php.security.redirect-to-address-from-request
    }
}

header('Location: /account?tab=' . urlencode($_GET['tab'])); // ok: php.security.redirect-to-address-from-request
header('Location: index.php?id=' . $_GET['id']); // ok: php.security.redirect-to-address-from-request
header('X-Request: ' . $_GET['id']); // ok: php.security.redirect-to-address-from-request
wp_safe_redirect($_GET['redirect_to']); // ok: php.security.redirect-to-address-from-request
