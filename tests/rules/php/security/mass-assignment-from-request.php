<?php

class UserController
{
    public function store($request)
    {
        return User::create($request->all()); // finds: php.security.mass-assignment-from-request
    }

    public function update($request, $id)
    {
        User::findOrFail($id)->update($request->all()); // finds: php.security.mass-assignment-from-request
        $user = $request->user();
        $user->forceFill(request()->all())->save(); // finds: php.security.mass-assignment-from-request
    }

    public function safe($request, $id)
    {
        User::create($request->validated()); // ok: php.security.mass-assignment-from-request
        User::findOrFail($id)->update($request->only(['name', 'mail'])); // ok: php.security.mass-assignment-from-request
        Log::info('request', $request->all()); // ok: php.security.mass-assignment-from-request
        $this->validator->update($request->all()); // ok: php.security.mass-assignment-from-request
    }
}
