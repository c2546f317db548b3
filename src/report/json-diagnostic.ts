import { type Diagnostic, hint, message } from "../diagnostic/diagnostic.ts";
import type { Lang } from "../text/text.ts";

/** A diagnostic as an object for JSON: code, severity, message, and location, hint and related places if there are any. */
export function diagnosticJson(diagnostic: Diagnostic, lang: Lang): Readonly<Record<string, unknown>> {
  const advice = hint(diagnostic, lang);
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: message(diagnostic, lang),
    ...(diagnostic.location ? { location: diagnostic.location } : {}),
    ...(advice === undefined ? {} : { hint: advice }),
    ...(diagnostic.related
      ? { related: diagnostic.related.map(({ note, location }) => ({ note: note[lang], location })) }
      : {}),
  };
}
