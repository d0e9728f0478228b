import { Body, Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { Request, Response } from "express";
import { Repository } from "typeorm";

@Controller("users")
export class Users {
  constructor(private readonly users: Repository<User>) {}

  @Get(":id")
  async find(@Param("id") id: string, @Query("order") order: string) {
    await this.users.query("SELECT * FROM users WHERE id = $1", [id]); // ok
    return this.users.query("SELECT * FROM users ORDER BY " + order); // finds: request > sql
  }

  @Post()
  make(@Body() body: Made, @Req() req: Request, @Res() res: Response) {
    eval(body.code); // finds: request > code
    eval(req.query.code as string); // finds: request > code
    res.redirect(req.query.next as string); // finds: request > redirect
    res.send(req.headers.name); // finds: request > html, request > response
    res.redirect("/users"); // ok
    res.render("users", body); // ok
  }
}
