<?php

class ProductController
{
    public function index($request)
    {
        $name = $request->input('name');
        $found = Product::whereRaw("name LIKE '%$name%'")->get(); // finds: php.security.laravel-raw-sql-built-from-strings
        $sorted = Product::query()->orderByRaw('price ' . $request->input('sort'))->get(); // finds: php.security.laravel-raw-sql-built-from-strings
        $sum = DB::table('orders')->select(DB::raw("SUM(IF(city = '{$request->city}', 1, 0)) AS n"))->get(); // finds: php.security.laravel-raw-sql-built-from-strings
        return [$found, $sorted, $sum];
    }

    public function safe($request)
    {
        $found = Product::whereRaw('name LIKE ?', ["%{$request->input('name')}%"])->get(); // ok: php.security.laravel-raw-sql-built-from-strings
        $total = Product::selectRaw('count(*) as total')->first(); // ok: php.security.laravel-raw-sql-built-from-strings
        $table = (new Product())->getTable();
        return [$found, $total, DB::table($table)->selectRaw("max($table.id) as last")->first()]; // ok: php.security.laravel-raw-sql-built-from-strings
    }
}
