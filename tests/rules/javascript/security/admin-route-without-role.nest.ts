import { Body, Controller, Delete, Param, Patch, Post, UseGuards } from "@nestjs/common";
import { JwtAuthGuard, RolesGuard } from "./guards";
import { Roles } from "./roles.decorator";

@UseGuards(JwtAuthGuard, RolesGuard)
@Controller("products")
export class ProductsController {
  constructor(private readonly productsRepository: ProductsRepository) {}

  @Post()
  @Roles("office")
  create(@Body() product: Product) {
    return this.productsRepository.save(product);
  }

  @Patch(":id")
  @Roles("office")
  change(@Param("id") id: string, @Body() product: Product) {
    return this.productsRepository.save({ ...product, id });
  }

  @Patch(":id/price")
  @Roles("pricing")
  price(@Param("id") id: string, @Body() product: Product) {
    return this.productsRepository.save({ ...product, id });
  }

  @Delete(":id")
  drop(@Param("id") id: string) { // finds: javascript.security.admin-route-without-role
    return this.productsRepository.delete(id);
  }
}

// Whoever is logged in writes notes.
@UseGuards(JwtAuthGuard, RolesGuard)
@Controller("notes")
export class NotesController {
  constructor(private readonly notesRepository: NotesRepository) {}

  @Post()
  create(@Body() note: Note) { // ok: javascript.security.admin-route-without-role
    return this.notesRepository.save(note);
  }

  @Delete(":id")
  @Roles("office")
  drop(@Param("id") id: string) {
    return this.notesRepository.delete(id);
  }
}
