import { DomSanitizer, SafeHtml } from "@angular/platform-browser";
import DOMPurify from "dompurify";

export class CommentComponent {
  html: SafeHtml = "";

  constructor(private readonly sanitizer: DomSanitizer) {}

  show(comment: { body: string; video: string }): void {
    this.html = this.sanitizer.bypassSecurityTrustHtml(comment.body); // finds: javascript.security.angular-sanitizer-bypassed
    this.html = this.sanitizer.bypassSecurityTrustResourceUrl(`https://video.example/${comment.video}`); // finds: javascript.security.angular-sanitizer-bypassed
    this.html = this.sanitizer.bypassSecurityTrustHtml(DOMPurify.sanitize(comment.body)); // ok: javascript.security.angular-sanitizer-bypassed
    this.html = this.sanitizer.bypassSecurityTrustHtml("<hr>"); // ok: javascript.security.angular-sanitizer-bypassed
    this.html = this.sanitizer.bypassSecurityTrustUrl(URL.createObjectURL(new Blob([comment.body]))); // ok: javascript.security.angular-sanitizer-bypassed
  }

  clean(comment: { body: string }): void {
    const cleaned = DOMPurify.sanitize(comment.body);
    this.html = this.sanitizer.bypassSecurityTrustHtml(cleaned); // spurious: javascript.security.angular-sanitizer-bypassed
  }
}
