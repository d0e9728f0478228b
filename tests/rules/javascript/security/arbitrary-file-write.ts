// Keeps drafts as files.
import { promises as fs } from "fs";
import path from "path";
import { Body, Controller, Delete, Param, Post } from "@nestjs/common";

const DRAFTS = "/srv/drafts";

interface Draft {
  name: string;
  text: string;
}

@Controller("drafts")
export class DraftsController {
  @Post()
  async keep(@Body() draft: Draft): Promise<void> {
    await fs.writeFile(`${DRAFTS}/${draft.name}`, draft.text); // finds: javascript.security.arbitrary-file-write
  }

  @Delete(":name")
  async drop(@Param("name") name: string): Promise<void> {
    await fs.unlink(path.join(DRAFTS, name)); // finds: javascript.security.arbitrary-file-write
  }

  @Delete("number/:id")
  async dropNumber(@Param("id") id: number): Promise<void> {
    await fs.unlink(path.join(DRAFTS, `${id}.txt`)); // ok: javascript.security.arbitrary-file-write
  }

  @Post("plain")
  async keepPlain(@Body() draft: Draft): Promise<void> {
    await fs.writeFile(path.join(DRAFTS, path.basename(draft.name)), draft.text); // ok: javascript.security.arbitrary-file-write
  }
}
