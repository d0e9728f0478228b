<?php

move_uploaded_file($_FILES['photo']['tmp_name'], 'uploads/' . $_FILES['photo']['name']); // finds: php.security.upload-name-used-as-path
if (move_uploaded_file($_FILES['doc']['tmp_name'], "docs/" . basename($_FILES['doc']['name']))) { // finds: php.security.upload-name-used-as-path
    echo 'stored';
}

function stored($file)
{
    $target = '/var/www/html/files/' . $_FILES['upload']['name'];
    return copy($_FILES['upload']['tmp_name'], $target); // finds: php.security.upload-name-used-as-path
}

class AvatarController
{
    public function store($request)
    {
        $request->file('avatar')->storeAs('avatars', $request->file('avatar')->getClientOriginalName()); // finds: php.security.upload-name-used-as-path
        return $request->file('avatar')->store('avatars'); // ok: php.security.upload-name-used-as-path
    }
}

$name = bin2hex(random_bytes(16)) . '.jpg';
move_uploaded_file($_FILES['photo']['tmp_name'], 'uploads/' . $name); // ok: php.security.upload-name-used-as-path
move_uploaded_file($_FILES['photo']['tmp_name'], 'uploads/' . md5_file($_FILES['photo']['tmp_name'])); // ok: php.security.upload-name-used-as-path
