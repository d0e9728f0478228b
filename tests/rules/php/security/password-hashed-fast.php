<?php

class Accounts
{
    public function store(string $name, string $password): void
    {
        $this->insert($name, md5($password)); // finds: php.security.password-hashed-fast
    }

    public function verify(string $password, string $salt, string $digest): bool
    {
        return hash_equals($digest, hash('sha256', $password . $salt)); // finds: php.security.password-hashed-fast
    }

    public function legacy(): string
    {
        return sha1($_POST['password']); // finds: php.security.password-hashed-fast
    }

    public function modern(string $password): string
    {
        return password_hash($password, PASSWORD_DEFAULT); // ok: php.security.password-hashed-fast
    }

    public function cacheKey(string $url): string
    {
        return md5($url); // ok: php.security.password-hashed-fast
    }

    public function etag(string $passage): string
    {
        return sha1($passage); // ok: php.security.password-hashed-fast
    }

    public function reset($user): string
    {
        return hash('sha256', $user->passwordChangedAt); // ok: php.security.password-hashed-fast
    }
}
