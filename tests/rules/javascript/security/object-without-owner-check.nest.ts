import { Body, Controller, Delete, Get, Param, Post, Put, UseGuards } from "@nestjs/common";
import { AuthGuard } from "@nestjs/passport";
import { Repository } from "typeorm";
import { Order } from "./order.entity";
import { Article } from "./article.entity";

export class OrdersService {
  constructor(
    private readonly ordersRepository: Repository<Order>,
    private readonly articlesRepository: Repository<Article>,
  ) {}

  own(id: number, userId: number) {
    return this.ordersRepository.findOne({ where: { id, owner: { id: userId } } }); // ok: javascript.security.object-without-owner-check
  }

  one(id: number) {
    return this.ordersRepository.findOneBy({ id }); // finds: javascript.security.object-without-owner-check
  }

  article(id: number) {
    return this.articlesRepository.findOneBy({ id }); // ok: javascript.security.object-without-owner-check
  }

  drop(id: number) {
    return this.ordersRepository.delete(id); // finds: javascript.security.object-without-owner-check
  }

  commented(id: number) {
    return this.ordersRepository.findOneByOrFail({ id }); // ok: javascript.security.object-without-owner-check
  }

  refund(id: number) {
    return this.ordersRepository.update(id, { refunded: true }); // ok: javascript.security.object-without-owner-check
  }
}

@UseGuards(AuthGuard("jwt"), RolesGuard)
@Controller()
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Get("orders/:id")
  own(@Param("id") id: number, @CurrentUser() user: User) {
    return this.orders.own(id, user.id);
  }

  @Get("orders/:id/invoice")
  invoice(@Param("id") id: number) {
    return this.orders.one(id);
  }

  @Delete("orders/:id")
  drop(@Param("id") id: number) {
    return this.orders.drop(id);
  }

  // Anyone may say something to it.
  @Post("orders/:id/comments")
  comment(@Param("id") id: number, @Body() comment: Comment) {
    return this.comments.keep(this.orders.commented(id), comment);
  }

  // Articles belong to nobody.
  @Get("articles/:id")
  article(@Param("id") id: number) {
    return this.orders.article(id);
  }

  @Roles("office")
  @Put("orders/:id/refund")
  refund(@Param("id") id: number) {
    return this.orders.refund(id);
  }
}
