/**
 * Colours that stay apart for colour-blind readers, for a light and for a dark viewer.
 *
 * Source: Okabe and Ito's palette, lightened for dark backgrounds.
 */
const LIGHT = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b58900', '#5b4fa2', '#666666'];
const DARK = ['#56b4e9', '#ff8f45', '#33cc99', '#e6a3c8', '#f0c93a', '#a79df0', '#aaaaaa'];

/** How many series can be told apart by colour. */
export const PALETTE_SIZE: number = LIGHT.length;

const colours = (palette: readonly string[]): string =>
  palette.map((colour, index) => `--c${index}:${colour}`).join(';');

/** The style sheet of every picture; a viewer's preference for dark is followed. */
export const STYLE: string = [
  `svg{--back:#fff;--ink:#222;--dim:#666;--grid:#e4e4e4;--heat:#0072b2;${colours(LIGHT)}}`,
  '@media(prefers-color-scheme:dark){',
  `svg{--back:#15181c;--ink:#e8e8e8;--dim:#a5a5a5;--grid:#2d3238;--heat:#56b4e9;${colours(DARK)}}}`,
  'text{font:12px system-ui,sans-serif;fill:var(--ink)}',
  '.title{font-size:15px;font-weight:600}.note,.tick,.axis{fill:var(--dim)}',
  '.back{fill:var(--back)}.grid{stroke:var(--grid);stroke-width:1}',
  '.rim{fill:none;stroke:var(--dim);stroke-width:1}',
  '.series{fill:none;stroke-width:2;stroke-linejoin:round}.dashed{stroke-dasharray:6 4}',
  '.cell{fill:var(--heat);stroke:var(--back);stroke-width:1}.value{font-size:11px}',
  ...LIGHT.map(
    (_, index) => `.c${index}{stroke:var(--c${index})}.bar.c${index}{fill:var(--c${index})}`,
  ),
  '.bar{stroke:none!important}.dot{stroke:none!important}',
  ...LIGHT.map((_, index) => `.dot.c${index}{fill:var(--c${index})}`),
  '.whisker{stroke:var(--ink);stroke-width:1.2}',
].join('');
