export function encodeGb18030(text: string): Buffer;
