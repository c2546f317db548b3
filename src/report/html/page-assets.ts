/** What every page carries: its program and its style, as `npm run build` makes them from `client/` and `style/`. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}
