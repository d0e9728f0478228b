import { Body, Controller, Delete, Get, Param, Patch, Post, SetMetadata, UseGuards } from "@nestjs/common";
import { AuthGuard } from "@nestjs/passport";
import { InjectRepository } from "@nestjs/typeorm";
import { Repository } from "typeorm";
import { Note } from "./note.entity";

export const AllowAnonymous = () => SetMetadata("allowAnonymous", true);

export class NotesService {
  constructor(@InjectRepository(Note) private readonly notesRepository: Repository<Note>) {}

  every(): Promise<Note[]> {
    return this.notesRepository.find();
  }

  keep(note: Partial<Note>): Promise<Note> {
    return this.notesRepository.save(note);
  }

  drop(id: string) {
    return this.notesRepository.delete(id);
  }
}

@Controller("notes")
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get()
  @UseGuards(AuthGuard("jwt"))
  every() {
    return this.notes.every();
  }

  @Post()
  @UseGuards(AuthGuard("jwt"))
  create(@Body() note: Note) {
    return this.notes.keep(note);
  }

  @Patch(":id")
  @UseGuards(AuthGuard("jwt"))
  change(@Param("id") id: string, @Body() note: Note) {
    return this.notes.keep({ ...note, id });
  }

  @Delete(":id")
  drop(@Param("id") id: string) { // finds: javascript.security.missing-authentication
    return this.notes.drop(id);
  }

  // The program says that strangers may do this.
  @AllowAnonymous()
  @Post(":id/views")
  seen(@Param("id") id: string) { // ok: javascript.security.missing-authentication
    return this.notes.keep({ id, seen: true });
  }
}

@UseGuards(AuthGuard("jwt"))
@Controller("drafts")
export class DraftsController {
  constructor(private readonly notes: NotesService) {}

  @Delete(":id")
  drop(@Param("id") id: string) { // ok: javascript.security.missing-authentication
    return this.notes.drop(id);
  }
}
