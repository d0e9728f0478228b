<?php

curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, false); // finds: php.security.tls-verification-off
curl_setopt($ch, CURLOPT_SSL_VERIFYHOST, 0); // finds: php.security.tls-verification-off
curl_setopt_array($ch, [
    CURLOPT_URL => $url,
    CURLOPT_SSL_VERIFYPEER => 0, // finds: php.security.tls-verification-off
]);
$client = new GuzzleHttp\Client(['base_uri' => $url, 'verify' => false]); // finds: php.security.tls-verification-off
$context = stream_context_create(['ssl' => ['verify_peer' => false]]); // finds: php.security.tls-verification-off
$response = Http::withoutVerifying()->get($url); // finds: php.security.tls-verification-off

curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, true); // ok: php.security.tls-verification-off
curl_setopt($ch, CURLOPT_SSL_VERIFYHOST, 2); // ok: php.security.tls-verification-off
$client = new GuzzleHttp\Client(['verify' => '/etc/ssl/company.pem']); // ok: php.security.tls-verification-off
$form = ['verify' => false, 'remember' => true]; // ok: php.security.tls-verification-off
if ($options['verify'] === false) {
    curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, 0); // ok: php.security.tls-verification-off
}
curl_setopt($ch, CURLOPT_FOLLOWLOCATION, false); // ok: php.security.tls-verification-off
if ($acceptInvalidCertificates) {
    $settings += [
        CURLOPT_SSL_VERIFYPEER => false, // ok: php.security.tls-verification-off
    ];
}
if (App::environment('local')) {
    $request = $request->withoutVerifying(); // ok: php.security.tls-verification-off
}
