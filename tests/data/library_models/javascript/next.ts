import type { NextApiRequest, NextApiResponse } from "next";
import { NextRequest, NextResponse } from "next/server";
import { redirect, useSearchParams } from "next/navigation";
import { useRouter } from "next/router";

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  eval(req.query.code as string); // finds: request > code
  res.send("<p>" + req.body.name); // finds: request > html, request > response
  res.redirect("/users/" + req.query.id); // ok
}
export async function GET(request: NextRequest) {
  const next = request.nextUrl.searchParams.get("next");
  eval((await request.json()).code); // finds: request > code
  return NextResponse.redirect(next!); // finds: request > redirect
}
export async function POST(request: Request) {
  redirect((await request.formData()).get("next")); // finds: request > redirect
  redirect("/start"); // ok
}
export function Page() {
  const router = useRouter();
  eval(router.query.code); // finds: page > code
  eval(useSearchParams().get("code")!); // finds: page > code
  router.push("/start"); // ok
}
