// Shows previews of links.
import { NextRequest, NextResponse } from "next/server";

const HOSTS = ["images.example.org", "static.example.org"];

export async function GET(request: NextRequest) {
  const place = request.nextUrl.searchParams.get("url");
  const page = await fetch(place); // finds: javascript.security.server-side-request-forgery
  return NextResponse.json({ status: page.status });
}

export async function POST(request: NextRequest) {
  const { host } = await request.json();
  const page = await fetch(`https://${host}/favicon.ico`); // finds: javascript.security.server-side-request-forgery
  return NextResponse.json({ status: page.status });
}

export async function PUT(request: NextRequest) {
  const { host } = await request.json();
  if (!HOSTS.includes(host)) {
    return NextResponse.json({ status: 400 });
  }
  const page = await fetch(`https://${host}/favicon.ico`); // ok: javascript.security.server-side-request-forgery
  return NextResponse.json({ status: page.status });
}

export async function PATCH(request: NextRequest) {
  const { id } = await request.json();
  const page = await fetch(`https://static.example.org/${id}.json`); // ok: javascript.security.server-side-request-forgery
  return NextResponse.json({ status: page.status });
}
