"""Routes of Nest, as programs declare them, with what stands before each."""

from textwrap import dedent

from tests.engines.dataflow.framework.mapped import mapped

HEAD = 'import { Controller, Get, Post, Delete, UseGuards } from "@nestjs/common";\n'


def routes(text: str, **more: str) -> list[str]:
    files = {f"{name}.ts": dedent(one) for name, one in more.items()}
    return mapped({"orders.ts": HEAD + dedent(text), **files})


def test_controllers_with_guards_of_class_and_method() -> None:
    program = """
    @Controller("orders")
    @UseGuards(AuthGuard("jwt"), RolesGuard)
    export class OrdersController {
      @Get(["", "every"]) every() {}
      @Delete(":id") @Roles("office") drop(@Param("id") id: string) {}
      @Post("login") @UseGuards(ThrottlerGuard) login() {}
    }

    @Controller({ path: "about" })
    export class AboutController {
      @Get() about() {}
    }
    """
    assert routes(program) == [
        "GET /about AboutController.about",
        "GET /orders OrdersController.every authentication:AuthGuard(jwt)",
        "DELETE /orders/:id OrdersController.drop authentication:AuthGuard(jwt) permission:@Roles",
        "GET /orders/every OrdersController.every authentication:AuthGuard(jwt)",
        "POST /orders/login OrdersController.login authentication:AuthGuard(jwt) rate-limit:ThrottlerGuard",
    ]


def test_guard_of_the_whole_application_and_the_word_that_lets_strangers_in() -> None:
    module = """
    import { Module } from "@nestjs/common";
    import { JwtAuthGuard } from "./guard";

    @Module({ providers: [{ provide: APP_GUARD, useClass: JwtAuthGuard }] })
    export class AppModule {}

    async function bootstrap() {
      const app = await NestFactory.create(AppModule);
      app.setGlobalPrefix("api");
    }
    """
    guard = """
    import { SetMetadata } from "@nestjs/common";

    export const ForEverybody = () => SetMetadata("isPublic", true);

    export class JwtAuthGuard extends AuthGuard("jwt") {
      canActivate(context) { return this.reflector.get("isPublic", context.getHandler()) || super.canActivate(); }
    }
    """
    program = """
    import { ForEverybody } from "./guard";

    @Controller("orders")
    export class OrdersController {
      @Get() every() {}
      @ForEverybody() @Get("prices") prices() {}
    }
    """
    assert routes(program, app=module, guard=guard) == [
        "GET /api/orders OrdersController.every authentication:JwtAuthGuard",
        "GET /api/orders/prices OrdersController.prices open:@ForEverybody",
    ]


def test_guard_of_the_program_is_judged_by_what_it_does() -> None:
    program = """
    export class MembersOnly implements CanActivate {
      canActivate(context) {
        const request = context.switchToHttp().getRequest();
        if (!request.session.userId) throw new UnauthorizedException();
        return true;
      }
    }

    export class Counting implements CanActivate {
      canActivate(context) { this.counter.inc(); return true; }
    }

    @Controller("notes")
    export class NotesController {
      @Get("a") @UseGuards(MembersOnly) a() {}
      @Get("b") @UseGuards(Counting) b() {}
      @Get("c") @UseGuards(new MembersOnly()) c() {}
    }
    """
    assert routes(program) == [
        "GET /notes/a NotesController.a authentication:MembersOnly",
        "GET /notes/b NotesController.b",
        "GET /notes/c NotesController.c authentication:MembersOnly",
    ]


def test_decorator_that_puts_others_together() -> None:
    program = """
    import { Auth } from "./auth";

    @Controller("orders")
    export class OrdersController {
      @Post() @Auth("office") create() {}
    }
    """
    auth = """
    import { applyDecorators, UseGuards } from "@nestjs/common";

    export function Auth(...roles: string[]) {
      return applyDecorators(Roles(...roles), UseGuards(JwtAuthGuard, RolesGuard), ApiBearerAuth());
    }
    """
    assert routes(program, auth=auth) == [
        "POST /orders OrdersController.create permission:@Roles authentication:JwtAuthGuard",
    ]


def test_middleware_stands_before_the_routes_that_its_module_names() -> None:
    program = """
    export class AuthMiddleware implements NestMiddleware {
      use(request, response, next) {
        if (!request.headers.authorization) throw new UnauthorizedException();
        next();
      }
    }

    @Module({})
    export class OrdersModule implements NestModule {
      configure(consumer: MiddlewareConsumer) {
        consumer.apply(AuthMiddleware).exclude("notes/public").forRoutes(
          { path: "orders/:id", method: RequestMethod.DELETE }, NotesController);
      }
    }

    @Controller("orders")
    export class OrdersController {
      @Get(":id") one() {}
      @Delete(":id") drop() {}
    }

    @Controller("notes")
    export class NotesController {
      @Get() every() {}
      @Get("public") shared() {}
    }
    """
    assert routes(program) == [
        "GET /notes NotesController.every authentication:AuthMiddleware",
        "GET /notes/public NotesController.shared",
        "DELETE /orders/:id OrdersController.drop authentication:AuthMiddleware",
        "GET /orders/:id OrdersController.one",
    ]
