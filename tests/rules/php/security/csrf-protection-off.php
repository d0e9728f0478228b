<?php

class TransferType extends AbstractType
{
    public function configureOptions(OptionsResolver $resolver): void
    {
        $resolver->setDefaults([
            'data_class' => Transfer::class,
            'csrf_protection' => false, // finds: php.security.csrf-protection-off
        ]);
    }

    public function search(OptionsResolver $resolver): void
    {
        $resolver->setDefaults(['method' => 'GET', 'csrf_protection' => false]); // ok: php.security.csrf-protection-off
        $resolver->setDefaults(['csrf_protection' => true]); // ok: php.security.csrf-protection-off
    }
}

class VerifyCsrfToken extends BaseCsrfVerifier
{
    protected $except = ['*']; // finds: php.security.csrf-protection-off
}

class VerifyApiCsrfToken extends BaseCsrfVerifier
{
    protected $except = ['webhooks/*']; // ok: php.security.csrf-protection-off
}

Route::post('/transfer', [TransferController::class, 'store'])->withoutMiddleware([VerifyCsrfToken::class]); // finds: php.security.csrf-protection-off
